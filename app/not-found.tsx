import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageNotice } from "@/components/ui/page-notice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.page");
  return { title: t("notFoundTitle") };
}

/** Says the same whether a row is missing or out of reach. */
export default async function NotFound() {
  const t = await getTranslations("errors.page");
  return (
    <PageNotice title={t("notFoundTitle")} text={t("notFoundText")} home={{ href: "/", label: t("home") }} />
  );
}
