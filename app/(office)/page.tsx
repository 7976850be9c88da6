import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ManagerHome } from "@/components/home/manager-home";
import { OfficerHome } from "@/components/home/officer-home";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { asOfFrom } from "@/lib/platform/dates/as-of";
import { getTranslations } from "@/lib/platform/i18n/translator";
import type { SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

/** Each role begins where its work is: a firm in its portal, the office with its list, readers with the figures. */
export default async function HomePage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams] = await Promise.all([requireViewer(), props.searchParams]);
  const asOf = asOfFrom(searchParams);
  if (viewer.enterpriseIds !== null) redirect("/portal");
  if (can(viewer, "leases.update")) return <OfficerHome viewer={viewer} asOf={asOf} />;
  return <ManagerHome viewer={viewer} asOf={asOf} />;
}
