import { useWords } from "@/lib/platform/i18n/translator";
import { PageHead, type PageHeadProps } from "./page-head";

export type PageHeaderProps = Omit<PageHeadProps, "words">;

/** The head of a page in the reader's language. */
export function PageHeader(props: PageHeaderProps) {
  const t = useWords("ui");
  return <PageHead {...props} words={{ trail: t("trail"), more: t("more") }} />;
}
