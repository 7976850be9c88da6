import { clusters } from "../domain/enterprises/schema";
import { UNIT_AVAILABILITIES } from "../domain/units/rules";
import { unitUses } from "../domain/units/schema";
import { commonCountries, countryName } from "../platform/i18n/countries";

/** What offices write for the values of a closed list, in both languages. */
export type Vocabulary = Map<string, string>;

export function toWordKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_\-/、&.()]/g, "");
}

function vocabulary(codes: readonly string[], words: Record<string, string>): Vocabulary {
  const map: Vocabulary = new Map(codes.map((code) => [toWordKey(code), code]));
  for (const [code, list] of Object.entries(words)) {
    for (const word of list.split(" ")) map.set(toWordKey(word), code);
  }
  return map;
}

export const clusterWords = vocabulary(clusters, {
  BIOMEDICINE:
    "生物医药 生物医药与健康 生物科技 医药健康 大健康 生命健康 生命科学 biomedical biotech lifesciences",
  DIGITAL_ECONOMY: "数字经济 数字产业 信息技术 新一代信息技术 digital it ict",
  GREEN_DEVELOPMENT: "绿色发展 绿色低碳 绿色经济 节能环保 新能源 green sustainability",
  FINANCIAL_SERVICES: "金融服务 金融 金融业 科技金融 finance financial fintech",
  ADVANCED_MANUFACTURING: "先进制造 先进制造业 智能制造 高端制造 制造业 manufacturing",
  SERVICES: "服务业 现代服务业 服务 专业服务 service",
  OTHER: "其他 其它 others",
});

export const useWords = vocabulary(unitUses, {
  OFFICE: "办公 写字楼 办公室 offices",
  LAB: "实验室 研发 实验 laboratory rd",
  GMP_WORKSHOP: "GMP车间 GMP gmpworkshop 洁净车间",
  PRODUCTION: "生产 厂房 车间 工业 factory industrial",
  RETAIL: "商业 商铺 零售 店铺 shop",
  WAREHOUSE: "仓储 仓库 storage",
  DESK_ZONE: "联合办公 工位 工位区 共享办公 coworking hotdesk desks",
  PARKING: "停车 车位 停车位 停车场 carpark",
  OTHER: "其他 其它",
});

export const availabilityWords = vocabulary(UNIT_AVAILABILITIES, {
  LETTABLE: "可租 可出租 待租 已租 出租 在租 空置 available vacant let",
  SELF_USE: "自用 自持自用 selfuse ownuse",
  COMMON: "公共 公用 公共区域 公区 公共配套 commonarea",
  UNDER_WORKS: "施工 装修 改造 在建 维修 underworks works renovation",
  WITHDRAWN: "撤出 停用 不可租 withdrawn unavailable",
});

export const booleanWords = vocabulary(["true", "false"], {
  true: "是 有 对 共享 √ ✓ ✔ y yes t 1 on shared",
  false: "否 无 不 不是 非 独立 独用 整租 × ✗ x n no f 0 off exclusive none",
});

/** A country by its ISO code or by its name in either language. */
export const countryWords: Vocabulary = countries();

function countries(): Vocabulary {
  const map: Vocabulary = new Map();
  for (const first of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
    for (const second of "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
      const code = first + second;
      const name = countryName("en", code);
      if (!name || name === code) continue;
      for (const word of [code, name, countryName("zh", code) ?? code]) {
        const key = toWordKey(word);
        if (!map.has(key) || (commonCountries as readonly string[]).includes(code)) map.set(key, code);
      }
    }
  }
  const also = {
    CN: "中国大陆 大陆 内地 china prc mainland 中华人民共和国",
    HK: "香港 中国香港 hongkong",
    MO: "澳门 中国澳门 macau macao",
    TW: "台湾 中国台湾 taiwan",
    SG: "新加坡 singapore",
    US: "美国 usa america unitedstates",
    GB: "英国 uk england britain",
    KR: "韩国 korea southkorea",
    VN: "越南 vietnam",
    AE: "阿联酋 uae",
  };
  for (const [code, words] of Object.entries(also)) {
    for (const word of words.split(" ")) map.set(toWordKey(word), code);
  }
  return map;
}
