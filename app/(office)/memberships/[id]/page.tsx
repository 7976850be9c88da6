import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { RecordHistory } from "@/components/history/record-history";
import { ConfirmForm } from "@/components/memberships/decide-forms";
import { findJoinRequest } from "@/components/memberships/find-join-request";
import { AppLink } from "@/components/ui/app-link";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { joinStateLabels } from "@/lib/domain/memberships/labels";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { listHistory } from "@/lib/platform/change-sets/history";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberships"))("one") };
}

/** One request, with what the number was found to mean, and the office's two answers. */
export default async function MembershipPage(props: Props) {
  if (!can(await requireViewer(), "memberships.confirm")) forbidden();
  const [{ id }, t, formats] = await Promise.all([props.params, getTranslations(), getFormats()]);
  const { viewer, request } = await findJoinRequest(id);
  const { enterprise } = request;
  const firm = enterprise && { value: enterprise.id, label: nameOf(viewer.locale, enterprise) };
  return (
    <>
      <PageHeader
        title={request.name}
        trail={[{ href: "/memberships", label: t("memberships.title") }]}
        beside={<span>{t(joinStateLabels[request.state])}</span>}
        more={
          request.state === "OPEN" ? (
            <AppLink href={`/memberships/${id}/refuse`}>{t("memberships.refuse")}</AppLink>
          ) : undefined
        }
      />
      <DescriptionList
        items={[
          { label: t("memberships.email"), value: request.email },
          { label: t("memberships.identifier"), value: request.identifierValue },
          {
            label: t("memberships.firm"),
            value: firm ? (
              <AppLink href={`/enterprises/${firm.value}/users`}>{firm.label}</AppLink>
            ) : (
              t("memberships.firmUnknown")
            ),
          },
          { label: t("memberships.message"), value: request.message },
          { label: t("memberships.askedOn"), value: formats.dateTime(request.createdAt) },
          { label: t("memberships.decidedBy"), value: request.decidedBy },
          { label: t("memberships.decision"), value: request.decision },
        ]}
      />
      {request.state === "OPEN" ? (
        <ClientMessages namespaces={["memberships"]}>
          <h2>{t("memberships.confirm")}</h2>
          <ConfirmForm id={id} version={request.version} firm={firm} />
        </ClientMessages>
      ) : null}
      <h2>{t("common.history")}</h2>
      <RecordHistory entries={await listHistory([id])} noun="memberships" />
    </>
  );
}
