/** A zone of any size, made by the database itself: the same rows at every run, a statement a table. */

/** Firms, leases, people, agreements and projects grow with the units; ten times a size is the next. */
export const sizes = {
  s: { units: 2_000, firms: 400, leases: 420, people: 3_000, agreements: 19, projects: 60 },
  m: { units: 20_000, firms: 4_000, leases: 4_200, people: 30_000, agreements: 190, projects: 600 },
  l: { units: 200_000, firms: 40_000, leases: 42_000, people: 300_000, agreements: 1_900, projects: 6_000 },
};

const UNITS_A_BUILDING = 250;
const UNITS_A_LEASE = 4;

/** An id that tells what it is of: the same rows have the same ids. @param {number} kind @param {string} n */
const id = (kind, n) =>
  `('0193${String(kind).padStart(4, "0")}-0000-7000-8000-' || lpad(to_hex(${n}), 12, '0'))::uuid`;

/** One of some values, turn by turn. @param {string} n @param {string[]} values @param {string} [type] */
const pick = (n, values, type = "text") =>
  `(ARRAY[${values.map((value) => `'${value}'`).join(", ")}])[1 + (${n}) % ${values.length}]::${type}`;

const trades = [
  "Biotech",
  "Data",
  "Photonics",
  "Green Energy",
  "Capital",
  "Robotics",
  "Logistics",
  "Materials",
];
const places = ["Harbour", "Pearl", "Summit", "Lotus", "Bridge", "Orchid", "Delta"];
const tradesZh = ["生物", "数据", "光电", "绿能", "资本", "机器人", "物流", "材料"];
const placesZh = ["港湾", "明珠", "高峰", "莲花", "金桥", "兰花", "三角洲"];
const clusters = ["BIOMEDICINE", "DIGITAL_ECONOMY", "GREEN_DEVELOPMENT", "FINANCIAL_SERVICES", "SERVICES"];

/**
 * The statements that fill an empty, migrated database.
 * @param {typeof sizes.s} size
 * @returns {[table: string, sql: string][]}
 */
export function statements(size) {
  const buildings = Math.ceil(size.units / UNITS_A_BUILDING);
  const parks = Math.min(buildings, Math.max(4, Math.ceil(buildings / 20)));
  const building = `((n - 1) / ${UNITS_A_BUILDING} + 1)`;
  const park = (/** @type {string} */ of) => `((${of} - 1) % ${parks} + 1)`;
  const nameEn = `${pick("n", places)} ' ' ${pick("n", trades)}`.replaceAll(" ' ' ", " || ' ' || ");
  const nameZh = `${pick("n", placesZh)} || ${pick("n", tradesZh)}`;
  const unitOfLine = `((n - 1) * ${UNITS_A_LEASE} + k)`;
  const buildingOfLease = `(((n - 1) * ${UNITS_A_LEASE}) / ${UNITS_A_BUILDING} + 1)`;
  const each = (/** @type {number} */ count) => `FROM generate_series(1, ${count}) AS n`;
  return [
    [
      "parks",
      `INSERT INTO parks (id, code, name_en, name_zh, opened_on, sort_en, sort_zh)
       SELECT ${id(1, "n")}, 'P' || n, 'Park ' || n, '园区' || n, '2010-01-01', 'park ' || n, 'yuanqu' || n ${each(parks)}`,
    ],
    [
      "buildings",
      `INSERT INTO buildings (id, park_id, code, name_en, sort_en, sort_zh)
       SELECT ${id(2, "n")}, ${id(1, park("n"))}, 'B' || n, 'Building ' || n, 'building ' || n, '' ${each(buildings)}`,
    ],
    [
      "floors",
      `INSERT INTO floors (id, building_id, position, label)
       SELECT ${id(3, "n * 10 + f")}, ${id(2, "n")}, f, (f + 1)::text ${each(buildings)}, generate_series(0, 9) AS f`,
    ],
    [
      "units",
      `INSERT INTO units (id, park_id, building_id, floor_id, code, area, use, availability, valid_from)
       SELECT ${id(4, "n")}, ${id(1, park(building))}, ${id(2, building)}, ${id(3, `${building} * 10 + n % 10`)},
         'U' || n, 60 + n % 90 + (n % 4) * 0.25, ${pick("n", ["OFFICE", "LAB", "PRODUCTION"], "unit_use")},
         CASE WHEN n % 40 = 0 THEN 'COMMON' ELSE 'LETTABLE' END::availability, '2012-01-01' ${each(size.units)}`,
    ],
    [
      "enterprises",
      `INSERT INTO enterprises (id, name_en, name_zh, cluster, country, stage, search, name_key_en, name_key_zh, sort_en, sort_zh)
       SELECT ${id(5, "n")}, ${nameEn} || ' ' || n || ' Pte. Ltd.', ${nameZh} || n || '有限公司',
         ${pick("n", clusters, "cluster")}, ${pick("n", ["CN", "SG", "CN", "DE", "JP"])}, 'IN',
         lower(${nameEn} || ' ' || n || E'\\n' || ${nameZh} || n), lower(${nameEn} || n), ${nameZh} || n,
         lower(${nameEn} || ' ' || lpad(n::text, 6, '0')), lower(${nameEn} || n) ${each(size.firms)}`,
    ],
    [
      "enterprise_identifiers",
      `INSERT INTO enterprise_identifiers (id, enterprise_id, type, value, country)
       SELECT ${id(6, "n")}, ${id(5, "n")}, 'OTHER', 'BENCH' || lpad(n::text, 10, '0'), 'CN' ${each(size.firms)}`,
    ],
    [
      "leases",
      `INSERT INTO leases (id, lease_no, park_id, enterprise_id, signed_on, starts_on, ends_on, moved_in_on, terminated_on)
       SELECT ${id(7, "n")}, 'B-' || n, ${id(1, park(buildingOfLease))}, ${id(5, `(n - 1) % ${size.firms} + 1`)},
         d - 30, d, d + 365 * (3 + n % 4), CASE WHEN n % 3 > 0 THEN d + 14 END,
         CASE WHEN n % 17 = 0 THEN d + 500 END
       FROM (SELECT n, '2018-01-01'::date + (n * 37) % 1800 AS d ${each(size.leases)}) AS begun`,
    ],
    [
      "lease_lines",
      `INSERT INTO lease_lines (id, lease_id, unit_id, area)
       SELECT ${id(8, unitOfLine)}, ${id(7, "n")}, u.id, u.area
       ${each(size.leases)} CROSS JOIN generate_series(1, ${UNITS_A_LEASE}) AS k JOIN units u ON u.id = ${id(4, unitOfLine)}
       WHERE ${unitOfLine} <= ${size.units} AND ((${unitOfLine} - 1) / ${UNITS_A_BUILDING} + 1 - ${buildingOfLease}) % ${parks} = 0`,
    ],
    [
      "headcounts",
      `INSERT INTO headcounts (id, enterprise_id, park_id, on_date, total, source)
       SELECT ${id(9, "n * 4 + q")}, ${id(5, "n")}, ${id(1, park("n"))}, '2021-12-31'::date + q * 91,
         ${Math.floor(size.people / size.firms)} + (n + q) % 2, 'RETURN' ${each(size.firms)}, generate_series(0, 3) AS q`,
    ],
    [
      "meeting_series",
      `INSERT INTO meeting_series (id, code, name_en) SELECT ${id(21, "n")}, 'BC', 'Council' ${each(1)}`,
    ],
    [
      "meetings",
      `INSERT INTO meetings (id, series_id, number, starts_on)
       SELECT ${id(22, "n")}, ${id(21, "1")}, 16 + n, '2018-12-31'::date + n * 365 ${each(2)}`,
    ],
    [
      "agreements",
      `INSERT INTO agreements (id, code, title_en, cluster, meeting_id, signed_on, expires_on, renewal, renewal_months, search, sort_en)
       SELECT ${id(23, "n")}, 'BA-' || n, 'Agreement ' || n, ${pick("n", clusters, "cluster")}, ${id(22, "2")}, '2020-12-30',
         CASE WHEN n % 3 = 0 THEN '2021-12-31'::date END, CASE WHEN n % 6 = 0 THEN 'AUTOMATIC' ELSE 'NONE' END::agreement_renewal,
         CASE WHEN n % 6 = 0 THEN 12 END, 'ba-' || n || ' agreement ' || n, 'agreement ' || lpad(n::text, 6, '0')
       ${each(size.agreements)}`,
    ],
    [
      "agreement_parties",
      `INSERT INTO agreement_parties (id, agreement_id, position, enterprise_id, name_en, country)
       SELECT ${id(24, "n * 2 + k")}, ${id(23, "n")}, k, CASE WHEN k = 0 THEN ${id(5, "n")} END,
         CASE WHEN k = 1 THEN 'An authority' END, ${pick("n + k", ["CN", "SG"])} ${each(size.agreements)}, generate_series(0, 1) AS k`,
    ],
    [
      "commitments",
      `INSERT INTO commitments (id, code, title_en, agreement_id, baseline_value, baseline_on, target_value, target_on, search, sort_en)
       SELECT ${id(25, "n")}, 'BM-' || n, 'Commitment ' || n, ${id(23, "n")}, 0, '2020-12-31', 100, '2022-12-31', 'bm-' || n, 'c' || n
       ${each(size.agreements)}`,
    ],
    [
      "commitment_measurements",
      `INSERT INTO commitment_measurements (id, commitment_id, on_date, value, source)
       SELECT ${id(26, "n * 4 + q")}, ${id(25, "n")}, '2021-03-31'::date + q * 91, 25 * q + n % 30, 'Report'
       ${each(size.agreements)}, generate_series(0, 3) AS q`,
    ],
    [
      "projects",
      `INSERT INTO projects (id, code, title_en, park_id, lead_id, agreement_id, started_on, stage, delivered_on, search, sort_en)
       SELECT ${id(10, "n")}, 'BP-' || n, 'Project ' || n, ${id(1, park("n"))}, ${id(5, "n")},
         ${id(23, `(n - 1) % ${size.agreements} + 1`)}, CASE WHEN n % 2 = 0 THEN '2021-02-01'::date + n % 300 END,
         CASE WHEN n % 4 = 0 THEN 'DELIVERED' WHEN n % 4 = 1 THEN 'PROPOSED' ELSE 'ACTIVE' END::project_stage,
         CASE WHEN n % 4 = 0 THEN '2021-12-01'::date + n % 90 END, 'bp-' || n || ' project ' || n,
         'project ' || lpad(n::text, 6, '0') ${each(size.projects)}`,
    ],
    [
      "milestones",
      `INSERT INTO milestones (id, project_id, position, title_en, weight, original_baseline_on, baseline_on, actual_on, evidence)
       SELECT ${id(11, "n * 16 + m")}, ${id(10, "n")}, m, 'Milestone ' || m, m, d, d, CASE WHEN m < 6 THEN d + n % 40 END,
         CASE WHEN m < 6 THEN 'Report' END
       FROM (SELECT n, m, '2021-06-01'::date + m * 120 + n % 60 AS d ${each(size.projects)}, generate_series(1, 10) AS m) AS planned`,
    ],
    [
      "milestone_forecasts",
      `INSERT INTO milestone_forecasts (id, milestone_id, reported_on, forecast_on)
       SELECT ${id(27, "n * 16 + m")}, ${id(11, "n * 16 + m")}, '2021-03-01'::date + n % 200, '2022-06-01'::date + m * 60
       ${each(size.projects)}, generate_series(1, 10) AS m`,
    ],
  ];
}
