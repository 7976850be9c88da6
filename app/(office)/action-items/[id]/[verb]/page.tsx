import type { Metadata } from "next";
import { forbidden, notFound } from "next/navigation";
import { ActionItemVerbForm } from "@/components/action-items/action-item-verb-form";
import { isActionItemVerb } from "@/components/action-items/action-item-verbs";
import { findActionItem } from "@/components/action-items/find-action-item";
import { PageHeader } from "@/components/ui/page-header";
import { todayInZone } from "@/lib/platform/dates/today";
import { ClientMessages } from "@/lib/platform/i18n/client-messages";
import { titleOf } from "@/lib/platform/i18n/names";
import { getTranslations } from "@/lib/platform/i18n/translator";

type Props = { params: Promise<{ id: string; verb: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ verb }, t] = await Promise.all([props.params, getTranslations("action-items")]);
  return { title: isActionItemVerb(verb) ? t(verb) : undefined };
}

export default async function ActionItemVerbPage(props: Props) {
  const [{ id, verb }, t] = await Promise.all([props.params, getTranslations("action-items")]);
  if (!isActionItemVerb(verb)) notFound();
  const { viewer, item } = await findActionItem(id);
  if (!item.can[verb]) forbidden();
  return (
    <>
      <PageHeader
        title={t(verb)}
        trail={[{ href: `/action-items/${id}`, label: titleOf(viewer.locale, item) }]}
      />
      <ClientMessages namespaces={["action-items"]}>
        <ActionItemVerbForm verb={verb} id={id} version={item.version} today={todayInZone()} />
      </ClientMessages>
    </>
  );
}
