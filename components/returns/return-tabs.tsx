import { Tabs } from "@/components/ui/tabs";
import { getTranslations } from "@/lib/platform/i18n/translator";

const sides = ["return-rounds", "returns", "return-forms"] as const;

/** Under the title of each side of the place "returns": the way to the others. */
export async function ReturnTabs({ current }: { current: (typeof sides)[number] }) {
  const t = await getTranslations();
  const tabs = sides.map((side) => ({ href: `/${side}`, label: t(`${side}.title`) }));
  return <Tabs label={t("nav.returns")} tabs={tabs} current={`/${current}`} />;
}
