import type { Metadata } from "next";
import { RecordHistory } from "@/components/history/record-history";
import { findProgramme } from "@/components/programmes/find-programme";
import { ProgrammeHeader } from "@/components/programmes/programme-header";
import { listHistory } from "@/lib/platform/change-sets/history";
import { nameOf } from "@/lib/platform/i18n/names";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { viewer, programme } = await findProgramme((await props.params).id);
  return { title: nameOf(viewer.locale, programme) };
}

export default async function ProgrammeHistoryPage(props: Props) {
  const { id } = await props.params;
  const { programme } = await findProgramme(id);
  return (
    <>
      <ProgrammeHeader programme={programme} side="/history" />
      <RecordHistory entries={await listHistory([id])} noun="programmes" />
    </>
  );
}
