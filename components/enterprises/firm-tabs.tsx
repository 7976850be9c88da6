import { getTranslations } from "next-intl/server";
import { Tabs } from "@/components/ui/tabs";
import { can } from "@/lib/domain/permissions";
import type { Viewer } from "@/lib/platform/auth/viewer";

/** Under the title of each side of the place "enterprises": the firms, what they ask for, who says that they act for them. */
export async function FirmTabs(props: {
  viewer: Viewer;
  current: "enterprises" | "change-requests" | "memberships";
}) {
  const { viewer, current } = props;
  // A firm has its own of each in its portal.
  if (viewer.enterpriseIds !== null) return null;
  const t = await getTranslations();
  const sides = [
    { side: "enterprises", may: true },
    { side: "change-requests", may: can(viewer, "change-requests.read") },
    { side: "memberships", may: can(viewer, "memberships.confirm") },
  ].filter(({ may }) => may);
  const tabs = sides.map(({ side }) => ({ href: `/${side}`, label: t(`${side}.title`) }));
  return <Tabs label={t("nav.enterprises")} tabs={tabs} current={`/${current}`} />;
}
