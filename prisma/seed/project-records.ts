import {
  addAmountSchema,
  declareRagSchema,
  raiseEntrySchema,
  updateProjectSchema,
} from "@/lib/domain/projects/schema";
import { updateProject } from "@/lib/domain/projects/service";
import { addAmount } from "@/lib/domain/projects/service-money";
import { declareRag } from "@/lib/domain/projects/service-rag";
import { raiseEntry } from "@/lib/domain/projects/service-register";
import { db } from "@/lib/platform/db/client";
import type { Firm } from "./firms";
import { loader, together } from "./write";

const sample = "示例数据 / made up";

/** Partners, money, a register and a declared colour of the first made-up projects, all of them made up. */
export async function loadProjectRecords(firms: Firm[]): Promise<void> {
  const projects = await db.project.findMany({
    where: { code: { startsWith: "CSP-0" } },
    orderBy: { code: "asc" },
    take: 6,
    select: {
      id: true,
      version: true,
      code: true,
      titleZh: true,
      titleEn: true,
      cluster: true,
      parkId: true,
      leadId: true,
    },
  });
  await together("projects.update", async (within) => {
    for (const [n, project] of projects.entries()) {
      const partners = [
        { enterpriseId: firms[n * 6 + 2]?.id ?? "", role: "TECHNOLOGY", country: "CN" },
        { nameZh: "示例研究院", nameEn: "Sample Institute", role: "RESEARCH", country: "SG" },
      ];
      await updateProject(loader, updateProjectSchema.parse({ ...project, partners }), within);
      const { id: projectId } = project;
      for (const [on, amount, currency] of [
        ["2022-03-31", `${120 + n * 15}0000`, "CNY"],
        ["2022-09-30", `${80 + n * 10}0000`, "CNY"],
        ["2022-09-30", `${5 + n}0000`, "SGD"],
      ]) {
        const money = { amount, currency };
        const input = { projectId, kind: "ACTUAL", on, money, source: sample };
        await addAmount(loader, addAmountSchema.parse(input), within);
      }
      const risk = {
        ...{ projectId, kind: "RISK", severity: "MEDIUM", raisedOn: "2022-09-15", dueOn: "2022-12-31" },
        titleZh: "关键设备到货可能推迟（示例）",
        titleEn: "Key equipment may arrive late (sample)",
      };
      await raiseEntry(loader, raiseEntrySchema.parse(risk), within);
      const decision = {
        ...{ projectId, kind: "DECISION", raisedOn: "2022-10-10" },
        titleZh: "先行调试第一条生产线（示例）",
        titleEn: "Commission the first line ahead of the others (sample)",
      };
      await raiseEntry(loader, raiseEntrySchema.parse(decision), within);
      if (n % 2 > 0) continue;
      const said = { projectId, rag: "AMBER", on: "2022-10-15", expiresOn: "2022-11-30", reason: sample };
      await declareRag(loader, declareRagSchema.parse(said), within);
    }
  });
}
