import { Tabs } from "@/components/ui/tabs";
import { useWords } from "@/lib/platform/i18n/translator";

const sides = ["return-rounds", "returns", "return-forms"] as const;

/** Under the title of each side of the place "returns": the way to the others. */
export function ReturnTabs({ current }: { current: (typeof sides)[number] }) {
  const t = useWords();
  const tabs = sides.map((side) => ({ href: `/${side}`, label: t(`${side}.title`) }));
  return <Tabs label={t("nav.returns")} tabs={tabs} current={`/${current}`} />;
}
