import { createCommitmentSchema, measureCommitmentSchema } from "@/lib/domain/commitments/schema";
import { createCommitment } from "@/lib/domain/commitments/service";
import { measureCommitment } from "@/lib/domain/commitments/service-measurements";
import type { Within } from "@/lib/domain/in-change-set";
import type { Firm } from "./firms";
import { loader, say, together } from "./write";

/** Whoever said nothing of a measurement: it is made up, and says so. */
const invented = "示例数据 / made up";
const reported = { sourceZh: "2022年11月报道", sourceEn: "As reported in November 2022" };

type Ids = {
  /** Of the organisations of the report, by the names that the seed knows them by. */
  named: Map<string, string>;
  projects: Map<string, string>;
  /** Those that another file of the sample loads, where it did. */
  agreements: Map<string, string>;
  programmes: Map<string, string>;
  firms: Firm[];
};

/** What was promised as it was reported (F5, F7, F10, F12), and one made-up promise of the firm that signs in. */
export async function loadCommitments(ids: Ids): Promise<void> {
  const { named, projects, agreements, programmes, firms } = ids;
  await together("commitments.create", async (within) => {
    const ncs = await promise(within, {
      code: "CM-NCS-500",
      titleZh: "大湾区金融科技交付中心：2022年底前聘用500名信息技术专业人员",
      titleEn: "NCS delivery centre: 500 IT professionals by the end of 2022",
      promisorId: named.get("NCS"),
      projectId: projects.get("NCS-FDC"),
      unitZh: "人",
      unitEn: "people",
      ...{ baselineValue: "0", baselineOn: "2022-03-31", targetValue: "500", targetOn: "2022-12-31" },
    });
    await measure(within, ncs, [
      ["2022-06-30", "120"],
      ["2022-09-30", "310"],
    ]);
    const park = await promise(within, {
      code: "CM-CSP-60",
      titleZh: "中新智慧园：引进产业化项目60个以上",
      titleEn: "China-Singapore Smart Park: more than 60 industrialisation projects",
      promisorZh: "中新智慧园",
      promisorEn: "China-Singapore Smart Park",
      unitZh: "个项目",
      unitEn: "projects",
      ...{ baselineValue: "0", baselineOn: "2022-06-01", targetValue: "60", targetOn: "2022-11-01" },
    });
    await measure(within, park, [["2022-11-01", "60"]], reported.sourceEn, "60个以上 / more than 60");
    const programme = programmes.get("NUS-TALENT");
    await promise(within, {
      code: "CM-NUS-3000",
      titleZh: "新加坡国立大学广州创新研究院：十年培养近3000名高层次人才",
      titleEn: "NUS Guangzhou Innovation Institute: nearly 3,000 high-level talents over ten years",
      promisorId: named.get("NUS"),
      projectId: projects.get("NUS-TALENT"),
      ...(programme ? { metric: "PROGRAMME_COMPLETED", ofProgrammeId: programme } : {}),
      unitZh: "人",
      unitEn: "people",
      ...{ baselineValue: "0", baselineOn: "2022-12-31", targetValue: "3000", targetOn: "2032-12-31" },
    });
    const sgx = agreements.get("SGX-MOU");
    if (sgx) {
      await promise(within, {
        code: "CM-SGX-1340",
        titleZh: "与新加坡交易所合作：三家国企绿色债券累计发行13.4亿美元",
        titleEn: "With Singapore Exchange: green bonds of three state-owned enterprises, USD 1.34 bn in all",
        promisorZh: "三家国有企业",
        promisorEn: "Three state-owned enterprises",
        promiseeZh: "新加坡交易所",
        promiseeEn: "Singapore Exchange",
        agreementId: sgx,
        ...{ metric: "ISSUANCE", ofAgreementId: sgx, unitZh: "USD", unitEn: "USD" },
        ...{ baselineValue: "0", baselineOn: "2021-12-31" },
        ...{ targetValue: "1340000000", targetOn: "2022-11-01" },
      });
    }
    const firm = firms[1];
    const own = await promise(within, {
      code: "CM-SAMPLE-1",
      titleZh: "两年内投入研发经费1200万元（示例）",
      titleEn: "CNY 12 m of research spending within two years (sample)",
      promisorId: firm?.id,
      sourceZh: invented,
      sourceEn: invented,
      unitZh: "万元",
      unitEn: "CNY 10,000",
      ...{ baselineValue: "0", baselineOn: "2022-01-01", targetValue: "1200", targetOn: "2023-12-31" },
      path: "STEPPED",
      steps: [
        { on: "2022-06-30", value: "200" },
        { on: "2022-12-31", value: "500" },
        { on: "2023-06-30", value: "800" },
      ],
    });
    await measure(within, own, [
      ["2022-06-30", "230"],
      ["2022-10-15", "340"],
    ]);
  });
  say("  commitments of the report");
}

async function promise(within: Within, given: Record<string, unknown>): Promise<string> {
  const input = createCommitmentSchema.parse({ ...reported, ...given });
  return (await createCommitment(loader, input, within)).id;
}

async function measure(
  within: Within,
  commitmentId: string,
  values: [string, string][],
  source = invented,
  evidence: string | null = null,
) {
  for (const [on, value] of values) {
    await measureCommitment(
      loader,
      measureCommitmentSchema.parse({ commitmentId, on, value, source, evidence }),
      within,
    );
  }
}
