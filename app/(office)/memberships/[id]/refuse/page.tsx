import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { RefuseForm } from "@/components/memberships/decide-forms";
import { findJoinRequest } from "@/components/memberships/find-join-request";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("memberships"))("refuse") };
}

/** The office says no to a request, and why. */
export default async function RefuseMembershipPage(props: Props) {
  if (!can(await requireViewer(), "memberships.refuse")) forbidden();
  const [{ id }, t] = await Promise.all([props.params, getTranslations("memberships")]);
  const { request } = await findJoinRequest(id);
  if (request.state !== "OPEN") notFound();
  return (
    <>
      <PageHeader title={t("refuse")} trail={[{ href: `/memberships/${id}`, label: request.name }]} />
      <ClientMessages namespaces={["memberships"]}>
        <RefuseForm id={id} version={request.version} />
      </ClientMessages>
    </>
  );
}
