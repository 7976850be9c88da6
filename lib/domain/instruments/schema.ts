import { z } from "zod";
import { filterId, listParams, oneOf } from "@/lib/platform/paging/list-params";
import { currencies } from "@/lib/platform/values/currencies";
import { civilDate, optionalDate } from "@/lib/platform/values/dates";
import { decimalString, optionalDecimal } from "@/lib/platform/values/numbers";
import { codeText, optionalText } from "@/lib/platform/values/text";
import { totalCurrencies } from "../rates/schema";

export const instrumentKinds = ["GREEN_BOND", "BOND", "LOAN", "FUND", "OTHER"] as const;

const optionalId = z
  .union([z.uuid(), z.literal("")])
  .nullish()
  .transform((id) => id || null);
const optionalCurrency = z
  .union([z.enum(currencies), z.literal("")])
  .nullish()
  .transform((currency) => currency || null);

const fields = {
  code: codeText(40),
  nameZh: optionalText(200),
  nameEn: optionalText(200),
  kind: z.enum(instrumentKinds).default("GREEN_BOND"),
  /** The firm that issues it, or its name where it is no firm of the zone. */
  issuerId: optionalId,
  issuerZh: optionalText(200),
  issuerEn: optionalText(200),
  amount: z.object({ amount: decimalString({ min: 0.01, max: 1e15 }), currency: z.enum(currencies) }),
  pricedOn: civilDate(),
  /** The rate that was agreed for it: one `rateBase` = `rateUsed` `rateQuote`. */
  rateUsed: optionalDecimal({ dp: 8, min: 0.00000001, max: 1e9 }),
  rateBase: optionalCurrency,
  rateQuote: optionalCurrency,
  rateSource: optionalText(300),
  maturesOn: optionalDate(),
  useZh: optionalText(1000),
  useEn: optionalText(1000),
  agreementId: optionalId,
};

type Checked = z.output<z.ZodObject<typeof fields>>;

function check(instrument: Checked, context: z.RefinementCtx): void {
  const add = (path: string, message: string) => context.addIssue({ code: "custom", path: [path], message });
  if (!instrument.nameZh && !instrument.nameEn) add("nameZh", "errors.oneNameNeeded");
  if (!instrument.issuerId && !instrument.issuerZh && !instrument.issuerEn) {
    add("issuerId", "instruments.errors.issuer");
  }
  const { rateUsed, rateBase, rateQuote, maturesOn, pricedOn } = instrument;
  const given = [rateUsed, rateBase, rateQuote].filter((part) => part !== null).length;
  const own = [rateBase, rateQuote].includes(instrument.amount.currency);
  // A pair that was chosen without a rate says nothing, and a rate needs a pair that the amount is in.
  if (given > 0 && (given < 3 || rateBase === rateQuote || !own)) {
    add("rateUsed", `instruments.errors.rate?currency=${instrument.amount.currency}`);
  }
  if (maturesOn !== null && maturesOn <= pricedOn) add("maturesOn", "errors.datesOrdered");
}

const versioned = { id: z.uuid(), version: z.coerce.number().int() };

export const createInstrumentSchema = z.object(fields).superRefine(check);
export const updateInstrumentSchema = z.object({ ...versioned, ...fields }).superRefine(check);

export const instrumentListSchema = listParams({
  sort: ["name", "code", "pricedOn", "amount", "currency"],
  defaultSort: "-pricedOn",
  filters: {
    kind: oneOf(instrumentKinds),
    currency: oneOf(currencies),
    issuer: filterId(),
    agreement: filterId(),
    /** In what the total is read; USD where nothing is chosen. */
    in: oneOf(totalCurrencies),
  },
});

export type CreateInstrumentInput = z.output<typeof createInstrumentSchema>;
export type UpdateInstrumentInput = z.output<typeof updateInstrumentSchema>;
export type InstrumentListParams = z.output<typeof instrumentListSchema>;
