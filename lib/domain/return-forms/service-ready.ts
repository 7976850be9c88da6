import "server-only";
import type { FeedPart, ReturnDefinition, ReturnField } from "./schema";

const nothing = {
  ...{ definitionZh: null, definitionEn: null, unitZh: null, unitEn: null, money: null, decimals: 0 },
  ...{ required: true, min: "0", max: null, carry: false, options: [], feeds: null },
};

type Words = { zh: string; en: string; saysZh?: string; saysEn?: string };

const worded = ({ zh, en, saysZh, saysEn }: Words) => ({
  ...{ labelZh: zh, labelEn: en, definitionZh: saysZh ?? null, definitionEn: saysEn ?? null },
});

/** A count of persons that goes on to the firm's headcounts. */
function people(key: string, feeds: FeedPart, words: Words, soft: string | null = null): ReturnField {
  return {
    ...nothing,
    ...{ key, type: "NUMBER", feeds, unitZh: "人", unitEn: "persons", ...worded(words) },
    required: feeds === "total",
    soft: { last: soft, yearAgo: soft === null ? null : "50" },
  };
}

/** An amount in ten thousands of yuan, of the quarter alone. */
function money(key: string, words: Words, soft = "50"): ReturnField {
  return {
    ...nothing,
    ...{ key, type: "MONEY", money: "WAN", decimals: 2, ...worded(words) },
    soft: { last: soft, yearAgo: soft },
  };
}

function amount(key: string, words: Words, units: [string, string], decimals: number): ReturnField {
  return {
    ...nothing,
    ...{ key, type: "NUMBER", decimals, unitZh: units[0], unitEn: units[1], required: false },
    ...worded(words),
    soft: { last: "100", yearAgo: "100" },
  };
}

/**
 * A park's quarterly form of economic and staff indicators. Its count of persons is the one that the office's
 * reports use: those who work in and are paid by the unit on the last day.
 */
export const readyDefinition: ReturnDefinition = {
  sections: [
    {
      key: "people",
      ...{ titleZh: "从业人员", titleEn: "People" },
      helpZh: "填报报告期最后一天在本单位工作并由本单位支付劳动报酬的人员。",
      helpEn: "Persons who work in your unit and are paid by it on the last day of the period.",
      fields: [
        people(
          "total",
          "total",
          {
            ...{ zh: "期末从业人员合计", en: "Persons employed at the end of the period" },
            saysZh:
              "在岗职工＋劳务派遣人员＋其他从业人员。不含当日已解除合同的人员、实习学生；外包人员由承包单位填报。",
            saysEn:
              "Own payroll + dispatched + other. Not counted: contracts ended by that day, and interns; outsourced staff are their contractor's.",
          },
          "20",
        ),
        people("own", "own", {
          ...{ zh: "在岗职工", en: "On your own payroll" },
          saysZh: "与本单位签订劳动合同、由本单位支付工资的人员。",
          saysEn: "Persons under a labour contract with your unit, paid by it.",
        }),
        people("dispatched", "dispatched", {
          ...{ zh: "劳务派遣人员", en: "Dispatched" },
          saysZh: "由派遣单位派至本单位工作，按实际用工单位统计的人员。",
          saysEn: "Persons sent by a dispatch agency to work in your unit; they count where they work.",
        }),
        people("other", "other", {
          ...{ zh: "其他从业人员", en: "Other" },
          saysZh: "如返聘的离退休人员、兼职人员等。",
          saysEn: "Such as re-employed retirees and second jobs.",
        }),
        people("local", "local", {
          ...{ zh: "其中：中国籍", en: "Of the total: local" },
          saysZh: "持中国国籍的从业人员。",
          saysEn: "Persons of Chinese nationality.",
        }),
        people("foreign", "foreign", {
          ...{ zh: "其中：外籍及港澳台", en: "Of the total: foreign" },
          saysZh: "外籍人员及港澳台人员。",
          saysEn: "Foreign nationals, and persons from Hong Kong, Macao and Taiwan.",
        }),
        people("rAndD", "rAndD", {
          ...{ zh: "其中：研发人员", en: "Of the total: in R&D" },
          saysZh: "从事研究与试验发展活动的人员，含直接服务的管理人员。",
          saysEn:
            "Persons in research and experimental development, with those who manage and serve it directly.",
        }),
        people("degree", "degree", {
          ...{ zh: "其中：本科及以上学历", en: "Of the total: with a degree" },
          saysZh: "具有大学本科及以上学历的人员。",
          saysEn: "Persons with a bachelor's degree or higher.",
        }),
      ],
    },
    {
      key: "business",
      ...{ titleZh: "生产经营", titleEn: "Business" },
      helpZh: "金额单位为万元，填报本季度发生数。",
      helpEn: "Amounts in ten thousands of yuan (万元), of this quarter alone.",
      fields: [
        money("output", {
          ...{ zh: "总产值", en: "Gross output" },
          saysZh: "工业企业填工业总产值（当年价格），其他企业填主营业务收入。",
          saysEn:
            "Industry: gross industrial output at current prices. Others: revenue of the main business.",
        }),
        money("revenue", {
          ...{ zh: "营业收入", en: "Revenue" },
          saysZh: "不含增值税。",
          saysEn: "Without value-added tax.",
        }),
        money("tax", {
          ...{ zh: "实缴税金", en: "Taxes paid" },
          saysZh: "本季度实际入库的各项税金合计，不扣减退税。",
          saysEn: "All taxes received by the treasury in the quarter, refunds not deducted.",
        }),
        money("investment", {
          ...{ zh: "固定资产投资", en: "Investment in fixed assets" },
          saysZh: "本季度完成额，含设备购置。",
          saysEn: "Carried out in the quarter, with equipment bought.",
        }),
      ],
    },
    {
      key: "innovation",
      ...{ titleZh: "科技创新", titleEn: "Innovation", helpZh: null, helpEn: null },
      fields: [
        money("rAndDSpending", {
          ...{ zh: "研发费用", en: "R&D spending" },
          saysZh: "本季度用于研究开发的费用，含资本化部分。",
          saysEn: "Spent on research and development in the quarter, what was capitalised included.",
        }),
        amount(
          "patentsFiled",
          {
            ...{ zh: "专利申请量", en: "Patents filed" },
            saysZh: "本季度受理的专利申请件数。",
            saysEn: "Applications accepted in the quarter.",
          },
          ["件", "patents"],
          0,
        ),
        amount(
          "patentsGranted",
          {
            ...{ zh: "专利授权量", en: "Patents granted" },
            saysZh: "本季度获得授权的专利件数。",
            saysEn: "Granted in the quarter.",
          },
          ["件", "patents"],
          0,
        ),
      ],
    },
    {
      key: "energy",
      ...{ titleZh: "能源消耗", titleEn: "Energy", helpZh: null, helpEn: null },
      fields: [
        amount(
          "electricity",
          {
            ...{ zh: "用电量", en: "Electricity used" },
            saysZh: "本季度用电总量，以电费单为准。",
            saysEn: "In the quarter, as billed.",
          },
          ["万千瓦时", "10,000 kWh"],
          2,
        ),
        amount(
          "energy",
          {
            ...{ zh: "综合能源消费量", en: "Energy used in all" },
            saysZh: "各种能源折合标准煤。",
            saysEn: "All kinds, as tonnes of standard coal.",
          },
          ["吨标准煤", "t coal equivalent"],
          2,
        ),
        {
          ...nothing,
          ...{ key: "remarks", type: "TEXT", required: false, min: null },
          ...worded({ zh: "需要说明的情况", en: "Anything that the office should know" }),
          soft: { last: null, yearAgo: null },
        },
      ],
    },
  ],
  sums: [
    { totalKey: "total", partKeys: ["own", "dispatched", "other"], kind: "EQUAL" },
    { totalKey: "total", partKeys: ["local", "foreign"], kind: "EQUAL" },
    { totalKey: "total", partKeys: ["rAndD"], kind: "AT_MOST" },
    { totalKey: "total", partKeys: ["degree"], kind: "AT_MOST" },
  ],
};

/** What a form of the office's own begins with. */
export const firstDefinition: ReturnDefinition = {
  sections: [
    {
      key: "people",
      ...{ titleZh: "从业人员", titleEn: "People", helpZh: null, helpEn: null },
      fields: [
        people("total", "total", {
          ...{ zh: "期末从业人员合计", en: "Persons employed at the end of the period" },
        }),
      ],
    },
  ],
  sums: [],
};
