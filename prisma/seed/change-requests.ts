import { reportMilestoneSchema, requestNamesSchema } from "@/lib/domain/change-requests/schema";
import { requestChange } from "@/lib/domain/change-requests/service";
import { reportMilestone } from "@/lib/domain/change-requests/service-reports";
import { findEnterpriseInScope } from "@/lib/domain/enterprises/queries";
import { qualificationSchema } from "@/lib/domain/enterprises/schema";
import { writeEnterpriseFields } from "@/lib/domain/enterprises/service-fields";
import { loadViewer } from "@/lib/platform/auth/load";
import { systemViewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import type { Firm } from "./firms";
import { loader, say, together } from "./write";

/** Of which firm of the list, what it is licensed for, and until when. */
const papers: [number, string, string, string][] = [
  [1, "高新技术企业证书", "2019-12-02", "2022-12-01"],
  [1, "ISO 9001", "2021-05-10", "2024-05-09"],
  [4, "医疗器械生产许可证", "2017-12-20", "2022-12-19"],
  [7, "ISO 27001", "2022-03-01", "2025-02-28"],
];

/** Licences of some firms, and what the firm of the sample's own person asks for. All of it is made up. */
export async function loadChangeRequests(firms: Firm[], personId: string | undefined): Promise<void> {
  const byFirm = new Map<number, (typeof papers)[number][]>();
  for (const paper of papers) byFirm.set(paper[0], [...(byFirm.get(paper[0]) ?? []), paper]);
  await together("enterprises.update", async ({ tx }) => {
    for (const [at, own] of byFirm) {
      const firm = await findEnterpriseInScope(tx, loader, firms[at]?.id ?? "");
      const qualifications = own.map(([, title, validFrom, validTo], i) =>
        qualificationSchema.parse({ title, number: `SAMPLE-${at}-${i + 1}`, validFrom, validTo }),
      );
      await writeEnterpriseFields(tx, loader, firm, firm.version, { qualifications });
    }
  });
  await changeByItself(firms[7]?.id ?? "");
  const person = personId ? await loadViewer(personId, "SYSTEM") : null;
  const id = firms[1]?.id ?? "";
  if (!person) return;
  const { version, nameZh, nameEn } = await db.enterprise.findUniqueOrThrow({ where: { id } });
  const names = { id, version, nameZh, nameEn, shortName: "新简称（样例）", note: "样例：启用新简称" };
  await requestChange(person, requestNamesSchema.parse(names));
  const shown = await db.milestone.findFirst({
    where: { project: { leadId: id }, actualOn: { not: null }, evidence: null },
    orderBy: [{ baselineOn: "desc" }, { id: "asc" }],
  });
  if (shown) {
    const report = { id: shown.id, version: shown.version, evidence: "样例：验收单第7号" };
    await reportMilestone(person, reportMilestoneSchema.parse(report));
  }
  say("  licences of firms, and what one of them asks for");
}

/** By which the journeys find it. */
const OWN_EDIT = "01843000-0000-7000-8000-000000000001";

/** A firm changed its website by itself: live at once, and for the office to put back. */
async function changeByItself(id: string): Promise<void> {
  const header = { id: OWN_EDIT, verb: "change-requests.editFree" };
  await openChangeSet(systemViewer("样例企业联系人"), header, async (tx) => {
    const firm = await findEnterpriseInScope(tx, loader, id);
    return writeEnterpriseFields(tx, loader, firm, firm.version, { website: "https://firm-7.example" });
  });
}
