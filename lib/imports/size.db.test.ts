import { describe, expect, it } from "vitest";
import { completeUscc } from "@/lib/domain/enterprises/rules";
import { streamWorkbook } from "@/lib/platform/files/write-xlsx";
import { resetDatabase } from "@/lib/testing/database";
import { makeViewer } from "@/lib/testing/factories";
import { bringIn, commit } from "./run";

/** Timings of large files, printed: BENCH=1 npx vitest run --project db lib/imports/size */
describe.runIf(process.env.BENCH)("10,000 rows", () => {
  const ROWS = 10_000;
  const text = (header: string) => ({ header, kind: "text" as const });

  async function workbook(headers: string[], rows: string[][]): Promise<Buffer> {
    const stream = streamWorkbook([{ name: "台账", columns: headers.map(text), rows }]);
    return Buffer.from(await new Response(stream).arrayBuffer());
  }

  async function timed<T>(what: string, work: () => Promise<T>): Promise<T> {
    const start = performance.now();
    const result = await work();
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    const memory = Math.round(process.memoryUsage().rss / 1024 / 1024);
    process.stdout.write(`${what}: ${seconds} s, ${memory} MB\n`);
    return result;
  }

  it("of units and of tenancies", { timeout: 300_000 }, async () => {
    await resetDatabase();
    const viewer = await makeViewer("OFFICER");
    const place = (i: number) => ["知识城", `楼${i % 20}`, String((i % 30) + 1), `U${i}`];
    const numbers = Array.from({ length: ROWS }, (_, i) => i);
    const units = await workbook(
      ["园区", "楼栋", "楼层", "房号", "可租面积", "用途", "启用日期"],
      numbers.map((i) => [...place(i), String(50 + (i % 100)), "办公", "2015-01-01"]),
    );
    const first = await timed("units, dry run", () =>
      bringIn(viewer, "units", { name: "u.xlsx", bytes: units }),
    );
    expect(first.findings.problems.slice(0, 3)).toEqual([]);
    expect(first.counts).toMatchObject({ created: ROWS, failed: 0 });
    await timed("units, commit", () => commit(viewer, first.id));

    const columns =
      "企业名称 英文名称 统一社会信用代码 国别 产业集群 联系人 联系电话 园区 楼栋 房号 合同编号 租赁面积 签约日期 起租日期 到期日期 入驻日期 员工人数 统计日期";
    const tenancies = await workbook(
      columns.split(" "),
      numbers.map((i) => {
        const [park = "", building = "", , unit = ""] = place(i);
        const firm = i % 5_000;
        const uscc = completeUscc(`91440101MA5${String(100_000 + firm)}`);
        const who = [
          `知识城第${firm}生物科技有限公司`,
          `Knowledge Firm ${firm} Ltd`,
          uscc,
          "中国",
          "生物医药",
        ];
        const terms = [
          "",
          "2021年12月1日",
          "2022-01-01",
          "2024/12/31",
          "2022.1.15",
          String(firm % 90),
          "2022-10-31",
        ];
        return [...who, `联系人${firm}`, "020-1234567", park, building, unit, `HT-${i}`, ...terms];
      }),
    );
    const file = { name: "t.xlsx", bytes: tenancies };
    const second = await timed("tenancies, dry run", () => bringIn(viewer, "tenancies", file));
    expect(second.findings.problems.slice(0, 3)).toEqual([]);
    expect(second.counts).toMatchObject({ created: ROWS, failed: 0 });
    await timed("tenancies, commit", () => commit(viewer, second.id));
    const third = await timed("tenancies again, dry run", () => bringIn(viewer, "tenancies", file));
    expect(third.counts).toMatchObject({ unchanged: ROWS });
  });

  it("of enterprises and of projects with milestones", { timeout: 300_000 }, async () => {
    await resetDatabase();
    const viewer = await makeViewer("OFFICER");
    const numbers = Array.from({ length: ROWS }, (_, i) => i);
    const enterprises = await workbook(
      ["企业名称", "英文名称", "统一社会信用代码", "国别", "产业集群"],
      numbers.map((i) => [
        `知识城第${i}新材料有限公司`,
        `Knowledge Materials ${i} Ltd`,
        completeUscc(`91440101MA5${String(100_000 + i)}`),
        "中国",
        "先进制造",
      ]),
    );
    const projects = await workbook(
      ["项目编号", "项目名称", "里程碑", "权重", "基准日期", "预测日期"],
      numbers.map((i) => {
        const project = Math.floor(i / 5);
        return [`KP-${project}`, `第${project}项目`, `第${i % 5}阶段`, "20", "2022-12-31", "2023-01-15"];
      }),
    );
    for (const [kind, bytes] of [
      ["enterprises", enterprises],
      ["projects", projects],
    ] as const) {
      const first = await timed(`${kind}, dry run`, () =>
        bringIn(viewer, kind, { name: `${kind}.xlsx`, bytes }),
      );
      expect(first.findings.problems.slice(0, 3)).toEqual([]);
      expect(first.counts).toMatchObject({ created: ROWS, failed: 0 });
      await timed(`${kind}, commit`, () => commit(viewer, first.id));
    }
  });
});
