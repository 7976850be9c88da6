import {
  IconBuildingCommunity,
  IconChartBar,
  IconClipboardList,
  IconFileImport,
  IconHeartHandshake,
  IconHome,
  IconKey,
  IconSettings,
  IconTargetArrow,
  IconUsersGroup,
} from "@tabler/icons-react";
import { Icon } from "@/components/ui/icon";
import type { Place } from "./places";

const icons = {
  home: IconHome,
  parks: IconBuildingCommunity,
  enterprises: IconUsersGroup,
  leases: IconKey,
  promises: IconHeartHandshake,
  agreements: IconHeartHandshake,
  projects: IconTargetArrow,
  returns: IconClipboardList,
  reports: IconChartBar,
  imports: IconFileImport,
  settings: IconSettings,
} as const;

export function PlaceIcon({ place }: { place: Place }) {
  return <Icon of={icons[place]} size={18} stroke={1.6} />;
}
