import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { PageNotice } from "@/components/ui/page-notice";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("errors.page");
  return { title: t("forbiddenTitle") };
}

/** A verb that the role does not have. A row out of reach is not-found instead. */
export default async function Forbidden() {
  const t = await getTranslations("errors.page");
  return (
    <PageNotice
      title={t("forbiddenTitle")}
      text={t("forbiddenText")}
      home={{ href: "/", label: t("home") }}
    />
  );
}
