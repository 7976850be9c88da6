import { customShown } from "@/components/custom-fields/custom-shown";
import type { CustomEntry } from "@/lib/domain/custom-fields/dto";
import { customLabel } from "@/lib/domain/custom-fields/labels";
import type { EnterpriseDto } from "@/lib/domain/enterprises/dto";
import { clusterLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import { isUnsaid, type MergeChoice, type MergeField, mergeFields } from "@/lib/domain/enterprises/rules";
import { countryName } from "@/lib/platform/i18n/countries";
import { currentLocale, getFormats, getTranslations } from "@/lib/platform/i18n/translator";

/** One field of two records in words; `open` where both say something and not the same, so that one must decide. */
export type MergeRow = { field: MergeChoice; label: string; stays: string; goes: string; open: boolean };

/** Fields whose own name holds the words of their values. */
const labels: Partial<Record<MergeField, string>> = { cluster: "clusterLabel", stage: "stageLabel" };

/** What two records of one firm say, in the reader's words. */
export async function toMergeRows(stays: EnterpriseDto, goes: EnterpriseDto): Promise<MergeRow[]> {
  const [t, locale, formats] = await Promise.all([getTranslations(), currentLocale(), getFormats()]);
  const words = (firm: EnterpriseDto, field: MergeField): string => {
    if (field === "cluster") return isUnsaid(field, firm.cluster) ? "" : t(clusterLabel(firm.cluster));
    if (field === "stage") return t(stageLabel(firm.stage));
    if (field === "country") return countryName(locale, firm.country) ?? "";
    if (field === "headquarters" || field === "publicBody") {
      return t(firm[field] ? "enterprises.yes" : "enterprises.no");
    }
    if (field === "ownerId") return firm.owner ?? "";
    return firm[field] ?? "";
  };
  const own = mergeFields.flatMap((field) =>
    toRow(field, t(`enterprises.${labels[field] ?? field}`), words(stays, field), words(goes, field)),
  );
  const shown = (entry: CustomEntry | undefined) =>
    entry?.value ? customShown(locale, formats, entry.field, entry.value) : "";
  const both = new Map([...stays.customFields, ...goes.customFields].map(({ field }) => [field.id, field]));
  const custom = [...both.values()].flatMap((field) => {
    const [mine, theirs] = [stays, goes].map((firm) =>
      shown(firm.customFields.find((entry) => entry.field.id === field.id)),
    );
    return toRow(`custom.${field.id}`, customLabel(locale, field), mine ?? "", theirs ?? "");
  });
  return [...own, ...custom];
}

function toRow(field: MergeChoice, label: string, stays: string, goes: string): MergeRow[] {
  if (!stays && !goes) return [];
  return [{ field, label, stays, goes, open: stays !== "" && goes !== "" && stays !== goes }];
}
