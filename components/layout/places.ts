import {
  IconBuildingCommunity,
  IconChartBar,
  IconFileImport,
  IconHome,
  IconKey,
  IconSettings,
  IconTargetArrow,
  IconUsersGroup,
} from "@tabler/icons-react";

/** The places of the left rail, in their order. A role sees some of them; `settings` stands below. */
export const places = {
  home: { href: "/", icon: IconHome },
  parks: { href: "/parks", icon: IconBuildingCommunity },
  enterprises: { href: "/enterprises", icon: IconUsersGroup },
  leases: { href: "/leases", icon: IconKey },
  projects: { href: "/projects", icon: IconTargetArrow },
  reports: { href: "/reports", icon: IconChartBar },
  imports: { href: "/imports", icon: IconFileImport },
  settings: { href: "/settings", icon: IconSettings },
} as const;

export type Place = keyof typeof places;
