import { DescriptionList } from "@/components/ui/description-list";
import type { CustomEntry } from "@/lib/domain/custom-fields/dto";
import { customLabel } from "@/lib/domain/custom-fields/labels";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";
import styles from "./custom-fields.module.css";
import { customShown } from "./custom-shown";

/** What a record says in the office's own fields; what it said in fields that were retired since stands below. */
export async function CustomFacts({ entries }: { entries: CustomEntry[] }) {
  if (entries.length === 0) return null;
  const [t, locale, formats] = await Promise.all([
    getTranslations("custom-fields"),
    currentLocale(),
    getFormats(),
  ]);
  const list = (some: CustomEntry[]) => (
    <DescriptionList
      items={some.map(({ field, value }) => ({
        label: customLabel(locale, field),
        value: value && <span className={styles.text}>{customShown(locale, formats, field, value)}</span>,
      }))}
    />
  );
  const live = entries.filter(({ field }) => field.retiredAt === null);
  const retired = entries.filter(({ field }) => field.retiredAt !== null);
  return (
    <>
      {live.length > 0 ? (
        <>
          <h2>{t("further")}</h2>
          {list(live)}
        </>
      ) : null}
      {retired.length > 0 ? (
        <>
          <h2>{t("retiredTitle")}</h2>
          {list(retired)}
        </>
      ) : null}
    </>
  );
}
