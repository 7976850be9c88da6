import { getTranslations } from "next-intl/server";
import { attachmentKindLabel } from "@/lib/domain/attachments/labels";
import { attachmentKinds } from "@/lib/domain/attachments/schema";

/** The kinds of papers, for a choice. */
export async function kindOptions() {
  const t = await getTranslations();
  return attachmentKinds.map((kind) => ({ value: kind, label: t(attachmentKindLabel(kind)) }));
}
