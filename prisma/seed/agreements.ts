import {
  addAddendumSchema,
  createAgreementSchema,
  terminateAgreementSchema,
} from "@/lib/domain/agreements/schema";
import { createAgreement } from "@/lib/domain/agreements/service";
import { addAddendum, terminateAgreement } from "@/lib/domain/agreements/service-events";
import type { Within } from "@/lib/domain/in-change-set";
import { createMilestoneSchema } from "@/lib/domain/milestones/schema";
import { createMilestone } from "@/lib/domain/milestones/service";
import { createProjectSchema } from "@/lib/domain/projects/schema";
import { createProject } from "@/lib/domain/projects/service";
import { toCivil } from "@/lib/platform/dates/civil";
import { invention } from "./council";
import type { Firm } from "./firms";
import { loader, say, together } from "./write";

const SIGNED = "2022-11-01";
const zone = {
  nameZh: "中新广州知识城管理委员会",
  nameEn: "Management Committee of China-Singapore Guangzhou Knowledge City",
  country: "CN",
};
const singapore = { nameZh: "新加坡方面", nameEn: "The Singapore side", country: "SG" };

type Paper = {
  code: string;
  kind: "MOU" | "AGREEMENT" | "FRAMEWORK";
  cluster: string;
  zh: string;
  en: string;
  /** A party by the name that the seed knows it by; else the Singapore side. */
  party?: string;
  /** Projects of the sample that keep it, by code. */
  projects?: string[];
};

/** Of the nineteen, those that the report speaks of, with what it said. */
const reported: Paper[] = [
  {
    ...{ code: "GKC-FRAMEWORK", kind: "MOU", cluster: "OTHER" },
    zh: "关于新加坡企业参与知识城产业发展和创新合作框架的谅解备忘录",
    en: "MOU on a cooperation framework for Singapore companies' part in the zone's industrial development and innovation",
  },
  {
    ...{ code: "SPG-ENERGY", kind: "AGREEMENT", cluster: "GREEN_DEVELOPMENT", party: "SPG" },
    zh: "区域能源（供冷供热）投资建设运营协议",
    en: "Agreement to invest in, build and operate regional energy (cooling and heating)",
    projects: ["SPG-ENERGY"],
  },
  {
    ...{ code: "SGX-MOU", kind: "MOU", cluster: "FINANCIAL_SERVICES", party: "SGX" },
    zh: "与新加坡交易所的谅解备忘录",
    en: "MOU with Singapore Exchange",
    projects: ["SGX-BONDS"],
  },
  {
    ...{ code: "NUS-INSTITUTE", kind: "AGREEMENT", cluster: "SERVICES", party: "NUS" },
    zh: "新加坡国立大学广州创新研究院合作协议",
    en: "Agreement on the NUS Guangzhou Innovation Institute",
    projects: ["NUS-TALENT"],
  },
];

const fields = [
  ["BIOMEDICINE", "细胞治疗", "cell therapy"],
  ["DIGITAL_ECONOMY", "跨境数据", "cross-border data"],
  ["GREEN_DEVELOPMENT", "碳管理", "carbon management"],
  ["ADVANCED_MANUFACTURING", "智能装备", "smart equipment"],
  ["SERVICES", "知识产权服务", "intellectual property services"],
] as const;

/** What becomes of each of the made-up ones by 31 October 2023: with the reported ones, 6 + 3 + 1 + 9 = 19. */
const fates = [...times(3, "ACTIVE"), ...times(3, "DELIVERED"), "LAPSED", ...times(8, "SILENT")] as const;

function times<Fate extends string>(count: number, fate: Fate): Fate[] {
  return Array.from({ length: count }, () => fate);
}

/** Which agreement a project of the sample keeps, and from when it is worked on. */
export type Kept = Map<string, { agreementId: string }>;

/**
 * The nineteen signed on 1 November 2022: those that the report speaks of, the others made up.
 * @returns for the projects that are loaded next, which agreement each keeps
 */
export async function loadAgreements(
  firms: Firm[],
  named: Map<string, string>,
  council: Map<string, string>,
): Promise<Kept> {
  const kept: Kept = new Map();
  await together("agreements.create", async (within) => {
    const sign = async (given: Record<string, unknown>) => {
      const meetingId = council.get("JCBC-18") ?? "";
      const input = createAgreementSchema.parse({ signedOn: SIGNED, meetingId, ...given });
      return (await createAgreement(loader, input, within)).id;
    };
    for (const { code, kind, cluster, zh, en, party, projects } of reported) {
      const other = party ? { enterpriseId: named.get(party) ?? "", country: "SG" } : singapore;
      const agreementId = await sign({
        code,
        kind,
        cluster,
        titleZh: zh,
        titleEn: en,
        parties: [zone, other],
      });
      for (const project of projects ?? []) kept.set(project, { agreementId });
    }
    for (const [n, fate] of fates.entries()) {
      const [cluster, zh, en] = fields[n % fields.length] ?? fields[0];
      // The first of them is of the firm whose people sign in.
      const firm = firms[n * 6 + 1];
      const code = `JC18-${`${n + 1}`.padStart(2, "0")}`;
      const id = await sign({
        ...{ code, cluster, kind: n % 3 === 0 ? "AGREEMENT" : "MOU" },
        titleZh: `${zh}合作${n % 3 === 0 ? "协议" : "谅解备忘录"}之${n + 1}（示例）`,
        titleEn: `${n % 3 === 0 ? "Agreement" : "MOU"} ${n + 1} on ${en} (sample)`,
        parties: [{ enterpriseId: firm?.id ?? "" }, n % 2 === 0 ? singapore : zone],
        ...{ noteZh: invention.zh, noteEn: invention.en },
        ...(fate === "ACTIVE" ? { expiresOn: "2027-10-31", renewal: "BY_CONSENT", renewalMonths: "60" } : {}),
        ...(fate === "SILENT" && n % 2 === 0
          ? { expiresOn: "2025-10-31", renewal: "AUTOMATIC", renewalMonths: "36" }
          : {}),
      });
      await settle(fate, { id, code, n, firm }, within, kept);
    }
  });
  say(`  ${reported.length + fates.length} agreements signed at the council`);
  return kept;
}

type Made = { id: string; code: string; n: number; firm: Firm | undefined };

async function settle(fate: (typeof fates)[number], made: Made, within: Within, kept: Kept): Promise<void> {
  const { id, code, n } = made;
  if (fate === "ACTIVE") kept.set(`CSP-${`${n + 1}`.padStart(3, "0")}`, { agreementId: id });
  if (fate === "DELIVERED") await deliver(made, within);
  if (fate === "LAPSED") await lapse(made, within);
  if (fate === "SILENT" && n % 2 === 1) {
    const text = { textZh: "补充联系机制（示例）。", textEn: "Contact points added (sample)." };
    const event = { id, version: 1, on: "2023-02-10", ...text, evidence: `${code}/1` };
    await addAddendum(loader, addAddendumSchema.parse(event), within);
  }
}

/** A project that came true within the year. */
async function deliver({ id, code, n, firm }: Made, within: Within): Promise<void> {
  const deliveredOn = `2023-0${6 + (n % 3)}-15`;
  const project = await createProject(
    loader,
    createProjectSchema.parse({
      ...{ code: `${code}-P`, agreementId: id, leadId: firm?.id ?? "", cluster: firm?.cluster },
      ...{ stage: "DELIVERED", startedOn: "2022-12-01", deliveredOn },
      titleZh: `示范应用${n + 1}（示例）`,
      titleEn: `Demonstration ${n + 1} (sample)`,
    }),
    within,
  );
  const milestone = createMilestoneSchema.parse({
    ...{ projectId: project.id, titleZh: "验收（示例）", titleEn: "Accepted (sample)", weight: "1" },
    ...{ baselineOn: "2023-06-30", actualOn: deliveredOn, evidence: `${code}/3` },
  });
  await createMilestone(loader, milestone, within, toCivil("2022-12-01"));
}

/** Given up before anything came of it. */
async function lapse({ id, code }: Made, within: Within): Promise<void> {
  const end = {
    ...{ id, version: 1, on: "2023-06-15", reason: "双方商定终止（示例）", evidence: `${code}/2` },
    ...{ textZh: "双方商定终止（示例）。", textEn: "Ended by mutual consent (sample)." },
  };
  await terminateAgreement(loader, terminateAgreementSchema.parse(end), within);
}
