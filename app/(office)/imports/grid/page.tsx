import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { nameOfField } from "@/components/imports/field-name";
import { Grid } from "@/components/imports/grid";
import styles from "@/components/imports/imports.module.css";
import { PageHeader } from "@/components/ui/page-header";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { importKinds } from "@/lib/domain/imports/schema";
import { assertCan } from "@/lib/domain/permissions";
import { listOwnColumns } from "@/lib/imports/facts-own";
import { listStandingRows } from "@/lib/imports/facts-standing";
import { columnsOf } from "@/lib/imports/fields";
import { toHeaderKey } from "@/lib/imports/header-key";
import { listOf } from "@/lib/imports/lists";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";
import { agreementList } from "@/lib/reports/lists/agreements";

/** What a firm's page of people leads to: its rows begin with the firm, and saving leads back to it. */
const people = new Set(["employees", "headcounts"]);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("grid.title") };
}

/** The rows of a list in cells, with room for new ones: to type in, or to paste into from Excel. */
export default async function GridPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  assertCan(viewer, "imports.create");
  const { kind: asked, ...values } = firstValues(searchParams);
  const kind = importKinds.find((known) => known === asked);
  if (!kind) notFound();
  const say = (key: string) => t(key);
  const asOf = asOfFrom(values);
  // What became of an agreement is derived, and its list may be narrowed by it.
  const ids = kind === "agreements" ? await agreementList.ids({ viewer, values, asOf }) : undefined;
  const [{ rows, total }, own, firm] = await Promise.all([
    listStandingRows(kind, { viewer, values, asOf, say, ids }),
    listOwnColumns(viewer, kind),
    values.enterprise ? getEnterprise(viewer, values.enterprise) : null,
  ]);
  const fields = columnsOf(kind, own);
  const ofFirm = people.has(kind) ? firm : null;
  const list = ofFirm ? `/enterprises/${ofFirm.id}/people` : listOf[kind];
  const known: Record<string, string | null> = ofFirm
    ? { name_zh: ofFirm.nameZh, name_en: ofFirm.nameEn }
    : {};
  return (
    <>
      <PageHeader
        title={t("imports.grid.title")}
        trail={[{ href: list, label: ofFirm ? nameOf(viewer.locale, ofFirm) : t(`imports.kind.${kind}`) }]}
      />
      <p className={styles.help}>{t("imports.grid.help")}</p>
      {kind === "employees" ? <p className={styles.help}>{t("imports.grid.people")}</p> : null}
      {rows.length > 0 && total > rows.length ? (
        <p className={styles.help}>{t("imports.grid.first", { shown: rows.length, total })}</p>
      ) : null}
      <noscript>
        <p>
          {t("imports.grid.noScript")} <a href={`/imports/new?kind=${kind}`}>{t("imports.new")}</a>
        </p>
      </noscript>
      <ClientMessages namespaces={["imports"]}>
        <Grid
          kind={kind}
          standing={rows}
          start={fields.map(({ name }) => known[name] ?? "")}
          keeps={kind !== "employees"}
          columns={fields.map(({ name, zh, also, example, needed }) => ({
            field: name,
            label: nameOfField(kind, name, viewer.locale, own),
            keys: [name, zh, nameOfField(kind, name, viewer.locale, own), ...also].map(toHeaderKey),
            example,
            needed: needed ?? false,
            hidden: name === "id",
          }))}
          asksNames={fields.some(({ name }) => name === "name_zh" || name === "lead")}
          listHref={list}
          fileName={`${t("imports.grid.fileName")}.csv`}
        />
      </ClientMessages>
    </>
  );
}
