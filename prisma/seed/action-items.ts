import { completeActionItemSchema, createActionItemSchema } from "@/lib/domain/action-items/schema";
import { completeActionItem, createActionItem } from "@/lib/domain/action-items/service";
import { db } from "@/lib/platform/db/client";
import { loader, say, together } from "./write";

type Item = {
  session: string;
  zh: string;
  en: string;
  raisedOn: string;
  dueOn: string;
  doneOn?: string;
  agreement?: string;
};

/** All made up. Those of the 17th session that were open a year later carry to the 18th by themselves. */
const items: Item[] = [
  {
    ...{ session: "JCBC-17", raisedOn: "2021-12-29", dueOn: "2022-03-31", doneOn: "2022-03-15" },
    ...{
      zh: "报送知识城合作项目清单（示例）",
      en: "Send the list of the zone's cooperation projects (sample)",
    },
  },
  {
    ...{ session: "JCBC-17", raisedOn: "2021-12-29", dueOn: "2022-09-30", doneOn: "2023-01-20" },
    ...{ zh: "明确区域能源项目联系人（示例）", en: "Name a contact for regional energy (sample)" },
    agreement: "SPG-ENERGY",
  },
  {
    ...{ session: "JCBC-17", raisedOn: "2021-12-29", dueOn: "2022-12-31" },
    ...{ zh: "研究跨境数据试点范围（示例）", en: "Study the scope of a pilot on cross-border data (sample)" },
  },
  {
    ...{ session: "JCBC-18", raisedOn: "2022-11-01", dueOn: "2023-03-31", doneOn: "2023-03-28" },
    ...{ zh: "印发19份协议任务分工（示例）", en: "Say who keeps each of the nineteen agreements (sample)" },
  },
  {
    ...{ session: "JCBC-18", raisedOn: "2022-11-01", dueOn: "2026-06-30" },
    ...{ zh: "汇总各协议季度进展（示例）", en: "Gather the quarterly progress of every agreement (sample)" },
  },
  {
    ...{ session: "JCBC-18", raisedOn: "2022-11-01", dueOn: "2027-12-31" },
    ...{ zh: "筹备下一届理事会（示例）", en: "Prepare the next council (sample)" },
  },
  {
    ...{ session: "JWG-2", raisedOn: "2023-03-16", dueOn: "2026-09-30" },
    ...{ zh: "核对在推项目里程碑（示例）", en: "Check the milestones of the active projects (sample)" },
  },
];

/** What the sessions asked to be done; all of it is looked after by the officer who signs in. */
export async function loadActionItems(council: Map<string, string>, officerId: string | undefined) {
  const agreements = await db.agreement.findMany({ select: { id: true, code: true } });
  const byCode = new Map(agreements.map(({ id, code }) => [code, id]));
  await together("action-items.create", async (within) => {
    for (const { session, zh, en, raisedOn, dueOn, doneOn, agreement } of items) {
      const input = createActionItemSchema.parse({
        ...{ titleZh: zh, titleEn: en, raisedOn, dueOn, ownerId: officerId },
        meetingId: council.get(session),
        agreementId: agreement ? byCode.get(agreement) : "",
      });
      const { id } = await createActionItem(loader, input, within);
      if (!doneOn) continue;
      const done = { id, version: 1, doneOn, result: "已办结（示例）/ Done (sample)" };
      await completeActionItem(loader, completeActionItemSchema.parse(done), within);
    }
  });
  say(`  ${items.length} action items`);
}
