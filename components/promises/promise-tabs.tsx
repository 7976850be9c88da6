import { Tabs } from "@/components/ui/tabs";
import { useWords } from "@/lib/platform/i18n/translator";

/** Under the title of each side of the place "promises": the way to the others. */
export function PromiseTabs({ sides, current }: { sides: readonly string[]; current: string }) {
  const t = useWords();
  const hrefOf = (side: string) => (side === "promises" ? "/reports/promises" : `/${side}`);
  const tabs = sides.map((side) => ({
    href: hrefOf(side),
    label: side === "promises" ? t("reports.promises.tab") : t(`${side}.title`),
  }));
  return <Tabs label={t("nav.promises")} tabs={tabs} current={hrefOf(current)} />;
}
