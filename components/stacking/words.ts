import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { availabilityLabel } from "@/lib/domain/units/labels";
import type { Formats } from "@/lib/platform/i18n/formats";
import { useFormats } from "@/lib/platform/i18n/use-formats";
import type { Block } from "./blocks";

/** What a block says of itself, in the reader's language; areas come as hundredths of m². */
export function useBlockWords() {
  const t = useTranslations();
  const formats = useFormats();
  return useMemo(() => toWords(t, formats), [t, formats]);
}

function toWords(t: ReturnType<typeof useTranslations>, formats: Formats) {
  const area = (hundredths: number, places = 2) => `${formats.number(hundredths / 100, places)} m²`;

  const named = new Map<string, string>();
  function state({ kind, availability }: Pick<Block, "kind" | "availability">): string {
    const key = kind === "selfUse" ? availabilityLabel(availability) : `ui.status.${kind}`;
    const name = named.get(key) ?? t(key);
    named.set(key, name);
    return name;
  }

  /** Who is in it, or will be; empty where nobody. */
  function who({ tenants }: Block): string {
    const names = [...new Set(tenants.map(({ name }) => name))];
    return names.length > 1 ? t("buildings.plan.firms", { count: names.length }) : (names[0] ?? "");
  }

  /** The first end among the leases; null where none is. */
  function until({ tenants }: Block): string | null {
    return tenants.map(({ endsOn }) => endsOn).sort()[0] ?? null;
  }

  // Hundreds of blocks are told at each step of the slider: what does not change with the day is told once.
  const told = new WeakMap<Block["tenants"], string[]>();
  function tenantsOf({ tenants }: Block): string[] {
    const known = told.get(tenants);
    if (known) return known;
    const parts = tenants
      .slice(0, 3)
      .map(({ name, endsOn }) => t("buildings.plan.tenantUntil", { name, day: endsOn }));
    if (tenants.length > 3) parts.push(t("buildings.plan.more", { count: tenants.length - 3 }));
    told.set(tenants, parts);
    return parts;
  }

  /** One sentence, for a label and for who hears the plan. */
  function sentence(block: Block, fits: boolean): string {
    const parts = [`${block.code}: ${state(block)}`, area(block.area)];
    if (block.kind === "partLet") parts.push(t("buildings.plan.letOf", { area: area(block.occupied) }));
    parts.push(...tenantsOf(block));
    if (fits) parts.push(t("buildings.plan.fits"));
    return parts.join(", ");
  }

  return { t, formats, area, state, who, until, sentence };
}

export type BlockWords = ReturnType<typeof useBlockWords>;
