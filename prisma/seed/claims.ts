import { createClaimSchema, signOffClaimSchema } from "@/lib/domain/claims/schema";
import { createClaim, signOffClaim } from "@/lib/domain/claims/service";
import { db } from "@/lib/platform/db/client";
import { loader, say, together } from "./write";

const day = { publishedOn: "2022-11-01", asOf: "2022-11-01" };

/** What was reported in November 2022 and can be held against the record. */
export async function loadClaims(parks: Map<string, string>): Promise<void> {
  const park = (code: string) => ({ scope: "PARK", scopeId: parks.get(code) ?? "" });
  const ncs = await db.project.findUniqueOrThrow({ where: { code: "NCS-FDC" }, select: { id: true } });
  const session = await db.meeting.findFirstOrThrow({
    where: { number: 18, series: { code: "JCBC" } },
    select: { id: true },
  });
  const claims = [
    {
      code: "2022-F2",
      textZh: "中新双边合作联合委员会第十八次会议2022年11月1日在新加坡开幕，签署19份备忘录和协议。",
      textEn:
        "The 18th China-Singapore Joint Council for Bilateral Cooperation opened in Singapore on 2022-11-01; 19 MOUs and agreements were signed.",
      bindings: [
        { metric: "AGREEMENTS", scope: "MEETING", scopeId: session.id, comparison: "EQUALS", said: "19" },
      ],
    },
    {
      code: "2022-F5",
      textZh: "中新智慧园2022年6月开园，总投资14亿元，产业化项目60余个。",
      textEn:
        "China-Singapore Smart Park opened in June 2022, with a total investment of CNY 1.4 bn and more than 60 industrialisation projects.",
      bindings: [{ metric: "PROJECTS", ...park("CSP"), comparison: "MORE_THAN", said: "60" }],
    },
    {
      code: "2022-F6",
      textZh: "腾飞科技园（OneHub GKC）一期入驻企业逾400家，从业人员3000人。",
      textEn: "Ascendas OneHub GKC, Phase I: more than 400 enterprises, 3,000 people employed.",
      bindings: [
        { metric: "TENANTS", ...park("OH1"), comparison: "MORE_THAN", said: "400" },
        { metric: "HEADCOUNT", ...park("OH1"), comparison: "AT_LEAST", said: "3000" },
      ],
    },
    {
      code: "2022-F10",
      textZh: "NCS大湾区金融科技交付中心一期投入运营。",
      textEn: "The first phase of the NCS Greater Bay Area Fintech Delivery Centre operates.",
      bindings: [
        { metric: "MILESTONES", scope: "PROJECT", scopeId: ncs.id, comparison: "AT_LEAST", said: "1" },
      ],
    },
    {
      code: "2022-F12",
      textZh: "三家国企绿色债券累计13.4亿美元。",
      textEn: "Green bonds of three state-owned enterprises, cumulatively USD 1.34 bn.",
      bindings: [{ metric: "ISSUANCE", currency: "USD", comparison: "AT_LEAST", said: "1340000000" }],
    },
    {
      code: "2022-F8",
      textZh: "Biosyngen建成华南最大的免疫细胞药物商业化生产基地。",
      textEn:
        "Biosyngen has built the largest commercial production base of immune-cell drugs in South China.",
      bindings: [],
    },
  ];
  await together("claims.create", async (within) => {
    for (const claim of claims) {
      const { id, version } = await createClaim(
        loader,
        createClaimSchema.parse({ ...day, ...claim }),
        within,
      );
      // One waits for somebody to answer for it.
      if (claim.bindings.length > 0)
        await signOffClaim(loader, signOffClaimSchema.parse({ id, version }), within);
    }
  });
  say(`  ${claims.length} published claims`);
}
