import { describe, expect, it } from "vitest";
import en from "@/lib/messages/en/metrics.json";
import zh from "@/lib/messages/zh/metrics.json";
import { listMetrics, METRICS } from "@/lib/reports/metrics";
import { RAG_REASON_CODES } from "@/lib/reports/progress/types";

describe.each([
  ["en", en],
  ["zh", zh],
])("the definitions of figures in %s", (_, messages) => {
  it("have all the words of every metric, and no others", () => {
    const { reasons: __, ...texts } = messages;
    expect(Object.keys(texts).sort()).toEqual(Object.keys(METRICS).sort());
    for (const { key, over } of listMetrics()) {
      const parts = over ? ["name", "formula", "numerator", "denominator"] : ["name", "formula", "numerator"];
      expect(Object.keys(texts[key])).toEqual(parts);
      expect(Object.values(texts[key]).every((text) => text.length > 0)).toBe(true);
    }
  });

  it("have a sentence for every reason of a colour", () => {
    expect(Object.keys(messages.reasons).sort()).toEqual([...RAG_REASON_CODES].sort());
  });
});
