import { agreementKinds } from "../domain/agreements/schema";
import { degrees, employments, jobCategories, permitClasses, talentGrades } from "../domain/employees/schema";
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

export const jobCategoryWords = vocabulary(jobCategories, {
  MANAGEMENT: "管理 管理人员 管理类 manager managers executive",
  RESEARCH: "研发 研究 科研 研发人员 rd r&d researcher scientist",
  ENGINEERING: "工程技术 技术 工程 工程师 技术人员 engineer technical it",
  PRODUCTION: "生产 生产人员 操作 工人 worker operator",
  SALES: "销售 市场 营销 marketing businessdevelopment",
  SUPPORT: "行政 职能 后勤 财务 人事 admin administration administrative",
  OTHER: "其他 其它 others",
});

export const degreeWords = vocabulary(degrees, {
  BELOW_BACHELOR: "本科以下 大专 专科 中专 高中 职高 college diploma highschool",
  BACHELOR: "本科 学士 大学本科 bachelors undergraduate",
  MASTER: "硕士 硕士研究生 研究生 masters postgraduate",
  DOCTOR: "博士 博士研究生 phd doctorate",
});

export const talentGradeWords = vocabulary(talentGrades, {
  TOP: "顶尖人才 顶尖 杰出人才 杰出 a类 toptalent",
  LEADING: "领军人才 领军 优秀人才 b类 leadingtalent",
  BACKBONE: "骨干人才 骨干 精英人才 c类 backbonetalent",
  YOUNG: "青年人才 青年 青年后备人才 d类 youngtalent",
});

export const permitClassWords = vocabulary(permitClasses, {
  WORK_A: "a a类 工作许可a类 外国高端人才 外国高端人才(a类) workpermita",
  WORK_B: "b b类 工作许可b类 外国专业人才 外国专业人才(b类) workpermitb",
  WORK_C: "c c类 工作许可c类 其他外国人员 workpermitc",
  RESIDENCE: "居留许可 居留证 居住证 永久居留 residencepermit",
  OTHER: "其他 其它",
});

export const employmentWords = vocabulary(employments, {
  OWN: "本单位 自有 正式 正式员工 合同工 在编 own ownpayroll payroll permanent direct",
  DISPATCHED: "劳务派遣 派遣 派遣工 dispatch agency",
  OTHER: "其他 其它",
  OUTSOURCED: "外包 劳务外包 外包人员 outsource contractor",
});

export const agreementKindWords = vocabulary(agreementKinds, {
  MOU: "谅解备忘录 备忘录 合作备忘录 memorandum memorandumofunderstanding",
  AGREEMENT: "协议 合作协议 协议书 合同 contract agreements",
  FRAMEWORK: "框架协议 框架 合作框架协议 合作框架 frameworkagreement",
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
