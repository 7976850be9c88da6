import "server-only";
import type { ComboOption } from "@/components/ui/form/combo-field";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { getLease } from "@/lib/domain/leases/queries";
import { computeUsualEnd } from "@/lib/domain/leases/rules";
import { getUnit } from "@/lib/domain/units/queries";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { addDays, isCivilDate, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import { nameOf } from "@/lib/platform/i18n/names";
import type { LeaseFormValues } from "./lease-form";

type Lease = NonNullable<Awaited<ReturnType<typeof getLease>>>;
type Prepared = { values: LeaseFormValues; names: Record<string, ComboOption> };

const blank: LeaseFormValues = {
  leaseNo: "",
  enterpriseId: "",
  signedOn: "",
  startsOn: "",
  endsOn: "",
  movedInOn: "",
  terminatedOn: "",
  movedOutOn: "",
  breakOn: "",
  holdover: false,
  renewalOfId: "",
  subleaseOfId: "",
  note: "",
  lines: [{ unitId: "", area: "", seats: "", lineFrom: "", lineTo: "" }],
};

/** An existing lease as its form shows it. */
export function toLeaseForm(viewer: Viewer, lease: Lease): Prepared {
  const text = <Key extends keyof Lease>(key: Key) => (lease[key] as string | null) ?? "";
  return {
    values: {
      leaseNo: lease.leaseNo,
      enterpriseId: lease.enterprise.id,
      signedOn: text("signedOn"),
      startsOn: lease.startsOn,
      endsOn: lease.endsOn,
      movedInOn: text("movedInOn"),
      terminatedOn: text("terminatedOn"),
      movedOutOn: text("movedOutOn"),
      breakOn: text("breakOn"),
      holdover: lease.holdover,
      renewalOfId: text("renewalOfId"),
      subleaseOfId: text("subleaseOfId"),
      note: text("note"),
      lines: lease.lines.map((line) => ({
        unitId: line.unitId,
        area: line.area,
        seats: `${line.seats ?? ""}`,
        lineFrom: line.lineFrom ?? "",
        lineTo: line.lineTo ?? "",
      })),
    },
    names: toNames(viewer, lease),
  };
}

/** A new lease with what the address names: a firm, a unit, a first day, or the lease that it renews. */
export async function prepareNewLease(viewer: Viewer, from: Record<string, string>): Promise<Prepared> {
  const today = todayInZone();
  const [firm, unit, before] = await Promise.all([
    from.enterprise ? getEnterprise(viewer, from.enterprise) : null,
    from.unit ? getUnit(viewer, from.unit) : null,
    from.renewalOf ? getLease(viewer, from.renewalOf, today) : null,
  ]);
  if (before) {
    const { values, names } = toLeaseForm(viewer, before);
    const startsOn = addDays(toCivil(before.endsOn), 1);
    const { enterpriseId, lines } = values;
    const renewed = { ...blank, enterpriseId, lines, renewalOfId: before.id, signedOn: today, startsOn };
    return {
      values: { ...renewed, movedInOn: startsOn, endsOn: computeUsualEnd(startsOn) },
      names: { ...names, [before.id]: { value: before.id, label: before.leaseNo } },
    };
  }
  const names: Record<string, ComboOption> = {};
  if (firm) names[firm.id] = { value: firm.id, label: nameOf(viewer.locale, firm) };
  if (unit) names[unit.id] = { value: unit.id, label: `${unit.building.code} ${unit.code}` };
  const lines = [{ ...blank.lines[0], unitId: unit?.id ?? "" }] as LeaseFormValues["lines"];
  const startsOn = from.start && isCivilDate(from.start) ? from.start : "";
  return { values: { ...blank, signedOn: today, startsOn, enterpriseId: firm?.id ?? "", lines }, names };
}

function toNames(viewer: Viewer, lease: Lease): Record<string, ComboOption> {
  const names: Record<string, ComboOption> = {
    [lease.enterprise.id]: { value: lease.enterprise.id, label: nameOf(viewer.locale, lease.enterprise) },
  };
  for (const line of lease.lines) {
    names[line.unitId] = { value: line.unitId, label: `${line.building.code} ${line.unit}` };
  }
  for (const other of [lease.renewalOf, lease.subleaseOf]) {
    if (other) names[other.id] = { value: other.id, label: other.leaseNo };
  }
  return names;
}
