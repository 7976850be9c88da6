/** ISO 4217 codes that the office meets, the usual ones first. */
export const currencies = ["CNY", "USD", "SGD", "HKD", "EUR", "GBP", "JPY"] as const;
export type Currency = (typeof currencies)[number];
