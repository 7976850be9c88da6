import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { PageHeader } from "@/components/ui/page-header";
import { UserForm } from "@/components/users/user-form";
import { listParkOptions } from "@/lib/domain/parks/queries";
import { can } from "@/lib/domain/permissions";
import { getUser } from "@/lib/domain/users/queries";
import { requireViewer } from "@/lib/platform/auth/session";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("users"))("edit") };
}

export default async function EditUserPage(props: { params: Promise<{ id: string }> }) {
  const [viewer, { id }, t] = await Promise.all([requireViewer(), props.params, getTranslations("users")]);
  if (!can(viewer, "users.update")) forbidden();
  const [user, parks] = await Promise.all([getUser(viewer, id), listParkOptions(viewer)]);
  if (!user) notFound();
  const trail = [
    { href: "/users", label: t("title") },
    { href: `/users/${id}`, label: user.name },
  ];
  return (
    <>
      <PageHeader title={t("edit")} trail={trail} />
      <ClientMessages namespaces={["users"]}>
        <UserForm
          user={user}
          parks={parks.map((park) => ({ id: park.id, name: nameOf(viewer.locale, park) }))}
        />
      </ClientMessages>
    </>
  );
}
