import { AppLink } from "@/components/ui/app-link";
import { Banner } from "@/components/ui/banner";
import { getMergeMark } from "@/lib/domain/enterprises/queries-merge";
import { nameOf } from "@/lib/platform/i18n/names";
import { getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import { findEnterprise } from "./find-enterprise";

type Merged = { id: string; mergedInto: { id: string; nameZh: string | null; nameEn: string | null } | null };

/** On every page of a firm that was entered twice: which firm it is now, since when, by whom. */
export async function MergedMark({ enterprise }: { enterprise: Merged }) {
  const { mergedInto } = enterprise;
  if (!mergedInto) return null;
  const { viewer } = await findEnterprise(enterprise.id);
  const [t, formats, mark] = await Promise.all([
    getTranslations("enterprises.merge"),
    getFormats(),
    getMergeMark(viewer, enterprise.id),
  ]);
  const firm = nameOf(viewer.locale, mergedInto);
  return (
    <Banner tone="warn">
      <span>
        {mark ? t("mark", { firm, on: formats.dateTime(mark.at), by: mark.by }) : t("markPlain", { firm })}{" "}
        <AppLink href={`/enterprises/${mergedInto.id}`}>{t("open", { firm })}</AppLink>
      </span>
    </Banner>
  );
}
