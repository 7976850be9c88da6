import { type Locale, ZONE_TIME } from "./locales";

/** Decimals travel as strings, and Intl formats them digit by digit without passing through a float. */
type Decimal = string | number;

export const NO_VALUE = "–";

const decimals = new Map<string, Intl.NumberFormat>();

function grouped(minimum: number, maximum = minimum): Intl.NumberFormat {
  const key = `${minimum}-${maximum}`;
  let format = decimals.get(key);
  if (!format) {
    format = new Intl.NumberFormat("en-US", {
      minimumFractionDigits: minimum,
      maximumFractionDigits: maximum,
    });
    decimals.set(key, format);
  }
  return format;
}

function formatDecimal(value: Decimal | null | undefined, minimum: number, maximum = minimum): string {
  if (value === null || value === undefined || value === "") return NO_VALUE;
  return grouped(minimum, maximum).format(value as Intl.StringNumericLiteral);
}

const instants = new Intl.DateTimeFormat("sv-SE", {
  timeZone: ZONE_TIME,
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
});

const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");

function longDate(locale: Locale, iso: string): string {
  const [year = "", month = "", day = ""] = iso.slice(0, 10).split("-");
  if (locale === "zh") return `${year}年${Number(month)}月${Number(day)}日`;
  return `${Number(day)} ${months[Number(month) - 1]} ${year}`;
}

function compactMoney(locale: Locale, amount: Decimal, currency: string): string {
  const value = Number(amount);
  const steps: [number, string][] =
    locale === "zh"
      ? [
          [1e8, "亿"],
          [1e4, "万"],
        ]
      : [
          [1e9, " bn"],
          [1e6, " m"],
        ];
  const step = steps.find(([size]) => Math.abs(value) >= size);
  if (!step) return `${currency} ${formatDecimal(amount, 0, 2)}`;
  return `${currency} ${formatDecimal(value / step[0], 0, 2)}${step[1]}`;
}

function signed(text: string, value: number): string {
  return value > 0 ? `+${text}` : text.replace("-", "−");
}

function build(locale: Locale) {
  return {
    /** A civil date as it is stored, in both languages. */
    date: (iso: string | null | undefined) => (iso ? iso.slice(0, 10) : NO_VALUE),
    /** For prose: `1 Nov 2022`, `2022年11月1日`. */
    longDate: (iso: string | null | undefined) => (iso ? longDate(locale, iso) : NO_VALUE),
    /** An instant, in the zone's time: `2022-11-01 14:05`. */
    dateTime: (instant: string | Date | null | undefined) =>
      instant ? instants.format(typeof instant === "string" ? new Date(instant) : instant) : NO_VALUE,
    /** Square metres, 2 dp; the unit stands in the header. */
    area: (value: Decimal | null | undefined) => formatDecimal(value, 2),
    count: (value: Decimal | null | undefined) => formatDecimal(value, 0),
    number: (value: Decimal | null | undefined, dp = 2) => formatDecimal(value, 0, dp),
    /** A rate between 0 and 1; a rate over nothing is null and shows as a dash. */
    percent: (rate: number | null | undefined, dp = 2) =>
      rate === null || rate === undefined ? NO_VALUE : `${formatDecimal(rate * 100, dp)}%`,
    /** A change of a rate, in points, with its sign. */
    points: (value: number | null | undefined, dp = 2) =>
      value === null || value === undefined ? NO_VALUE : signed(formatDecimal(value, dp), value),
    /** A change of a count or of days, with its sign. */
    change: (value: number | null | undefined, dp = 0) =>
      value === null || value === undefined ? NO_VALUE : signed(formatDecimal(value, 0, dp), value),
    money: (amount: Decimal | null | undefined, currency: string) =>
      amount === null || amount === undefined || amount === ""
        ? NO_VALUE
        : `${currency} ${formatDecimal(amount, 2)}`,
    /** `CNY 1.4 bn`, `CNY 14亿`: for key figures, never for a table that is added up. */
    moneyShort: (amount: Decimal | null | undefined, currency: string) =>
      amount === null || amount === undefined || amount === ""
        ? NO_VALUE
        : compactMoney(locale, amount, currency),
  };
}

export type Formats = ReturnType<typeof build>;

const built: Record<Locale, Formats> = { en: build("en"), zh: build("zh") };

export function formatsFor(locale: Locale): Formats {
  return built[locale];
}
