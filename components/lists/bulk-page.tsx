import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** The page that changes many rows of a list: its form, or what to do first where no row is meant. */
export async function BulkPage(props: {
  /** The list that the rows are of. */
  list: { href: string; label: string };
  words: { title: string; none: string };
  none: boolean;
  children: ReactNode;
}) {
  const { list, words } = props;
  const t = await getTranslations("ui.bulk");
  return (
    <>
      <PageHeader title={words.title} trail={[list]} />
      {props.none ? (
        <EmptyState
          title={words.none}
          text={t("noneText")}
          action={<ButtonLink href={list.href}>{list.label}</ButtonLink>}
        />
      ) : (
        props.children
      )}
    </>
  );
}
