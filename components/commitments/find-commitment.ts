import type { Metadata } from "next";
import { getCommitment } from "@/lib/domain/commitments/queries";
import { finder } from "@/lib/platform/auth/finder";
import { titleOf } from "@/lib/platform/i18n/names";

/** The commitment of a page, fetched once; out of reach is not found. */
export const findCommitment = finder("commitment", getCommitment);

/** The title of every page of a commitment. */
export async function titleOfCommitment(props: { params: Promise<{ id: string }> }): Promise<Metadata> {
  const { viewer, commitment } = await findCommitment((await props.params).id);
  return { title: titleOf(viewer.locale, commitment) };
}
