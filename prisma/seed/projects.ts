import type { Within } from "@/lib/domain/in-change-set";
import { createMilestoneSchema } from "@/lib/domain/milestones/schema";
import { completeMilestone, createMilestone, forecastMilestone } from "@/lib/domain/milestones/service";
import { createProjectSchema } from "@/lib/domain/projects/schema";
import { createProject, reportProject } from "@/lib/domain/projects/service";
import { addDays, addMonths, type CivilDate, toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { Kept } from "./agreements";
import type { Firm } from "./firms";
import { dayBetween, LAST_DAY, REPORT_DAY } from "./lettings";
import type { Random } from "./random";
import { loader, say, together } from "./write";

const steps: [string, string][] = [
  ["立项备案", "Registered"],
  ["签订入驻协议", "Premises agreed"],
  ["装修与设备到位", "Fit-out and equipment"],
  ["试运行", "Trial operation"],
  ["正式投产", "In full operation"],
];

type Named = {
  code: string;
  lead: string;
  park: string | null;
  cluster: string;
  kind: string;
  zh: string;
  en: string;
  /** What was reported of it in November 2022. */
  said?: { textZh: string; textEn: string };
  /** In Chinese and English, when it was to be done, and when it was. */
  milestones: [string, string, CivilDate, CivilDate | null][];
};

const day = (text: string) => toCivil(text);

/** Where it is written that a named project has come so far. */
const REPORTED = "2022年11月的报道 / as reported in November 2022";

/** Projects of the report, with the dates that it gives and no others. */
const named: Named[] = [
  {
    code: "NCS-FDC",
    lead: "NCS",
    park: "CSP",
    cluster: "DIGITAL_ECONOMY",
    kind: "INDUSTRIALISATION",
    zh: "NCS大湾区金融科技交付中心",
    en: "NCS Greater Bay Area Fintech Delivery Centre",
    said: {
      textZh: "交付中心一期已投入运营，业务涵盖5G、数字孪生和区块链；预计2022年底信息技术专业人员达到500名。",
      textEn:
        "The first phase of the delivery centre operates, in 5G, digital twins and blockchain; 500 IT professionals are expected by the end of 2022.",
    },
    milestones: [
      ["一期投入运营", "First phase operates", day("2022-11-01"), day("2022-11-01")],
      ["信息技术专业人员达到500名", "500 IT professionals", day("2022-12-31"), null],
    ],
  },
  {
    code: "SPG-ENERGY",
    lead: "SPG",
    park: "CSP",
    cluster: "GREEN_DEVELOPMENT",
    kind: "INFRASTRUCTURE",
    zh: "区域能源（供冷供热）",
    en: "Regional energy (cooling and heating)",
    said: {
      textZh:
        "签订协议，投资、建设和运营区域能源（供冷供热），先从知识塔起步，再推广至国际科技创新合作示范区等区域。",
      textEn:
        "Agreement to invest in, build and operate regional energy (cooling and heating), starting with the Knowledge Tower, then other areas such as the International Scientific and Technological Innovation Cooperation Demonstration Zone.",
    },
    milestones: [],
  },
  {
    code: "LION-GMP",
    lead: "LION",
    park: "CSP",
    cluster: "BIOMEDICINE",
    kind: "INDUSTRIALISATION",
    zh: "GMP细胞生产基地和中国总部",
    en: "GMP cell production base and China headquarters",
    said: {
      textZh: "计划建设GMP细胞生产基地和中国总部。",
      textEn: "Plans a GMP cell production base and its China headquarters.",
    },
    milestones: [],
  },
  {
    code: "STAR3D",
    lead: "STAR3D",
    park: "CSP",
    cluster: "BIOMEDICINE",
    kind: "INDUSTRIALISATION",
    zh: "口腔数字医疗",
    en: "Oral digital medicine",
    milestones: [],
  },
  {
    code: "BIO-BASE",
    lead: "BIO",
    park: null,
    cluster: "BIOMEDICINE",
    kind: "INDUSTRIALISATION",
    zh: "免疫细胞药物商业化生产基地",
    en: "Commercial production base of immune-cell drugs",
    said: {
      textZh: "已建成华南地区最大的免疫细胞药物商业化生产基地。",
      textEn: "Has built the largest commercial production base of immune-cell drugs in South China.",
    },
    milestones: [["生产基地建成", "Production base built", day("2022-11-01"), day("2022-11-01")]],
  },
  {
    code: "NUS-TALENT",
    lead: "NUS",
    park: null,
    cluster: "SERVICES",
    kind: "TRAINING",
    zh: "新加坡国立大学广州创新研究院：高层次人才培养",
    en: "NUS Guangzhou Innovation Institute: training of high-level talents",
    said: {
      textZh: "即将启动招生，十年内培养近3000名高层次人才，力争成为该校在中国最大的综合性旗舰机构。",
      textEn:
        "About to recruit; nearly 3,000 high-level talents over ten years; aims to be the university's largest comprehensive flagship in China.",
    },
    milestones: [],
  },
  {
    code: "SGX-BONDS",
    lead: "SGX",
    park: null,
    cluster: "FINANCIAL_SERVICES",
    kind: "FINANCE",
    zh: "三家国有企业的绿色债券",
    en: "Green bonds of three state-owned enterprises",
    milestones: [],
  },
];

/** 60 made-up projects and the named ones; with the four named, 64 are in the Smart Park. */
export async function loadProjects(
  firms: Firm[],
  keys: Map<string, string>,
  parks: Map<string, string>,
  random: Random,
  kept: Kept,
) {
  await together("projects.create", async (within) => {
    for (const project of named) {
      const { id } = await createProject(
        loader,
        createProjectSchema.parse({
          code: project.code,
          titleZh: project.zh,
          titleEn: project.en,
          cluster: project.cluster,
          kind: project.kind,
          parkId: project.park ? (parks.get(project.park) ?? "") : "",
          leadId: keys.get(project.lead) ?? "",
          ...kept.get(project.code),
        }),
        within,
      );
      for (const [titleZh, titleEn, baselineOn, actualOn] of project.milestones) {
        const input = createMilestoneSchema.parse({
          projectId: id,
          titleZh,
          titleEn,
          weight: "1",
          baselineOn,
          actualOn,
          evidence: actualOn && REPORTED,
        });
        await createMilestone(loader, input, within, REPORT_DAY);
      }
      if (!project.said) continue;
      const told = { projectId: id, on: REPORT_DAY, periodFrom: null, periodTo: null, ...project.said };
      await reportProject(loader, told, within);
    }
  });
  for (let batch = 0; batch < 3; batch += 1) {
    await together("projects.create", async (within) => {
      for (let n = batch * 20; n < batch * 20 + 20; n += 1)
        await inventProject(n, firms, parks, random, kept, within);
    });
  }
  say(`  ${await db.project.count()} projects with ${await db.milestone.count()} milestones`);
}

async function inventProject(
  n: number,
  firms: Firm[],
  parks: Map<string, string>,
  random: Random,
  kept: Kept,
  within: Within,
): Promise<void> {
  const firm = firms[n * 6 + 1];
  const started = dayBetween(random, "2021-06-01", "2022-08-31");
  const finished = addMonths(started, 9 + 12 * random.whole(1, 4)) <= LAST_DAY;
  const code = `CSP-${`${n + 1}`.padStart(3, "0")}`;
  const { id } = await createProject(
    loader,
    createProjectSchema.parse({
      code,
      ...kept.get(code),
      titleZh: `${firm?.nameZh.replace(/（.*$/, "")}产业化项目（示例）`,
      titleEn: `Industrialisation project ${n + 1} (sample)`,
      cluster: firm?.cluster,
      parkId: parks.get("CSP"),
      leadId: firm?.id ?? "",
    }),
    within,
  );
  let baselineOn = started;
  const late = random.chance(0.25);
  for (const [at, [titleZh, titleEn]] of steps.entries()) {
    const bare = (n + at) % 8 === 0;
    await inventMilestone({ id, titleZh, titleEn, started, baselineOn, late, bare }, random, within);
    baselineOn = addMonths(baselineOn, random.whole(3, finished ? 9 : 14));
  }
  const told = [
    dayBetween(random, "2022-03-01", "2022-06-30"),
    random.chance(0.9) ? dayBetween(random, "2022-10-05", "2022-10-31") : null,
    dayBetween(random, "2026-10-01", "2026-10-31"),
  ];
  for (const on of told) {
    if (on && on > started) {
      await reportProject(
        loader,
        {
          ...{ projectId: id, on, periodFrom: null, periodTo: null },
          ...{ textZh: "按计划推进（示例）。", textEn: "Work goes on (sample)." },
        },
        within,
      );
    }
  }
}

type Step = {
  id: string;
  titleZh: string;
  titleEn: string;
  started: CivilDate;
  baselineOn: CivilDate;
  late: boolean;
  /** Done without evidence, once it is done. */
  bare: boolean;
};

/** Planned, forecast again when it slips, and done if its day has come. */
async function inventMilestone(step: Step, random: Random, within: Within): Promise<void> {
  const { baselineOn } = step;
  const weight = `${random.pick([1, 1, 2, 3])}`;
  const input = createMilestoneSchema.parse({
    projectId: step.id,
    titleZh: step.titleZh,
    titleEn: step.titleEn,
    weight,
    baselineOn,
    forecastOn: baselineOn,
  });
  let { id, version } = await createMilestone(loader, input, within, step.started);
  const slip = step.late
    ? random.whole(5, 75)
    : random.chance(0.3)
      ? random.whole(1, 25)
      : -random.whole(0, 12);
  const due = addDays(baselineOn, slip);
  const reportedOn = addDays(baselineOn, -random.whole(10, 60));
  if (slip > 0 && reportedOn > step.started && reportedOn <= LAST_DAY) {
    ({ version } = await forecastMilestone(
      loader,
      { id, version, forecastOn: due, reportedOn, note: null },
      within,
    ));
  }
  if (due > LAST_DAY) return;
  // Some show nothing and say why; which, follows from their place and not from chance.
  const proof = step.bare
    ? { evidence: null, noEvidenceReason: "档案未留存（示例） / the file was not kept (sample)" }
    : { evidence: "验收记录（示例） / acceptance record (sample)", noEvidenceReason: null };
  await completeMilestone(loader, { id, version, actualOn: due, ...proof }, within);
}
