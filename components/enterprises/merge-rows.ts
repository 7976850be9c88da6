import { getTranslations } from "next-intl/server";
import type { EnterpriseDto } from "@/lib/domain/enterprises/dto";
import { clusterLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import { isUnsaid, type MergeField, mergeFields } from "@/lib/domain/enterprises/rules";
import { countryName } from "@/lib/platform/i18n/countries";
import { currentLocale } from "@/lib/platform/i18n/translator";

/** One field of two records in words; `open` where both say something and not the same, so that one must decide. */
export type MergeRow = { field: MergeField; label: string; stays: string; goes: string; open: boolean };

/** Fields whose own name holds the words of their values. */
const labels: Partial<Record<MergeField, string>> = { cluster: "clusterLabel", stage: "stageLabel" };

/** What two records of one firm say, in the reader's words. */
export async function toMergeRows(stays: EnterpriseDto, goes: EnterpriseDto): Promise<MergeRow[]> {
  const [t, locale] = await Promise.all([getTranslations(), currentLocale()]);
  const words = (firm: EnterpriseDto, field: MergeField): string => {
    if (field === "cluster") return isUnsaid(field, firm.cluster) ? "" : t(clusterLabel(firm.cluster));
    if (field === "stage") return t(stageLabel(firm.stage));
    if (field === "country") return countryName(locale, firm.country) ?? "";
    if (field === "headquarters") return t(firm.headquarters ? "enterprises.yes" : "enterprises.no");
    if (field === "ownerId") return firm.owner ?? "";
    return firm[field] ?? "";
  };
  return mergeFields.flatMap((field) => {
    const [mine, theirs] = [words(stays, field), words(goes, field)];
    if (!mine && !theirs) return [];
    const open = mine !== "" && theirs !== "" && mine !== theirs;
    return [{ field, label: t(`enterprises.${labels[field] ?? field}`), stays: mine, goes: theirs, open }];
  });
}
