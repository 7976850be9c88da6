import { attachmentKindLabel } from "@/lib/domain/attachments/labels";
import { attachmentKinds } from "@/lib/domain/attachments/schema";
import { getTranslations } from "@/lib/platform/i18n/translator";

/** The kinds of papers, for a choice. */
export async function kindOptions() {
  const t = await getTranslations();
  return attachmentKinds.map((kind) => ({ value: kind, label: t(attachmentKindLabel(kind)) }));
}
