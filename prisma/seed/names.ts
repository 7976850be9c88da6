import { completeUscc } from "@/lib/domain/enterprises/rules";
import type { clusters } from "@/lib/domain/enterprises/schema";
import type { Random } from "./random";

/** Two words and a trade make a firm that does not exist. */
const first: [string, string][] = [
  ["青禾", "Qinghe"],
  ["云岫", "Yunxiu"],
  ["朗塔", "Langta"],
  ["星渡", "Xingdu"],
  ["沐川", "Muchuan"],
  ["知微", "Zhiwei"],
  ["蓝榕", "Lanrong"],
  ["穗禾", "Suihe"],
  ["远帆", "Yuanfan"],
  ["衡石", "Hengshi"],
  ["启明", "Qiming"],
  ["拓野", "Tuoye"],
  ["景曜", "Jingyao"],
  ["融岸", "Rong'an"],
  ["汇森", "Huisen"],
  ["凌波", "Lingbo"],
  ["越澜", "Yuelan"],
  ["丰泽", "Fengze"],
  ["明桥", "Mingqiao"],
  ["禾木", "Hemu"],
  ["岭南舟", "Lingnanzhou"],
  ["博雅川", "Boyachuan"],
  ["鹭洲", "Luzhou"],
  ["南轩", "Nanxuan"],
];
const second: [string, string][] = [
  ["图新", "Tuxin"],
  ["维安", "Wei'an"],
  ["泰格", "Taige"],
  ["致远", "Zhiyuan"],
  ["合盛", "Hesheng"],
  ["嘉睿", "Jiarui"],
  ["思源", "Siyuan"],
  ["博恩", "Bo'en"],
  ["卓然", "Zhuoran"],
  ["瑞科", "Ruike"],
  ["鼎和", "Dinghe"],
  ["安澜", "Anlan"],
  ["捷诺", "Jienuo"],
  ["元通", "Yuantong"],
  ["华礼", "Huali"],
  ["润方", "Runfang"],
  ["佳境", "Jiajing"],
  ["联拓", "Liantuo"],
];

type Cluster = (typeof clusters)[number];
type Trade = { zh: string; en: string; cluster: Cluster; sector: string };

const trades: Trade[] = [
  { zh: "生物科技", en: "Biotechnology", cluster: "BIOMEDICINE", sector: "M7340" },
  { zh: "医疗器械", en: "Medical Devices", cluster: "BIOMEDICINE", sector: "C3589" },
  { zh: "数据科技", en: "Data Technology", cluster: "DIGITAL_ECONOMY", sector: "I6560" },
  { zh: "软件", en: "Software", cluster: "DIGITAL_ECONOMY", sector: "I6510" },
  { zh: "智能科技", en: "Intelligent Technology", cluster: "DIGITAL_ECONOMY", sector: "I6531" },
  { zh: "新能源", en: "New Energy", cluster: "GREEN_DEVELOPMENT", sector: "M7515" },
  { zh: "环境科技", en: "Environmental Technology", cluster: "GREEN_DEVELOPMENT", sector: "N7729" },
  { zh: "投资管理", en: "Investment Management", cluster: "FINANCIAL_SERVICES", sector: "J6790" },
  { zh: "精密制造", en: "Precision Manufacturing", cluster: "ADVANCED_MANUFACTURING", sector: "C3489" },
  { zh: "新材料", en: "New Materials", cluster: "ADVANCED_MANUFACTURING", sector: "C2659" },
  { zh: "知识产权服务", en: "Intellectual Property Services", cluster: "SERVICES", sector: "L7250" },
  { zh: "咨询", en: "Consulting", cluster: "SERVICES", sector: "L7249" },
];

/** The made-up firm of a number: its names, its trade and, for most, a code whose check digit is right. */
export function inventFirm(n: number, random: Random) {
  const [zh1, en1] = first[n % first.length] ?? ["", ""];
  const [zh2, en2] = second[Math.floor(n / first.length) % second.length] ?? ["", ""];
  const trade = random.pick(trades);
  const singapore = random.chance(0.12);
  const missing = random.chance(0.03);
  const uscc = completeUscc(`91440112MA9${(n + 10_000).toString().padStart(6, "0")}`);
  return {
    nameZh: `${zh1}${zh2}${trade.zh}（广州）有限公司`,
    nameEn: `${en1} ${en2} ${trade.en} (Guangzhou) Co., Ltd.`,
    shortName: `${zh1}${zh2}`,
    cluster: trade.cluster,
    sectorCode: trade.sector,
    country: singapore ? "SG" : random.chance(0.06) ? random.pick(["HK", "MY", "US", "DE", "JP"]) : "CN",
    identifiers: missing ? [] : [{ type: "USCC" as const, value: uscc }],
  };
}

const surnames = ["陈", "李", "黄", "张", "梁", "林", "吴", "何", "郑", "罗"];
const givens = ["嘉敏", "志强", "晓彤", "俊杰", "海燕", "文博", "雅婷", "子轩", "国华", "思琪"];

export function inventPerson(random: Random): string {
  return random.pick(surnames) + random.pick(givens);
}
