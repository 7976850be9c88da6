import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { listPapers, PortalFiles } from "@/components/change-requests/portal-files";
import { PortalPage } from "@/components/change-requests/portal-page";
import { DropQualification, QualificationForm } from "@/components/change-requests/qualification-form";
import { RequestBanner } from "@/components/change-requests/request-banner";
import { getChangeRequest, getOpenRequest } from "@/lib/domain/change-requests/queries";
import { qualificationField } from "@/lib/domain/change-requests/rules";
import { getEnterprise } from "@/lib/domain/enterprises/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> };

const NEW = "new";
const parts = ["title", "number", "issuer", "validFrom", "validTo", "attachmentId"] as const;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ id }, t] = await Promise.all([props.params, getTranslations("change-requests.portal")]);
  return { title: t(id === NEW ? "newQualification" : "qualification") };
}

/** One licence of the firm's: what stands, or what is asked for about it already. */
export default async function QualificationPage(props: Props) {
  const [{ viewer, enterpriseId }, { id }, searchParams] = await Promise.all([
    requireFirm(),
    props.params,
    props.searchParams,
  ]);
  const { from } = firstValues(searchParams);
  const [t, firm, open, again, papers] = await Promise.all([
    getTranslations("change-requests.portal"),
    getEnterprise(viewer, enterpriseId),
    getOpenRequest(viewer, { enterpriseId }),
    from ? getChangeRequest(viewer, from) : null,
    listPapers(viewer, "enterprises", enterpriseId),
  ]);
  if (!firm) notFound();
  const field = qualificationField(id);
  const standing = firm.qualifications.find((row) => row.id === id);
  const asked = [...(open?.fields ?? []), ...(again?.fields ?? [])].find((row) => row.field === field)?.after;
  if (id !== NEW && !standing && !asked) notFound();
  const shown = (asked ?? standing ?? {}) as Record<string, string | null>;
  const values = Object.fromEntries(parts.map((part) => [part, shown[part] ?? ""]));
  const seen = { id: enterpriseId, version: firm.version, requestVersion: open?.version ?? 0 };
  return (
    <PortalPage
      title={t(id === NEW ? "newQualification" : "qualification")}
      trail={[{ href: "/portal/profile", label: t("profile") }]}
      help={t("reviewHelp")}
    >
      <RequestBanner request={open} />
      <ClientMessages namespaces={["change-requests", "enterprises", "attachments"]}>
        <QualificationForm
          seen={seen}
          papers={papers}
          qualification={{
            ...(values as never as Record<(typeof parts)[number], string>),
            id: id === NEW ? "" : id,
          }}
        />
        {id === NEW ? null : (
          <p>
            <DropQualification seen={seen} qualificationId={id} />
          </p>
        )}
        <PortalFiles owner="enterprises" ownerId={enterpriseId} usual="LICENCE" papers={papers} />
      </ClientMessages>
    </PortalPage>
  );
}
