import type { Metadata } from "next";
import { PageNotice } from "@/components/ui/page-notice";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** Not allowed: a verb that the role does not have. Not found: a row that is missing, or out of reach. */
type Refused = "forbidden" | "notFound";

export async function refusalTitle(refused: Refused): Promise<Metadata> {
  return { title: (await getTranslations("errors.page"))(`${refused}Title`) };
}

/** What a refused page says; `framed` where the office's frame stands around it, with its own `main`. */
export async function Refusal({ refused, framed }: { refused: Refused; framed: boolean }) {
  const t = await getTranslations("errors.page");
  return (
    <PageNotice
      title={t(`${refused}Title`)}
      text={t(`${refused}Text`)}
      home={{ href: "/", label: t("home") }}
      framed={framed}
    />
  );
}
