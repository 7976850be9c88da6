import type { ProjectDetailDto } from "@/lib/domain/projects/dto";
import { titleOf } from "@/lib/platform/i18n/names";
import { currentLocale, getFormats } from "@/lib/platform/i18n/translator";

type Update = ProjectDetailDto["updates"][number];

/** Updates under their day or period; with `both`, the other language's words beneath. */
export async function ProjectUpdates({ updates, both }: { updates: Update[]; both?: boolean }) {
  const [locale, formats] = await Promise.all([currentLocale(), getFormats()]);
  return updates.map((update) => {
    const { textZh, textEn, periodFrom, periodTo } = update;
    const when = periodFrom && periodTo ? `${formats.date(periodFrom)} – ${formats.date(periodTo)}` : null;
    const own = titleOf(locale, { titleZh: textZh, titleEn: textEn });
    const other = [textZh, textEn].find((text) => text && text !== own);
    return (
      <section key={update.id}>
        <p>
          <strong>{formats.date(update.on)}</strong> {when ? <span>({when}) </span> : null}
          <span lang={own === textZh ? "zh-CN" : "en"}>{own}</span>
        </p>
        {both && other ? <p lang={other === textZh ? "zh-CN" : "en"}>{other}</p> : null}
      </section>
    );
  });
}
