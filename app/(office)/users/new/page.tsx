import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { UserForm } from "@/components/users/user-form";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { sendsMail } from "@/lib/platform/mail/settings";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("newTitle") };
}

export default async function NewUserPage() {
  const [viewer, t] = await Promise.all([requireViewer(), getTranslations("users")]);
  if (!can(viewer, "users.create")) forbidden();
  const parks = await listParkOptions(viewer);
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/users", label: t("title") }]} />
      <ClientMessages namespaces={["users"]}>
        <UserForm
          parks={parks.map((park) => ({ id: park.id, name: nameOf(viewer.locale, park) }))}
          mails={sendsMail()}
        />
      </ClientMessages>
    </>
  );
}
