import { createInstrumentSchema } from "@/lib/domain/instruments/schema";
import { createInstrument } from "@/lib/domain/instruments/service";
import { createRateSchema } from "@/lib/domain/rates/schema";
import { createRate } from "@/lib/domain/rates/service";
import { madeUp } from "./programmes";
import { loader, say, together } from "./write";

/**
 * Green bonds of three state-owned enterprises, cumulatively USD 1.34 bn, as was reported. Who they are was not, nor how
 * much each: those names, amounts and days are made up so that they come to it: 500 + 3,200 / 6.40 + 340 = 1,340 m.
 */
const bonds = [
  {
    ...{ code: "GB-2021-01", nameZh: "绿色债券一期（示例）", nameEn: "Green bond I (sample)" },
    ...{ issuerZh: "示例国企甲（虚构）", issuerEn: "State-owned enterprise A (made up)" },
    amount: { amount: "500000000", currency: "USD" },
    ...{ pricedOn: "2021-09-15", maturesOn: "2024-09-15" },
  },
  {
    ...{ code: "GB-2022-01", nameZh: "绿色债券二期（示例）", nameEn: "Green bond II (sample)" },
    ...{ issuerZh: "示例国企乙（虚构）", issuerEn: "State-owned enterprise B (made up)" },
    amount: { amount: "3200000000", currency: "CNY" },
    ...{ pricedOn: "2022-04-20", maturesOn: "2025-04-20" },
    ...{ rateUsed: "6.40", rateBase: "USD", rateQuote: "CNY", rateSource: madeUp },
  },
  {
    ...{ code: "GB-2022-02", nameZh: "绿色债券三期（示例）", nameEn: "Green bond III (sample)" },
    ...{ issuerZh: "示例国企丙（虚构）", issuerEn: "State-owned enterprise C (made up)" },
    amount: { amount: "340000000", currency: "USD" },
    ...{ pricedOn: "2022-09-08", maturesOn: "2027-09-08" },
  },
];

const use = {
  useZh: "2022年11月所报：三家国企绿色债券累计13.4亿美元。发行人、单笔金额及日期为虚构示例。",
  useEn:
    "As reported in November 2022: green bonds of three state-owned enterprises, cumulatively USD 1.34 bn. Issuers, single amounts and days are made up.",
};

/** Of the days of the bonds in dollars, and of a later day that changes none of them. */
const rates = [
  { on: "2021-09-15", rate: "6.43" },
  { on: "2022-09-08", rate: "6.96" },
  { on: "2022-11-01", rate: "7.10" },
];

/** @param agreementId of the exchange's MOU, which speaks of them */
export async function loadInstruments(agreementId: string | undefined): Promise<void> {
  await together("rates.create", async (within) => {
    for (const rate of rates) {
      const input = createRateSchema.parse({ base: "USD", quote: "CNY", ...rate, source: madeUp });
      await createRate(loader, input, within);
    }
  });
  await together("instruments.create", async (within) => {
    for (const bond of bonds) {
      await createInstrument(loader, createInstrumentSchema.parse({ ...bond, ...use, agreementId }), within);
    }
  });
  say(`  ${bonds.length} green bonds and ${rates.length} exchange rates`);
}
