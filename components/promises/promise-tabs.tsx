import { getTranslations } from "next-intl/server";
import { Tabs } from "@/components/ui/tabs";

/** Under the title of each list of the place "promises": the way to the others. */
export async function PromiseTabs({ sides, current }: { sides: readonly string[]; current: string }) {
  const t = await getTranslations();
  const tabs = sides.map((noun) => ({ href: `/${noun}`, label: t(`${noun}.title`) }));
  return <Tabs label={t("nav.promises")} tabs={tabs} current={`/${current}`} />;
}
