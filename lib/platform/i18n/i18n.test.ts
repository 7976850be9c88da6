import { describe, expect, it } from "vitest";
import { formatsFor } from "./formats";
import { negotiateLocale } from "./locales";
import { messageWith, parseMessage, translateMessage } from "./translate-message";

describe("the language of a first visit", () => {
  it.each([
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en-SG,zh;q=0.5", "en"],
    ["fr,zh-TW;q=0.7,en;q=0.3", "zh"],
    ["en;q=0.1, zh", "zh"],
    ["de", "en"],
    ["zh;q=0", "en"],
    [null, "en"],
  ])("%s → %s", (header, locale) => expect(negotiateLocale(header)).toBe(locale));
});

describe("messages that travel as keys", () => {
  const t = Object.assign((key: string, values?: Record<string, string>) => `${key}:${values?.max ?? ""}`, {
    has: (key: string) => !key.startsWith("unknown"),
  });

  it("carries its values", () => {
    expect(translateMessage(t, "errors.tooLong?max=200")).toBe("errors.tooLong:200");
    // A limit of many digits by its groups; whatever else looks like a figure stays as it is.
    expect(translateMessage(t, "errors.atMost?max=1000000000000000")).toBe(
      "errors.atMost:1,000,000,000,000,000",
    );
    expect(parseMessage("x?lease=1000000").values).toEqual({ lease: "1000000" });
    expect(translateMessage(t, "unknown.key")).toBe("errors.unexpected:");
    const message = messageWith("leases.errors.overlap", { lease: "L-1 & co", from: "2022-01-01" });
    expect(parseMessage(message)).toEqual({
      key: "leases.errors.overlap",
      values: { lease: "L-1 & co", from: "2022-01-01" },
    });
  });
});

describe("figures", () => {
  const en = formatsFor("en");
  const zh = formatsFor("zh");

  it("writes dates as they are, and long ones in words", () => {
    expect(en.date("2022-11-01")).toBe("2022-11-01");
    expect(en.longDate("2022-11-01")).toBe("1 Nov 2022");
    expect(zh.longDate("2022-11-01")).toBe("2022年11月1日");
    expect(zh.dateTime("2022-10-31T16:30:00Z")).toBe("2022-11-01 00:30");
  });

  it("keeps every digit of a decimal string", () => {
    expect(en.area("9007199254740993.25")).toBe("9,007,199,254,740,993.25");
    expect(en.area("12345.6")).toBe("12,345.60");
    expect(en.count(3000)).toBe("3,000");
  });

  it("shows a rate over nothing as a dash", () => {
    expect(en.percent(0.93254)).toBe("93.25%");
    expect(en.percent(null)).toBe("–");
    expect(en.points(-1.5)).toBe("−1.50");
    expect(en.change(12)).toBe("+12");
  });

  it("shortens money in each language's own steps", () => {
    expect(en.moneyShort("1400000000", "CNY")).toBe("CNY 1.4 bn");
    expect(zh.moneyShort("1400000000", "CNY")).toBe("CNY 14亿");
    expect(en.money("1400000000", "CNY")).toBe("CNY 1,400,000,000.00");
  });
});
