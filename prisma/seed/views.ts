import { createViewSchema, type ViewList } from "@/lib/domain/views/schema";
import { createView } from "@/lib/domain/views/service";
import { systemViewer } from "@/lib/platform/auth/viewer";

/** What an office looks at every week, as one of its officers shares it. */
const views: { list: ViewList; name: string; query: string }[] = [
  {
    list: "leases",
    name: "Ending soon 即将到期",
    query: "status=EXPIRING&sort=endsOn&columns=leaseNo,enterprise,units,area,endsOn,daysLeft,status",
  },
  { list: "leases", name: "Holdovers 续占", query: "status=HOLDOVER&sort=endsOn" },
  { list: "enterprises", name: "No headcount yet 未申报人数", query: "missing=headcount" },
  { list: "units", name: "Vacant now 空置", query: "status=VACANT&sort=-area" },
];

export async function loadViews(officerId: string | undefined): Promise<void> {
  if (!officerId) throw new Error("The sample zone has no officer");
  const officer = systemViewer("Ou Wei (sample)", officerId);
  for (const view of views) await createView(officer, createViewSchema.parse({ ...view, shared: true }));
}
