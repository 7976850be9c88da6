import type { Within } from "@/lib/domain/in-change-set";
import { addVersionSchema, createPolicySchema } from "@/lib/domain/policies/schema";
import { createPolicy } from "@/lib/domain/policies/service";
import { addPolicyVersion } from "@/lib/domain/policies/service-versions";
import { loader, say, together } from "./write";

const council = "2022-11-01";
/** Of what the report names without saying since when it holds. */
const known = {
  inForceFrom: council,
  summaryZh: "2022年11月1日前已公布；施行日期未见报道，此处按报道日期记录。",
  summaryEn:
    "Issued by 1 November 2022, as reported; since when it holds was not, so the day of the report stands here.",
};

type Text = { inForceFrom: string; summaryZh: string; summaryEn: string };

async function load(fields: Record<string, unknown>, text: Text, within: Within): Promise<string> {
  const { id, version } = await createPolicy(loader, createPolicySchema.parse(fields), within);
  await addPolicyVersion(loader, addVersionSchema.parse({ id, version, ...text }), within);
  return id;
}

/** The provincial regulations, and the rules of the Joint Research Institute, whose nine systems were not named. */
export async function loadPolicies(named: Map<string, string>): Promise<void> {
  const instituteId = named.get("CSI") ?? "";
  await together("policies.create", async (within) => {
    await load(
      {
        ...{ code: "GD-REG", kind: "REGULATION" },
        ...{
          titleZh: "中新广州知识城条例",
          titleEn: "Regulations on the China-Singapore Guangzhou Knowledge City",
        },
        ...{ issuerZh: "广东省", issuerEn: "Guangdong Province" },
      },
      {
        inForceFrom: "2022-03-01",
        summaryZh: "省级条例，将经济管理权限下放至知识城管理委员会。",
        summaryEn:
          "Provincial Regulations: they delegate economic management authority to the zone’s Management Committee.",
      },
      within,
    );
    const systemId = await load(
      {
        ...{ code: "CSI-IND", kind: "SYSTEM", instituteId },
        ...{
          titleZh: "中新国际联合研究院产业化制度体系",
          titleEn: "Industrialisation rules of the Joint Research Institute",
        },
      },
      known,
      within,
    );
    for (let n = 1; n <= 9; n += 1) {
      const titles = {
        titleZh: `产业化制度之${n}（标题为示例）`,
        titleEn: `Industrialisation rule system ${n} (title made up)`,
      };
      await load({ code: `CSI-IND-${n}`, kind: "RULES", systemId, instituteId, ...titles }, known, within);
    }
    await load(
      {
        ...{ code: "CSI-IP", kind: "RULES", instituteId },
        ...{
          titleZh: "知识产权支持实施细则",
          titleEn: "Implementation rules for intellectual-property support",
        },
      },
      known,
      within,
    );
    await load(
      {
        ...{ code: "CSI-INNO", kind: "REGULATION", instituteId },
        ...{
          titleZh: "创新创业相关规定（若干）",
          titleEn: "Regulations on innovation and entrepreneurship (several)",
        },
      },
      known,
      within,
    );
  });
  say("  13 policies, nine of them in one rule system");
}
