import { createEnterpriseSchema } from "@/lib/domain/enterprises/schema";
import { createEnterprise } from "@/lib/domain/enterprises/service";
import { inventFirm, inventPerson } from "./names";
import type { Random } from "./random";
import { loader, say, together } from "./write";

const invented = "示例数据，虚构企业。Sample data: this firm is made up.";

/** The organisations of the November 2022 report, with only what it said of them. */
const named = [
  {
    key: "NCS",
    nameEn: "NCS",
    nameZh: null,
    cluster: "DIGITAL_ECONOMY",
    country: "SG",
    ultimateParent: "Singapore Telecom",
    park: "CSP",
    description: "Delivers the NCS Greater Bay Area Fintech Delivery Centre, whose first phase operates.",
  },
  {
    key: "SPG",
    nameEn: "SP Group",
    nameZh: null,
    cluster: "GREEN_DEVELOPMENT",
    country: "SG",
    ultimateParent: null,
    park: "CSP",
    description:
      "Agreed to invest in, build and operate regional energy (cooling and heating), starting with the Knowledge Tower.",
  },
  {
    key: "LION",
    nameEn: "Guangzhou Lion TCR",
    nameZh: null,
    cluster: "BIOMEDICINE",
    country: "SG",
    ultimateParent: "Lion TCR",
    park: "CSP",
    description: "Plans a GMP cell production base and its China headquarters.",
  },
  {
    key: "STAR3D",
    nameEn: "Star 3D",
    nameZh: null,
    cluster: "BIOMEDICINE",
    country: null,
    ultimateParent: null,
    park: "CSP",
    description: "Oral digital medicine.",
  },
  {
    key: "BIO",
    nameEn: "Biosyngen",
    nameZh: null,
    cluster: "BIOMEDICINE",
    country: null,
    ultimateParent: null,
    park: null,
    description: "Has built the largest commercial production base of immune-cell drugs in South China.",
  },
  {
    key: "NUS",
    nameEn: "NUS Guangzhou Innovation Institute",
    nameZh: "新加坡国立大学广州创新研究院",
    cluster: "SERVICES",
    country: "SG",
    ultimateParent: "National University of Singapore",
    park: null,
    description: "About to recruit; nearly 3,000 high-level talents over ten years.",
  },
  {
    key: "CSI",
    nameEn: "China-Singapore International Joint Research Institute",
    nameZh: "中新国际联合研究院",
    cluster: "SERVICES",
    country: null,
    ultimateParent: null,
    park: null,
    description: "Talent from Nanyang Technological University has set up projects here.",
  },
  {
    key: "SGX",
    nameEn: "Singapore Exchange",
    nameZh: "新加坡交易所",
    cluster: "FINANCIAL_SERVICES",
    country: "SG",
    ultimateParent: null,
    park: null,
    description: "Memorandum of understanding on green finance.",
  },
] as const;

/** Those that lease, are here or have signed; a few that are only registered come on top (registered.ts). */
export const FIRMS = 412;

export type Firm = { id: string; cluster: string; invented: boolean; nameZh: string };

/** 412 firms: the named organisations, and made-up ones that say so. */
export async function loadFirms(
  random: Random,
  parks: Map<string, string>,
): Promise<{ named: Map<string, string>; firms: Firm[] }> {
  const byKey = new Map<string, string>();
  await together("enterprises.create", async (within) => {
    for (const { key, park, ...firm } of named) {
      const parkId = park ? parks.get(park) : undefined;
      const presences = parkId ? [{ parkId, kind: "PRESENT", fromOn: "2022-06-01" }] : [];
      const input = createEnterpriseSchema.parse({ ...firm, stage: parkId ? "IN" : "SIGNED", presences });
      const { id } = await createEnterprise(loader, input, within);
      byKey.set(key, id);
    }
  });
  const firms: Firm[] = [];
  for (let from = 0; from < FIRMS - named.length; from += 101) {
    await together("enterprises.create", async (within) => {
      for (let n = from; n < Math.min(from + 101, FIRMS - named.length); n += 1) {
        const invention = inventFirm(n, random);
        const contact = inventPerson(random);
        const input = createEnterpriseSchema.parse({
          ...invention,
          stage: "IN",
          description: invented,
          contacts: [{ name: contact, primary: true, email: `contact${n}@sample.invalid` }],
        });
        const { id } = await createEnterprise(loader, input, within);
        firms.push({ id, cluster: invention.cluster, invented: true, nameZh: invention.nameZh });
      }
    });
  }
  say(`  ${byKey.size + firms.length} firms, ${firms.length} of them made up`);
  return { named: byKey, firms };
}
