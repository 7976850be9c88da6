import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { mailStateLabels, mailStateTones, troubleLabels } from "@/lib/domain/mails/labels";
import { listMails } from "@/lib/domain/mails/queries";
import { fromLastError } from "@/lib/domain/mails/rules";
import { mailKinds, mailListSchema, mailStates } from "@/lib/domain/mails/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { sendsMail } from "@/lib/platform/mail/settings";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("mails"))("page.title") };
}

/** The outbox: what was sent, what waits, and what could not be sent and why. */
export default async function MailsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, all, formats] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
    getFormats(),
  ]);
  if (!can(viewer, "mails.read")) forbidden();
  const t = await getTranslations("mails.page");
  const params = parseList(mailListSchema, searchParams);
  const { rows, total } = await listMails(viewer, params);
  const narrowed = Boolean(params.state || params.kind || params.query);
  const troubleOf = (kept: string | null) => {
    if (!kept) return "";
    const { trouble, said } = fromLastError(kept);
    return trouble ? all(troubleLabels[trouble]) : said;
  };
  return (
    <>
      <PageHeader title={t("title")} trail={[{ href: "/settings", label: all("settings.title") }]} />
      <p>{t("help")}</p>
      {sendsMail() ? null : <Banner tone="warn" title={t("noServer")} />}
      <FilterBar
        pathname="/mails"
        searchParams={searchParams}
        fields={[
          { name: "query", label: t("search"), type: "search" },
          {
            name: "state",
            label: t("stateLabel"),
            type: "select",
            options: mailStates.map((value) => ({ value, label: all(mailStateLabels[value]) })),
          },
          {
            name: "kind",
            label: t("kind"),
            type: "select",
            options: mailKinds.map((value) => ({ value, label: t(`kinds.${value}`) })),
          },
        ]}
      />
      <DataTable
        label={t("title")}
        rows={rows}
        rowKey={(mail) => mail.id}
        rowHref={(mail) => `/mails/${mail.id}`}
        sort={params.sort}
        searchParams={searchParams}
        pathname="/mails"
        empty={
          narrowed ? (
            <EmptyState title={t("noneMatch")} />
          ) : (
            <EmptyState title={t("empty")} text={t("emptyText")} />
          )
        }
        columns={[
          { key: "subject", header: t("subject"), wrap: true, cell: (mail) => mail.subject },
          { key: "address", header: t("address"), sort: "address", cell: (mail) => mail.address },
          { key: "kind", header: t("kind"), cell: (mail) => t(`kinds.${mail.kind}`) },
          {
            key: "state",
            header: t("stateLabel"),
            cell: (mail) => (
              <Badge tone={mailStateTones[mail.state]}>{all(mailStateLabels[mail.state])}</Badge>
            ),
          },
          {
            key: "createdAt",
            header: t("createdAt"),
            sort: "createdAt",
            cell: (mail) => formats.dateTime(mail.createdAt),
          },
          {
            key: "attempts",
            header: t("attempts"),
            align: "end",
            cell: (mail) => formats.count(mail.attempts),
          },
          {
            key: "nextAt",
            header: t("nextAt"),
            sort: "nextAt",
            cell: (mail) => formats.dateTime(mail.nextAt),
          },
          { key: "error", header: t("error"), wrap: true, cell: (mail) => troubleOf(mail.lastError) },
        ]}
      />
      <Pager
        page={params.page}
        pageSize={params.pageSize}
        total={total}
        searchParams={searchParams}
        pathname="/mails"
      />
    </>
  );
}
