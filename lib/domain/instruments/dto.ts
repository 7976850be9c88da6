import { toCivil, toCivilOrNull } from "@/lib/platform/dates/civil";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Amount } from "@/lib/platform/money/convert";

export const instrumentSelect = {
  id: true,
  code: true,
  nameZh: true,
  nameEn: true,
  kind: true,
  issuerId: true,
  issuerZh: true,
  issuerEn: true,
  amount: true,
  currency: true,
  pricedOn: true,
  rateUsed: true,
  rateBase: true,
  rateQuote: true,
  rateSource: true,
  maturesOn: true,
  useZh: true,
  useEn: true,
  agreementId: true,
  version: true,
  issuer: { select: { id: true, nameZh: true, nameEn: true } },
  agreement: { select: { id: true, code: true, titleZh: true, titleEn: true } },
} satisfies Prisma.InstrumentSelect;

type Row = Prisma.InstrumentGetPayload<{ select: typeof instrumentSelect }>;

export type InstrumentDto = ReturnType<typeof toInstrument>;

export function toInstrument({ amount, currency, pricedOn, maturesOn, rateUsed, ...row }: Row) {
  return {
    ...row,
    amount: { amount: amount.toFixed(2), currency },
    pricedOn: toCivil(pricedOn),
    maturesOn: toCivilOrNull(maturesOn),
    rateUsed: rateUsed?.toFixed() ?? null,
  };
}

/** Its amount on its own day with its own rate: what it is converted by. */
export function toAmount(
  instrument: Pick<InstrumentDto, "amount" | "pricedOn" | "rateUsed" | "rateBase" | "rateQuote">,
): Amount {
  const { amount, pricedOn, rateUsed, rateBase, rateQuote } = instrument;
  const own = rateUsed && rateBase && rateQuote;
  return { ...amount, on: pricedOn, rate: own ? { base: rateBase, quote: rateQuote, rate: rateUsed } : null };
}

/** Who issues it: the firm, or the name that was written. */
export function issuerOf({
  issuer,
  issuerZh,
  issuerEn,
}: Pick<InstrumentDto, "issuer" | "issuerZh" | "issuerEn">) {
  return issuer ?? { id: null, nameZh: issuerZh, nameEn: issuerEn };
}
