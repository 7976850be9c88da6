import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { findChangeRequest } from "@/components/change-requests/find-change-request";
import { AssignForm, SendBackForm } from "@/components/change-requests/office-forms";
import { PageHeader } from "@/components/ui/page-header";
import { listOwnerOptions } from "@/lib/domain/users/queries";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { nameOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

/** What can be done to a request beside deciding, by its place in its address, and the right that it asks. */
const verbs = { "send-back": "sendBack", assign: "assign" } as const;

const isVerb = (verb: string): verb is keyof typeof verbs => Object.hasOwn(verbs, verb);

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("change-requests")]);
  return { title: isVerb(verb) ? t(verbs[verb]) : undefined };
}

export default async function ChangeRequestVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("change-requests")]);
  if (!isVerb(verb)) notFound();
  const { viewer, request } = await findChangeRequest(id);
  if (!request.can[verbs[verb]]) forbidden();
  const of = { id, version: request.version };
  const owners = await listOwnerOptions(viewer);
  return (
    <>
      <PageHeader
        title={t(verbs[verb])}
        trail={[
          { href: "/change-requests", label: t("title") },
          { href: `/change-requests/${id}`, label: nameOf(viewer.locale, request.enterprise) },
        ]}
      />
      <ClientMessages namespaces={["change-requests"]}>
        {verb === "send-back" ? (
          <SendBackForm of={of} />
        ) : (
          <AssignForm
            of={of}
            ownerId={request.ownerId}
            owners={owners.map((owner) => ({ value: owner.id, label: owner.name }))}
          />
        )}
      </ClientMessages>
    </>
  );
}
