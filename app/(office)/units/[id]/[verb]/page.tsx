import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { ChangeAvailabilityForm, RemeasureUnitForm } from "@/components/units/change-unit-form";
import { findUnit } from "@/components/units/find-unit";
import { MergeUnitsForm } from "@/components/units/merge-units-form";
import { SplitUnitForm } from "@/components/units/split-unit-form";
import { isUnitVerb, unitVerbs } from "@/components/units/unit-verbs";
import { listMergeOptions } from "@/lib/domain/units/queries-changes";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("units")]);
  return { title: isUnitVerb(verb) ? t(unitVerbs[verb]) : undefined };
}

/** Split, merge, new measurement, availability: what changes a unit on a day. */
export default async function UnitVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("units")]);
  if (!isUnitVerb(verb)) notFound();
  const { viewer, unit: found } = await findUnit(id);
  if (!found.can[unitVerbs[verb]]) forbidden();
  const { version, code, area, availability } = found;
  const unit = { ...{ id, version, code, area, availability }, hasSeats: found.seats !== null };
  const given = { unit, today: todayInZone() };
  return (
    <>
      <PageHeader
        title={t(unitVerbs[verb])}
        trail={[{ href: `/units/${id}`, label: `${found.building.code} ${code}` }]}
      />
      <ClientMessages namespaces={["units"]}>{await form()}</ClientMessages>
    </>
  );

  async function form() {
    if (verb === "remeasure") return <RemeasureUnitForm {...given} />;
    if (verb === "availability") return <ChangeAvailabilityForm {...given} />;
    if (verb === "merge") {
      const neighbours = await listMergeOptions(viewer, found);
      return (
        <MergeUnitsForm
          {...given}
          neighbours={neighbours.map(({ id, code, area }) => ({ id, code, area }))}
        />
      );
    }
    const lettings = found.tenants.map(({ leaseId, leaseNo, from, to, ...names }) => ({
      ...{ leaseId, leaseNo, from, to },
      tenant: nameOf(viewer.locale, names),
    }));
    return <SplitUnitForm {...given} lettings={lettings} />;
  }
}
