import { Banner } from "@/components/ui/banner";
import type { Findings } from "@/lib/imports/pack";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** As many rows are named; the preview names the others. */
const NAMED = 12;

/** What the file does by itself, and nobody said: told before anything is written. */
export async function ImportNotes({ findings }: { findings: Findings }) {
  const notes = findings.notes ?? [];
  if (notes.length === 0) return null;
  const t = await getTranslations("imports.told");
  const rows = notes.slice(0, NAMED).map(({ row }) => row);
  const named = { rows: rows.join(", "), count: notes.length };
  const left = notes.length - rows.length;
  return (
    <Banner tone="info" title={t("title", { count: notes.length })}>
      {left > 0 ? t("more", { ...named, count: left }) : t("rows", named)}
    </Banner>
  );
}
