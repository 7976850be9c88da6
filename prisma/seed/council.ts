import { createMeetingSchema, createSeriesSchema } from "@/lib/domain/meetings/schema";
import { createMeeting } from "@/lib/domain/meetings/service";
import { createSeries } from "@/lib/domain/meetings/service-series";
import { loader, say, together } from "./write";

/** Said of everything that the report of November 2022 does not say. */
export const invention = { zh: "示例数据，虚构。", en: "Sample data, made up." };

const sessions = [
  {
    series: "JCBC",
    key: "JCBC-17",
    number: 17,
    startsOn: "2021-12-29",
    ...{ placeZh: "视频会议", placeEn: "By video link", agendaZh: "一、上次会议以来的进展\n二、下一步合作" },
    agendaEn: "1. Progress since the last session\n2. Next steps",
    minutesZh: invention.zh,
    minutesEn: invention.en,
    outcomes: [
      {
        kind: "AGREED",
        textZh: "双方同意梳理知识城合作项目清单（示例）。",
        textEn: "Both sides will list the zone's cooperation projects (sample).",
      },
    ],
  },
  {
    series: "JCBC",
    key: "JCBC-18",
    number: 18,
    startsOn: "2022-11-01",
    ...{ placeZh: "新加坡", placeEn: "Singapore", country: "SG" },
    agendaZh:
      "一、往届未办结事项\n二、签署备忘录和协议\n三、下一步合作：一带一路、RCEP和东盟市场，数字经济和绿色发展",
    agendaEn:
      "1. Open items of earlier sessions\n2. Signing of MOUs and agreements\n3. Next steps: Belt and Road, RCEP and ASEAN markets; the digital economy and green development",
    minutesZh: "会议签署19份备忘录和协议，其中包括新加坡企业参与知识城产业发展和创新的合作框架备忘录。",
    minutesEn:
      "Nineteen MOUs and agreements were signed, one of them the MOU on a cooperation framework for Singapore companies' part in the zone's industrial development and innovation.",
    outcomes: [
      {
        kind: "AGREED",
        textZh: "签署19份备忘录和协议。",
        textEn: "Nineteen MOUs and agreements were signed.",
      },
      {
        kind: "NOTED",
        textZh: "今后合作面向一带一路、RCEP和东盟市场，深化数字经济和绿色发展领域合作。",
        textEn:
          "Cooperation looks ahead to the Belt and Road, RCEP and ASEAN markets, the digital economy and green development.",
      },
      {
        kind: "DECISION",
        textZh: "各协议牵头方每季度报告进展（示例）。",
        textEn: "Each agreement's lead reports quarterly (sample).",
      },
    ],
  },
  ...[
    { number: 1, startsOn: "2022-04-14" },
    { number: 2, startsOn: "2023-03-16" },
  ].map((session) => ({
    ...{ series: "JWG", key: `JWG-${session.number}`, ...session },
    ...{ placeZh: "广州", placeEn: "Guangzhou", country: "CN" },
    ...{ agendaZh: "项目进展（示例）", agendaEn: "Progress of the projects (sample)" },
    ...{ minutesZh: invention.zh, minutesEn: invention.en },
    outcomes: [
      {
        kind: "DECISION",
        textZh: "逐项核对在推项目的里程碑（示例）。",
        textEn: "The milestones of every active project are checked (sample).",
      },
    ],
  })),
];

const series = [
  {
    code: "JCBC",
    nameZh: "中新双边合作联合委员会",
    nameEn: "China-Singapore Joint Council for Bilateral Cooperation",
  },
  {
    code: "JWG",
    nameZh: "知识城联合工作组（示例）",
    nameEn: "Joint working group on the zone (sample)",
    noteZh: invention.zh,
    noteEn: invention.en,
  },
];

const attendees = [
  { organisationZh: "中方代表团", organisationEn: "Chinese delegation", country: "CN" },
  { organisationZh: "新方代表团", organisationEn: "Singapore delegation", country: "SG" },
];

/** The council whose 18th session was reported, its session before, and a working group that is made up; by key. */
export async function loadCouncil(): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  await together("meetings.create", async (within) => {
    for (const one of series) {
      const { id } = await createSeries(loader, createSeriesSchema.parse(one), within);
      ids.set(one.code, id);
    }
    for (const { series: of, key, ...session } of sessions) {
      const input = createMeetingSchema.parse({ ...session, seriesId: ids.get(of), attendees });
      ids.set(key, (await createMeeting(loader, input, within)).id);
    }
  });
  say(`  ${sessions.length} sessions of ${series.length} series`);
  return ids;
}
