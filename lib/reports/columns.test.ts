import { describe, expect, it } from "vitest";
import en from "@/lib/messages/en/reports.json";
import zh from "@/lib/messages/zh/reports.json";
import { formatsFor } from "@/lib/platform/i18n/formats";
import { type ReportColumn, toCells, toText } from "@/lib/reports/columns";
import { listOccupancyFigures } from "@/lib/reports/figures";
import { firmColumns, groupColumns } from "@/lib/reports/headcount/columns";
import { expiryColumns, placeColumns, rentRollColumns } from "@/lib/reports/occupancy/columns";
import { emptyOccupancy } from "@/lib/reports/occupancy/compute";
import { RENT_ROLL_FILTERS, toStates } from "@/lib/reports/occupancy/rent-roll-filter";
import { milestoneColumns, projectColumns } from "@/lib/reports/progress/columns";

type Messages = { [key: string]: string | Messages };

function has(messages: Messages, key: string): boolean {
  const found = key
    .split(".")
    .reduce<Messages | string | undefined>(
      (at, part) => (typeof at === "object" ? at[part] : undefined),
      messages,
    );
  return typeof found === "string";
}

function keysOf(messages: Messages, at = ""): string[] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "string" ? [`${at}${key}`] : keysOf(value, `${at}${key}.`),
  );
}

describe("the columns of reports", () => {
  it("have a header in both languages, and one key each", () => {
    const all: ReportColumn<never>[][] = [
      placeColumns,
      expiryColumns,
      rentRollColumns,
      groupColumns("reports.columns.park"),
      firmColumns,
      projectColumns,
      milestoneColumns,
    ];
    for (const columns of all) {
      expect(new Set(columns.map(({ key }) => key)).size).toBe(columns.length);
      for (const { header } of columns.filter((column) => column.header.startsWith("reports."))) {
        expect([header, has({ reports: en }, header), has({ reports: zh }, header)]).toEqual([
          header,
          true,
          true,
        ]);
      }
    }
  });

  it("say the same things in both languages", () => {
    expect(keysOf(zh).sort()).toEqual(keysOf(en).sort());
  });

  it("show two places, and keep full precision in a file", () => {
    const columns: ReportColumn<{ share: number; state: string }>[] = [
      { key: "share", header: "h", kind: "RATE", value: ({ share }) => share },
      { key: "state", header: "h", kind: "LABEL", value: ({ state }) => state },
    ];
    const say = (key: string) => `<${key}>`;
    const row = { share: 100 / 160, state: "reports.holdover" };
    expect(toCells(columns, row, "en", say)).toEqual([0.625, "<reports.holdover>"]);
    expect(toCells(columns, { ...row, state: "2023" }, "en", say)[1]).toBe("2023");
    expect(toText("RATE", 100 / 160, formatsFor("en"), say)).toBe("62.50%");
    expect(toText("YEARS", 2.6, formatsFor("en"), say)).toBe("2.60");
    expect(toText("AREA", null, formatsFor("zh"), say)).toBe("–");
  });
});

describe("figures and the rows behind them", () => {
  it("lead to a filter that exists", () => {
    for (const { rows } of listOccupancyFigures(emptyOccupancy(), true)) {
      const state = rows && new URL(rows, "http://x").searchParams.get("state");
      if (state) expect(RENT_ROLL_FILTERS).toContain(state);
    }
    expect(toStates("VACANT")).toEqual(["VACANT"]);
    expect(toStates()).toBeUndefined();
  });
});
