import type { Metadata } from "next";
import { forbidden } from "next/navigation";
import { MeetingFormPage } from "@/components/meetings/meeting-form-page";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/domain/permissions";
import { requireViewer } from "@/lib/platform/auth/session";
import { reachesZone } from "@/lib/platform/auth/viewer";
import { getTranslations } from "@/lib/platform/i18n/translator";
import { firstValues, type SearchParams } from "@/lib/platform/paging/list-params";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("meetings"))("newTitle") };
}

export default async function NewMeetingPage(props: { searchParams: Promise<SearchParams> }) {
  const [viewer, searchParams, t] = await Promise.all([
    requireViewer(),
    props.searchParams,
    getTranslations("meetings"),
  ]);
  if (!can(viewer, "meetings.create") || !reachesZone(viewer)) forbidden();
  return (
    <>
      <PageHeader title={t("newTitle")} trail={[{ href: "/meetings", label: t("title") }]} />
      <MeetingFormPage viewer={viewer} seriesId={firstValues(searchParams).series} />
    </>
  );
}
