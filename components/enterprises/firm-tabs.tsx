import { Tabs } from "@/components/ui/tabs";
import { useWords } from "@/lib/platform/i18n/translator";

/** Under the title of each side of the place "enterprises": the firms, what they ask for, who says that they act for them. */
export function FirmTabs({ sides, current }: { sides: readonly string[]; current: string }) {
  const t = useWords();
  if (sides.length < 2) return null;
  const tabs = sides.map((side) => ({ href: `/${side}`, label: t(`${side}.title`) }));
  return <Tabs label={t("nav.enterprises")} tabs={tabs} current={`/${current}`} />;
}
