import { headerKeys, toHeaderKey } from "./header-key";
import type { ImportKind } from "./types";

/** A column that is always recognised: by its name in English, in Chinese, and by what offices also call it. */
export type Field = {
  name: string;
  zh: string;
  also: string[];
  example: string;
  needed?: boolean;
  /** What it is called in English, where that is not its name. */
  en?: string;
  /** Of a custom field that was retired: known, and not read. */
  retired?: boolean;
  /** Of a custom field that another kind of file brings: known, and not read. */
  elsewhere?: boolean;
};

const field = (name: string, zh: string, example: string, also = "", needed = false): Field => ({
  name,
  zh,
  also: also ? also.split("|") : [],
  example,
  needed,
});

const firm: Field[] = [
  field(
    "name_zh",
    "企业名称",
    "狮城生物科技（广州）有限公司",
    "公司名称|单位名称|企业中文名|企业中文名称|中文名称|租户|租户名称|承租方|承租人|承租企业|客户名称|入驻企业|company|company name|enterprise|enterprise name|firm|tenant|tenant name|name chinese|chinese name",
  ),
  field(
    "name_en",
    "英文名称",
    "Lion City Biotech (Guangzhou) Co., Ltd.",
    "企业英文名|企业英文名称|公司英文名|公司英文名称|english name|name english|company name en|enterprise name en",
  ),
  field(
    "uscc",
    "统一社会信用代码",
    "91440101MA5XXXXXXX",
    "社会信用代码|信用代码|统一信用代码|统一代码|营业执照号|unified social credit code|social credit code|credit code",
  ),
  field("uen", "UEN", "201912345K", "uen编号|uen no|新加坡uen|acra no|unique entity number"),
  field(
    "country",
    "国别",
    "SG",
    "国家|来源国|来源国别|国家地区|国别地区|注册国|country of origin|nationality",
  ),
  field("cluster", "产业集群", "生物医药", "集群|产业|产业类别|行业集群|所属集群|industry cluster|industry"),
  field("sector_code", "行业代码", "M7340", "行业分类代码|国民经济行业代码|sector|industry code|gb/t 4754"),
  field("contact_name", "联系人", "陈女士", "联系人姓名|负责人|企业联系人|contact|contact person"),
  field(
    "contact_phone",
    "联系电话",
    "020-12345678",
    "电话|手机|联系方式|联系人电话|手机号|phone|telephone|tel|mobile",
  ),
  field("contact_email", "电子邮箱", "chen@example.com", "邮箱|电子邮件|联系邮箱|email|e mail|mail"),
];

/** Added to those that are there; a file takes none away. */
const tags = field("tags", "标签", "理事会18, fintech", "标记|企业标签|项目标签|tag|labels");

const park = field("park", "园区", "OneHub GKC", "园区名称|所属园区|所在园区|park name|park code");
const building = field(
  "building",
  "楼栋",
  "A1",
  "楼宇|栋|楼号|栋号|幢|大楼|楼栋号|楼栋名称|tower|block|building name|building code",
);
const unit = field(
  "unit",
  "房号",
  "A1-301",
  "单元|单元号|房间号|室号|房间|房源|房源编号|unit no|unit number|unit code|room|room no|suite",
);

export const fieldsOf: Record<ImportKind, Field[]> = {
  units: [
    { ...park, needed: true },
    { ...building, needed: true },
    field("floor", "楼层", "3", "层|层数|所在楼层|level|storey|story", true),
    { ...unit, needed: true },
    field(
      "lettable_area",
      "可租面积",
      "125.50",
      "面积|建筑面积|出租面积|计租面积|可出租面积|area|lettable|net lettable area|nla|area sqm|area m2",
      true,
    ),
    field("use", "用途", "办公", "使用用途|房屋用途|功能|类型|usage|unit use|type"),
    field("availability", "可租状态", "可租", "状态|出租状态|租赁状态|status"),
    field("shared", "共享", "否", "是否共享|共享空间|共用|is shared"),
    field(
      "valid_from",
      "启用日期",
      "2022-06-01",
      "启用时间|生效日期|投用日期|valid from date|effective from|available from",
    ),
  ],
  enterprises: [
    ...firm,
    tags,
    // From our own grid and files alone: whoever corrects a firm's only name still means that firm.
    field("id", "系统编号", "", "tenantry id|record id|id no"),
  ],
  tenancies: [
    ...firm,
    park,
    building,
    unit,
    field(
      "lease_no",
      "合同编号",
      "HT-2022-001",
      "合同号|租赁合同编号|租约编号|租约号|协议编号|lease number|lease|contract no|contract number|agreement no",
    ),
    field(
      "area",
      "租赁面积",
      "125.50",
      "面积|承租面积|出租面积|租用面积|合同面积|计租面积|leased area|let area|area sqm|area m2",
    ),
    field(
      "signed_on",
      "签约日期",
      "2022-05-20",
      "签订日期|签署日期|合同签订日期|签约时间|signed|signed date|date signed|signing date",
    ),
    field(
      "starts_on",
      "起租日期",
      "2022-06-01",
      "租期开始|开始日期|起始日期|租赁开始日期|合同开始日期|起租日|租期起|租赁期限起|start|start date|lease start|commencement|commencement date|from",
    ),
    field(
      "ends_on",
      "到期日期",
      "2025-05-31",
      "租期结束|结束日期|终止日期|截止日期|租赁结束日期|合同到期日期|到期日|租期止|租赁期限止|end|end date|lease end|expiry|expiry date|to",
    ),
    field(
      "moved_in_on",
      "入驻日期",
      "2022-06-10",
      "入驻时间|进驻日期|入住日期|moved in|move in date|move in",
    ),
    field(
      "terminated_on",
      "退租日期",
      "",
      "提前退租日期|解约日期|解除日期|终止租赁日期|terminated|termination date",
    ),
    field("moved_out_on", "搬离日期", "", "搬出日期|迁出日期|退场日期|moved out|move out date|move out"),
    field("holdover", "续占", "否", "是否续占|到期续用|到期未退|holding over|hold over"),
    field(
      "renewal_of",
      "原合同编号",
      "",
      "续签自|原合同号|续租原合同|renews|renewal|previous lease|previous lease no",
    ),
    field(
      "headcount",
      "员工人数",
      "42",
      "人数|在园人数|从业人数|从业人员|职工人数|员工数|employees|staff|people|head count",
    ),
    field(
      "headcount_on",
      "统计日期",
      "2022-10-31",
      "统计时间|人数统计日期|数据日期|截至日期|headcount date|as of|as of date",
    ),
  ],
  projects: [
    field(
      "project_code",
      "项目编号",
      "P-001",
      "项目代码|编号|项目号|code|project no|project number|project id",
      true,
    ),
    field(
      "project_zh",
      "项目名称",
      "细胞药物生产基地",
      "项目|项目中文名|项目中文名称|project|project name|title|project title",
    ),
    field(
      "project_en",
      "项目英文名",
      "Cell drug production base",
      "项目英文名称|project name en|project title en|title en",
    ),
    field("cluster", "产业集群", "生物医药", "集群|产业|产业类别|industry cluster|industry"),
    park,
    field(
      "lead",
      "牵头企业",
      "狮城生物科技（广州）有限公司",
      "牵头单位|实施单位|责任企业|企业名称|lead enterprise|lead company|lead firm",
    ),
    tags,
    field(
      "agreement_no",
      "协议编号",
      "AG-001",
      "所属协议|协议号|合作协议编号|备忘录编号|agreement|agreement no|agreement code|mou no",
    ),
    field(
      "started_on",
      "启动日期",
      "2022-03-01",
      "开工日期|项目启动日期|开始日期|start date|started|started on",
    ),
    field("delivered_on", "交付日期", "", "竣工日期|项目交付日期|delivery date|delivered|delivered on"),
    field(
      "milestone_zh",
      "里程碑",
      "厂房封顶",
      "里程碑名称|节点|节点名称|里程碑中文名|milestone|milestone name",
    ),
    field("milestone_en", "里程碑英文名", "Topping out", "里程碑英文名称|节点英文名|milestone name en"),
    field("weight", "权重", "1", "比重|权重%|milestone weight"),
    field(
      "baseline",
      "基准日期",
      "2022-12-31",
      "计划完成日期|计划日期|基线日期|计划完成时间|baseline date|planned|planned date|due|due date",
    ),
    field(
      "forecast",
      "预测日期",
      "2023-01-31",
      "预计完成日期|预计日期|预计完成时间|forecast date|expected|expected date",
    ),
    field(
      "actual",
      "实际完成日期",
      "",
      "完成日期|实际日期|实际完成时间|actual date|completed|completed on|done on",
    ),
    field("evidence", "完成依据", "", "依据|佐证|佐证材料|证明材料|完成证明|验收依据|proof"),
    field("no_evidence_reason", "无依据的原因", "", "无佐证的原因|无依据原因|no evidence because"),
  ],
  employees: [
    ...firm.slice(0, 4),
    { ...park, needed: true },
    field(
      "name",
      "姓名",
      "陈嘉敏",
      "员工姓名|人员姓名|中文姓名|名字|full name|employee name|employee|person|staff name",
      true,
    ),
    field(
      "staff_no",
      "工号",
      "A001",
      "员工编号|员工号|人员编号|staff number|employee no|employee number|employee id",
    ),
    field("job_category", "岗位类别", "研发", "岗位|职位类别|职类|职务|岗位性质|job|job type|position|role"),
    field("nationality", "国籍", "SG", "国籍地区|国家|国家地区|国籍（地区）|country|citizenship"),
    field("degree", "学历", "硕士", "最高学历|学历学位|学位|education|highest degree"),
    field("talent_grade", "人才层次", "骨干人才", "人才等级|人才类别|人才级别|talent|talent level"),
    field("permit_class", "证件类别", "B", "许可类别|工作许可类别|证件类型|permit|permit type|work permit"),
    field(
      "permit_expires_on",
      "证件有效期",
      "2023-02-01",
      "证件有效期至|证件到期日|许可有效期|工作许可到期日|有效期至|permit to|permit expiry|permit expires|permit end",
    ),
    field("employment", "用工方式", "劳务派遣", "用工形式|用工性质|用工类型|employment type|employment kind"),
    field("intern", "实习生", "否", "是否实习|是否实习生|实习|is intern|internship"),
    field(
      "joined_on",
      "入职日期",
      "2022-03-01",
      "入职时间|到岗日期|入职日|joined|join date|date joined|start date|hired on",
      true,
    ),
    field("left_on", "离职日期", "", "离职时间|离职日|left|leave date|date left|end date|termination date"),
  ],
  headcounts: [
    ...firm.slice(0, 4),
    { ...park, needed: true },
    field(
      "headcount_on",
      "统计日期",
      "2022-10-31",
      "统计时间|人数统计日期|数据日期|截至日期|日期|headcount date|as of|as of date|day|date|on",
      true,
    ),
    field(
      "headcount",
      "员工人数",
      "42",
      "合计|总人数|人数|在园人数|从业人数|从业人员|职工人数|员工数|total|employees|staff|people|head count",
      true,
    ),
    field("own", "本单位", "40", "自有人员|正式员工|本单位人员|own payroll|own staff"),
    field("dispatched", "劳务派遣", "2", "派遣|派遣人员|劳务派遣人员|dispatched staff|agency"),
    field("other", "其他用工", "0", "其他|其他人员|other staff"),
    field("local", "本地", "38", "本地人员|境内|境内人员|内籍|local staff"),
    field("foreign", "外籍", "4", "外籍人员|境外|境外人员|外国人|foreign staff|foreigners"),
    field("full_time", "全日制", "41", "全职|fulltime"),
    field("part_time", "非全日制", "1", "兼职|非全职|parttime"),
    field("r_and_d", "研发人员", "12", "研发|研发人数|r&d|rd|r&d staff|research"),
    field("degree", "本科及以上", "35", "本科及以上人数|大学本科及以上|degree holders|bachelor or above"),
  ],
  agreements: [
    field(
      "agreement_no",
      "协议编号",
      "XY-2022-001",
      "编号|备忘录编号|文件编号|协议号|agreement number|agreement id|mou no|no|code",
      true,
    ),
    field(
      "title_zh",
      "协议名称",
      "合作框架谅解备忘录",
      "名称|中文名称|协议中文名称|文件名称|备忘录名称|title|title chinese",
    ),
    field(
      "title_en",
      "英文名称",
      "MOU on a cooperation framework",
      "协议英文名称|title english|english title",
    ),
    field("kind", "协议类型", "备忘录", "类型|类别|文件类型|type|agreement type"),
    field(
      "parties",
      "签署方",
      "知识城管委会；新加坡某机构",
      "签约方|签署单位|签约单位|缔约方|双方|party|signatories|signed by",
    ),
    field("cluster", "产业集群", "生物医药", "集群|产业|产业类别|领域|industry cluster|industry"),
    field(
      "signed_on",
      "签署日期",
      "2022-11-01",
      "签约日期|签订日期|签署时间|签约时间|signed|signed date|date signed|signing date",
    ),
    field("effective_on", "生效日期", "2022-12-01", "生效时间|effective|effective date|effective from"),
    field(
      "expires_on",
      "到期日期",
      "2025-11-30",
      "有效期至|到期日|终止日期|expires|expiry|expiry date|valid to",
    ),
    field("meeting", "签署会议", "JCBC-18", "签署场合|会议|签约活动|届次|signed at|signing event|session"),
  ],
};

/** The columns of a kind with those of the office's own fields, as far as they are read. */
export function columnsOf(kind: ImportKind, own: Field[]): Field[] {
  return [...fieldsOf[kind], ...own.filter(({ retired, elsewhere }) => !retired && !elsewhere)];
}

export function findField(kind: ImportKind, name: string, own: Field[] = []): Field | undefined {
  return [...fieldsOf[kind], ...own].find((known) => known.name === name);
}

const index = new Map<ImportKind, Map<string, string>>();

const ownIndex = new WeakMap<Field[], Map<string, string>>();

function toIndex(fields: Field[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { name, zh, also } of fields) {
    for (const spelling of [name, zh, ...also]) {
      const key = toHeaderKey(spelling);
      if (!names.has(key)) names.set(key, name);
    }
  }
  return names;
}

/** The field that a header names, whatever stands in brackets behind it; the office's own come after the usual. */
export function recogniseHeader(kind: ImportKind, header: string, own: Field[] = []): string | null {
  const usual = index.get(kind) ?? toIndex(fieldsOf[kind]);
  index.set(kind, usual);
  const ours = ownIndex.get(own) ?? toIndex(own);
  ownIndex.set(own, ours);
  for (const key of headerKeys(header)) {
    const found = usual.get(key) ?? ours.get(key);
    if (found) return found;
  }
  return null;
}
