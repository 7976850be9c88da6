import { getTranslations } from "next-intl/server";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams } from "@/lib/platform/paging/list-params";

const formats = ["xlsx", "csv"];

/** The list as a file: what its filters leave, in its order, all pages of it. Plain links, as they download. */
export async function ExportLinks(props: {
  at: string;
  searchParams: SearchParams;
  with?: Record<string, string | null>;
  className?: string;
}) {
  const t = await getTranslations("ui");
  return (
    <ul className={props.className}>
      <li>{t("export.label")}</li>
      {formats.map((format) => (
        <li key={format}>
          <a
            href={hrefWith(
              props.searchParams,
              { page: null, pageSize: null, ...props.with, format },
              props.at,
            )}
            aria-label={t("export.as", { format })}
            download
          >
            {format}
          </a>
        </li>
      ))}
    </ul>
  );
}
