import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { AcceptMany } from "@/components/change-requests/accept-many";
import { AcceptedPreview } from "@/components/change-requests/accepted-preview";
import { BulkPage } from "@/components/lists/bulk-page";
import { fieldLabel } from "@/lib/domain/change-requests/labels";
import { listChangeRequestIds, listStandings, whyNotAccepted } from "@/lib/domain/change-requests/queries";
import { changeRequestListSchema } from "@/lib/domain/change-requests/schema";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import { parseList, type SearchParams } from "@/lib/platform/paging/list-params";
import { selectionFrom } from "@/lib/platform/paging/selection";

/** More than this are looked at page by page: a list to be read before it is accepted has an end. */
const MOST = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-requests"))("bulk.title") };
}

/** The requests ticked in the list, or all that it shows, accepted together. */
export default async function BulkChangeRequestsPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations(),
  ]);
  if (!can(viewer, "change-requests.acceptMany")) forbidden();
  const { ids, filters } = selectionFrom(searchParams);
  const meant = filters
    ? await listChangeRequestIds(viewer, parseList(changeRequestListSchema, { ...filters, state: "OPEN" }))
    : ids;
  const found = await listStandings(viewer, meant.slice(0, MOST));
  const fieldsOf = (fields: { field: string }[]) =>
    [...new Set(fields.map(({ field }) => t(fieldLabel(field) as never)))].join(" · ");
  const named = found.map((request) => ({
    request,
    name: `${nameOf(viewer.locale, request.enterprise)}: ${fieldsOf(request.fields)}`,
    not: whyNotAccepted(request),
  }));
  const rows = named.filter(({ not }) => not === null);
  return (
    <BulkPage
      list={{ href: "/change-requests", label: t("change-requests.title") }}
      words={{ title: t("change-requests.bulk.title"), none: t("change-requests.bulk.none") }}
      none={found.length === 0}
    >
      {meant.length > MOST ? (
        <p role="note">{t("change-requests.bulk.first", { shown: MOST, all: meant.length })}</p>
      ) : null}
      <ClientMessages
        namespaces={["change-requests", "enterprises", "commitments", "milestones", "projects"]}
      >
        <AcceptMany
          listHref={hrefWith(searchParams, { id: null, all: null }, "/change-requests")}
          rows={rows.map(({ request: { id, version }, name }) => ({ id, version, name }))}
          left={named.flatMap(({ request: { id }, name, not }) =>
            not ? [{ id, name, why: not.why, fields: fieldsOf(not.fields) }] : [],
          )}
        >
          {rows.map(({ request }) => (
            <AcceptedPreview key={request.id} request={request} locale={viewer.locale} />
          ))}
        </AcceptMany>
      </ClientMessages>
    </BulkPage>
  );
}
