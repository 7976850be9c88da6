import "../i18n/zod-messages";
import { z } from "zod";
import { currencies } from "./currencies";
import { decimalPlaces, parseHumanNumber } from "./parse-number";

export type NumberRules = { dp?: number; min?: number; max?: number };

/** A decimal in any human form; comes out as a plain decimal string, never a float. */
export function decimalString(rules: NumberRules = {}) {
  return z
    .string()
    .min(1)
    .transform((text, context) => toDecimal(text, rules, context));
}

export function optionalDecimal(rules: NumberRules = {}) {
  return z
    .string()
    .nullish()
    .transform((text, context) => (text?.trim() ? toDecimal(text, rules, context) : null));
}

/** A count, as a form's text or a program's number; comes out as a number. */
export function wholeNumber(rules: Omit<NumberRules, "dp"> = {}) {
  return z
    .union([z.string().min(1), z.number()])
    .transform((value, context) => Number(toDecimal(String(value), { ...rules, dp: 0 }, context)));
}

export function optionalWhole(rules: Omit<NumberRules, "dp"> = {}) {
  return z
    .union([z.string(), z.number()])
    .nullish()
    .transform((value, context) => {
      const text = String(value ?? "");
      return text.trim() ? Number(toDecimal(text, { ...rules, dp: 0 }, context)) : null;
    });
}

/** An amount with its currency, as `MoneyField` sends it. */
export function moneyInput() {
  return z.object({ amount: decimalString({ min: 0, max: 1e15 }), currency: z.enum(currencies) });
}

/** An empty amount comes out as null, whatever the currency beside it. */
export function optionalMoney() {
  return z
    .object({ amount: optionalDecimal({ min: 0, max: 1e15 }), currency: z.enum(currencies).catch("CNY") })
    .nullish()
    .transform((money) =>
      money && money.amount !== null ? { amount: money.amount, currency: money.currency } : null,
    );
}

type Context = { addIssue(issue: { code: "custom"; message: string }): void };

function toDecimal(text: string, rules: NumberRules, context: Context): string {
  const { dp = 2, min, max } = rules;
  const number = parseHumanNumber(text);
  const message = problem();
  if (number !== null && !message) return number;
  context.addIssue({ code: "custom", message: message ?? "errors.number" });
  return z.NEVER;

  function problem(): string | null {
    if (!text.trim()) return "errors.required";
    if (number === null) return "errors.number";
    if (decimalPlaces(number) > dp) return dp === 0 ? "errors.whole" : `errors.decimals?dp=${dp}`;
    if (min !== undefined && Number(number) < min) {
      // The least that a column holds is no limit that anybody thinks of.
      return min > 0 && min < 0.01 ? "errors.positive" : `errors.atLeast?min=${min}`;
    }
    if (max !== undefined && Number(number) > max) return `errors.atMost?max=${max}`;
    return null;
  }
}
