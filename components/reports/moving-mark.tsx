import { getTranslations } from "@/lib/platform/i18n/translator";
import type { Moving } from "@/lib/reports/headcount/types";

/** Behind a figure that may still move: (p) for provisional, (R) for revised. A final one has none. */
export async function MovingMark({ standing }: { standing: Moving | undefined }) {
  if (!standing) return null;
  const t = await getTranslations("return-rounds");
  return (
    <small title={t(`standing.${standing}`)} aria-label={t(`standing.${standing}`)} role="note">
      {t(`mark.${standing}`)}
    </small>
  );
}
