import { getTranslations } from "@/lib/platform/i18n/translator";
import { hrefWith } from "@/lib/platform/paging/href";
import type { SearchParams } from "@/lib/platform/paging/list-params";
import { DownloadLinks } from "./download-links";

const formats = ["xlsx", "csv"];

type ExportProps = { at: string; searchParams: SearchParams; with?: Record<string, string | null> };

/** The list as a file: what its filters leave, in its order, all pages of it. */
export async function ExportLinks({ className, ...props }: ExportProps & { className?: string }) {
  return <DownloadLinks {...(await toExportLinks(props))} className={className} />;
}

/** The same as plain values. */
export async function toExportLinks(props: ExportProps) {
  const t = await getTranslations("ui.export");
  const links = formats.map((format) => ({
    format,
    href: hrefWith(props.searchParams, { page: null, pageSize: null, ...props.with, format }, props.at),
    name: t("as", { format }),
  }));
  return { label: t("label"), links };
}
