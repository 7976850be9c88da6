import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { FirmRequestField } from "@/components/change-requests/firm-request-field";
import { PortalPage } from "@/components/change-requests/portal-page";
import { RequestVerbs } from "@/components/change-requests/request-verbs";
import { getValueWords } from "@/components/change-requests/value-words";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { requestStateLabel } from "@/lib/domain/change-requests/labels";
import { getChangeRequest } from "@/lib/domain/change-requests/queries";
import { requireFirm } from "@/lib/platform/auth/firm";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("change-requests.portal"))("request") };
}

const tones = { OPEN: "warn", RETURNED: "bad", DECIDED: "good", WITHDRAWN: "neutral" } as const;

/** What became of something that the firm asked for. */
export default async function FirmRequestPage(props: Props) {
  const [{ viewer }, { id }, t] = await Promise.all([requireFirm(), props.params, getTranslations()]);
  const request = await getChangeRequest(viewer, id);
  if (!request) notFound();
  const words = await getValueWords(request.commitment);
  const about = request.milestone ?? request.commitment;
  const { askedByName: name, askedOn: on } = request;
  return (
    <PortalPage
      title={about ? titleOf(viewer.locale, about) : t("change-requests.portal.request")}
      trail={[{ href: "/portal/profile", label: t("change-requests.portal.profile") }]}
      beside={<Badge tone={tones[request.state]}>{t(requestStateLabel(request.state))}</Badge>}
      help={t("change-requests.portal.requestOf", { name, on })}
    >
      {request.comment ? (
        <Banner
          tone={request.state === "RETURNED" ? "warn" : "info"}
          title={t("change-requests.portal.officeSays")}
        >
          <p>{request.comment}</p>
        </Banner>
      ) : null}
      <ClientMessages namespaces={["change-requests"]}>
        <RequestVerbs of={{ id, version: request.version }} can={request.can} />
      </ClientMessages>
      {request.fields.map((field) => (
        <FirmRequestField key={field.id} request={request} field={field} words={words} />
      ))}
    </PortalPage>
  );
}
