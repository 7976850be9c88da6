import type { Metadata } from "next";
import { ListPage } from "@/components/lists/list-page";
import { Definitions } from "@/components/reports/definitions";
import { FieldSums } from "@/components/return-rounds/field-sums";
import { findRound } from "@/components/return-rounds/find-round";
import { RoundFigures } from "@/components/return-rounds/round-figures";
import { RoundHeader } from "@/components/return-rounds/round-header";
import { RoundWorkbooks } from "@/components/return-rounds/round-workbooks";
import { AcceptAllForm } from "@/components/returns/accept-all-form";
import { returnFilters } from "@/components/returns/return-filters";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { EmptyState } from "@/components/ui/empty-state";
import { can } from "@/lib/domain/permissions";
import { getRoundDefinition } from "@/lib/domain/return-rounds/queries";
import { listReturns } from "@/lib/domain/returns/queries";
import { returnListSchema } from "@/lib/domain/returns/schema";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { returnList } from "@/lib/reports/lists/returns";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, round } = await findRound((await props.params).id);
  return { title: titleOf(viewer.locale, round) };
}

export default async function RoundPage(props: Props) {
  const [{ id }, searchParams, t, formats] = await Promise.all([
    props.params,
    props.searchParams,
    getTranslations("return-rounds"),
    getFormats(),
  ]);
  const { viewer, round } = await findRound(id);
  const { locale } = viewer;
  const days = (["referenceOn", "opensOn", "dueOn", "closesOn"] as const).map((day) => ({
    label: t(day),
    value: formats.date(round[day]),
  }));
  const params = { ...parseList(returnListSchema, searchParams), round: id };
  const opened = round.state !== "PLANNED";
  return (
    <>
      <RoundHeader round={round} side="" />
      <DescriptionList
        items={[
          {
            label: t("form"),
            value: (
              <AppLink href={`/return-forms/${round.form.id}`}>
                {t("formSaid", { title: titleOf(locale, round.form), number: round.formNumber })}
              </AppLink>
            ),
          },
          ...days,
          { label: t("park"), value: round.park ? nameOf(locale, round.park) : t("wholeZone") },
          { label: t("owner"), value: round.owner },
        ]}
      />
      {opened ? (
        <>
          <h2>{t("figures")}</h2>
          <RoundFigures viewer={viewer} round={round} />
          <h2>{t("firms")}</h2>
          {can(viewer, "returns.accept") ? (
            <ClientMessages namespaces={["return-rounds"]}>
              <AcceptAllForm roundId={id} />
            </ClientMessages>
          ) : null}
          <ListPage
            list={returnList}
            viewer={viewer}
            asOf={asOfFrom(searchParams)}
            read={() => listReturns(viewer, params)}
            params={params}
            searchParams={searchParams}
            pathname={`/return-rounds/${id}`}
            fields={await returnFilters()}
            without={["round"]}
            exportWith={{ round: id }}
            empty={<EmptyState title={t("noFirm")} />}
          />
          <RoundWorkbooks viewer={viewer} roundId={id} mayBring={can(viewer, "returns.accept")} />
          <h2>{t("sums")}</h2>
          <FieldSums viewer={viewer} roundId={id} definition={await getRoundDefinition(viewer, id)} />
          <Definitions report="returns" />
        </>
      ) : (
        <EmptyState title={t("plannedTitle")} text={t("plannedText", { on: formats.date(round.opensOn) })} />
      )}
    </>
  );
}
