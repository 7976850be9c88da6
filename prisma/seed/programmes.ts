import type { Within } from "@/lib/domain/in-change-set";
import { createProgrammeSchema, recordCohortSchema } from "@/lib/domain/programmes/schema";
import { createProgramme, recordCohort } from "@/lib/domain/programmes/service";
import { loader, say, together } from "./write";

/** Beside every count that nobody reported. */
export const madeUp = "示例数据，虚构。Sample data, made up.";

type Counts = { year: number; planned: number; enrolled: number; completed: number };

const programmes: { plan: Record<string, unknown>; institute: string | null; cohorts: Counts[] }[] = [
  {
    // What the report of November 2022 said, and a reading of its ten years; the counts are made up.
    plan: {
      code: "NUS-TALENT",
      nameZh: "新加坡国立大学广州创新研究院高层次人才培养",
      nameEn: "NUS Guangzhou Innovation Institute: high-level talents",
      target: 3000,
      firstYear: 2023,
      lastYear: 2032,
      noteZh: "2022年11月所报：十年培养近3000名高层次人才。起止年份据此推定，年度数据为虚构示例。",
      noteEn:
        "As reported in November 2022: nearly 3,000 high-level talents over ten years. The years are a reading of that; the counts are made up.",
    },
    institute: "NUS",
    cohorts: [
      { year: 2023, planned: 250, enrolled: 231, completed: 0 },
      { year: 2024, planned: 300, enrolled: 287, completed: 212 },
    ],
  },
  {
    plan: {
      code: "TECH-240",
      nameZh: "园区企业技术骨干培训（示例）",
      nameEn: "Training of the parks' technicians (sample)",
      target: 240,
      firstYear: 2022,
      lastYear: 2027,
      noteZh: madeUp,
      noteEn: null,
    },
    institute: null,
    cohorts: [
      { year: 2022, planned: 40, enrolled: 44, completed: 41 },
      { year: 2023, planned: 40, enrolled: 46, completed: 43 },
      { year: 2024, planned: 40, enrolled: 42, completed: 40 },
      { year: 2025, planned: 40, enrolled: 41, completed: 38 },
    ],
  },
];

/**
 * The talents of the report, and one programme more whose figures are all made up.
 * @param agreementId of the institute
 */
export async function loadProgrammes(
  named: Map<string, string>,
  agreementId: string | undefined,
): Promise<void> {
  await together("programmes.create", async (within) => {
    for (const { plan, institute, cohorts } of programmes) {
      const instituteId = institute ? (named.get(institute) ?? "") : "";
      const under = institute ? { instituteId, agreementId } : {};
      const input = createProgrammeSchema.parse({ ...plan, ...under });
      await loadCohorts(await createProgramme(loader, input, within), cohorts, within);
    }
  });
  say(`  ${programmes.length} training programmes`);
}

async function loadCohorts(of: { id: string; version: number }, cohorts: Counts[], within: Within) {
  let { version } = of;
  for (const counts of cohorts) {
    const reportedOn = `${counts.year + 1}-01-15`;
    const input = recordCohortSchema.parse({ id: of.id, version, ...counts, reportedOn, source: madeUp });
    ({ version } = await recordCohort(loader, input, within));
  }
}
