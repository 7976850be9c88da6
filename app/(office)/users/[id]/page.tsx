import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { RecordHistory } from "@/components/history/record-history";
import { ButtonLink } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { SetupLinkState } from "@/components/users/setup-link-state";
import { UserVerbs } from "@/components/users/user-verbs";
import { can } from "@/lib/domain/permissions";
import { roleLabels, userStatusLabels } from "@/lib/domain/users/labels";
import { getUser } from "@/lib/domain/users/queries";
import { getSetupLink } from "@/lib/domain/users/queries-links";
import { requireViewer } from "@/lib/platform/auth/session";
import { listHistory } from "@/lib/platform/change-sets/history";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { sendsMail } from "@/lib/platform/mail/settings";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("one") };
}

export default async function UserPage(props: Props) {
  const [viewer, { id }, t] = await Promise.all([requireViewer(), props.params, getTranslations()]);
  if (!can(viewer, "users.read")) forbidden();
  const user = await getUser(viewer, id);
  if (!user) notFound();
  const link = await getSetupLink(viewer, id);
  const reach = [...user.parks, ...user.enterprises].map((place) => nameOf(viewer.locale, place)).join(", ");
  return (
    <>
      <PageHeader
        title={user.name}
        trail={[{ href: "/users", label: t("users.title") }]}
        action={
          <ButtonLink look="primary" href={`/users/${id}/edit`}>
            {t("users.edit")}
          </ButtonLink>
        }
      />
      <DescriptionList
        items={[
          { label: t("users.email"), value: user.email },
          { label: t("users.roleLabel"), value: t(roleLabels[user.role]) },
          { label: t("users.statusLabel"), value: t(userStatusLabels[user.status]) },
          {
            label: t("users.reach"),
            value: reach || (user.role === "ENTERPRISE" ? null : t("users.allParks")),
          },
          { label: t("users.linkLabel"), value: link && <SetupLinkState link={link} /> },
        ]}
      />
      <ClientMessages namespaces={["users"]}>
        <UserVerbs
          id={id}
          name={user.name}
          suspended={user.status === "SUSPENDED"}
          link={sendsMail() ? (link ? "sendLinkAgain" : "sendLink") : "link"}
        />
      </ClientMessages>
      <h2>{t("users.history")}</h2>
      <RecordHistory entries={await listHistory([id])} noun="users" />
    </>
  );
}
