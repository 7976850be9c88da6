import { createBuildingSchema } from "@/lib/domain/buildings/schema";
import { createBuilding } from "@/lib/domain/buildings/service";
import { createCustomFieldSchema } from "@/lib/domain/custom-fields/schema";
import { createCustomField } from "@/lib/domain/custom-fields/service";
import { createParkSchema } from "@/lib/domain/parks/schema";
import { createPark } from "@/lib/domain/parks/service";
import { createUnitSchema } from "@/lib/domain/units/schema";
import { createUnits } from "@/lib/domain/units/service";
import { db } from "@/lib/platform/db/client";
import type { Random } from "./random";
import { loader, say, together } from "./write";

type Plan = {
  code: string;
  nameZh: string;
  nameEn: string;
  openedOn: string;
  operator?: string;
  investment?: string;
  buildings: {
    code: string;
    zh: string;
    en: string;
    floors: number;
    perFloor: number;
    area: [number, number];
    use: string;
  }[];
};

/** Parks carry the reported names and figures; their buildings and units are made up. */
const plans: Plan[] = [
  {
    code: "OH1",
    nameZh: "腾飞科技园（OneHub GKC）一期",
    nameEn: "Ascendas OneHub GKC, Phase I",
    openedOn: "2014-06-01",
    buildings: ["A", "B", "C", "D", "E"].map((letter) => ({
      code: letter,
      zh: `${letter}座`,
      en: `Tower ${letter}`,
      floors: 11,
      perFloor: 20,
      area: [38, 96],
      use: "OFFICE",
    })),
  },
  {
    code: "CSP",
    nameZh: "中新智慧园",
    nameEn: "China-Singapore Smart Park",
    openedOn: "2022-06-01",
    investment: "1400000000",
    buildings: [
      {
        code: "S1",
        zh: "1号楼",
        en: "Building 1",
        floors: 12,
        perFloor: 14,
        area: [120, 420],
        use: "OFFICE",
      },
      { code: "S2", zh: "2号楼", en: "Building 2", floors: 10, perFloor: 14, area: [120, 380], use: "LAB" },
      {
        code: "S3",
        zh: "3号楼（GMP）",
        en: "Building 3 (GMP)",
        floors: 6,
        perFloor: 12,
        area: [300, 900],
        use: "GMP_WORKSHOP",
      },
    ],
  },
  {
    code: "ICD",
    nameZh: "国际科技创新合作示范区",
    nameEn: "International Scientific and Technological Innovation Cooperation Demonstration Zone",
    openedOn: "2020-01-01",
    buildings: [
      {
        code: "D1",
        zh: "创新楼",
        en: "Innovation Building",
        floors: 10,
        perFloor: 18,
        area: [80, 260],
        use: "LAB",
      },
      {
        code: "D2",
        zh: "协作楼",
        en: "Cooperation Building",
        floors: 8,
        perFloor: 16,
        area: [80, 240],
        use: "OFFICE",
      },
    ],
  },
  {
    code: "KTW",
    nameZh: "知识塔",
    nameEn: "Knowledge Tower",
    openedOn: "2021-09-01",
    buildings: [
      {
        code: "KT",
        zh: "知识塔",
        en: "Knowledge Tower",
        floors: 15,
        perFloor: 14,
        area: [100, 320],
        use: "OFFICE",
      },
    ],
  },
];

/** What workshops and laboratories bear, in kN/m²: a field that the office has added to units. */
const loads: Record<string, string> = {
  LAB: "5",
  GMP_WORKSHOP: "7.5",
  PRODUCTION: "10",
};

async function addDesignLoad(): Promise<void> {
  await createCustomField(
    loader,
    createCustomFieldSchema.parse({
      ...{ subject: "UNIT", type: "NUMBER", key: "design_load", decimals: "1", unit: "kN/m²", minValue: "0" },
      ...{ labelZh: "设计荷载", labelEn: "Design load", shownTo: ["MANAGER", "ENTERPRISE"] },
      ...{
        helpZh: "竣工图所载楼面活荷载标准值",
        helpEn: "Imposed load of the floor, as on the as-built drawings",
      },
    }),
  );
}

/** Parks, buildings, floors and about 2,000 units. */
export async function loadPlaces(random: Random): Promise<void> {
  await addDesignLoad();
  for (const plan of plans) {
    await together("parks.create", async (within) => {
      const park = await createPark(
        loader,
        createParkSchema.parse({
          code: plan.code,
          nameZh: plan.nameZh,
          nameEn: plan.nameEn,
          openedOn: plan.openedOn,
          operator: plan.operator,
          plannedInvestment: plan.investment ? { amount: plan.investment, currency: "CNY" } : null,
        }),
        within,
      );
      for (const building of plan.buildings) {
        const floors = Array.from({ length: building.floors }, (_, i) => ({
          label: `${i + 1}`,
          position: `${i + 1}`,
        }));
        const { id } = await createBuilding(
          loader,
          createBuildingSchema.parse({
            parkId: park.id,
            code: building.code,
            nameZh: building.zh,
            nameEn: building.en,
            floors,
          }),
          within,
        );
        await loadUnits(id, building, plan, random, within);
      }
    });
  }
  say(`  ${await db.unit.count()} units in ${await db.building.count()} buildings of ${plans.length} parks`);
}

async function loadUnits(
  buildingId: string,
  building: Plan["buildings"][number],
  plan: Plan,
  random: Random,
  within: Parameters<typeof createUnits>[2],
): Promise<void> {
  const floors = await within?.tx.floor.findMany({
    where: { buildingId },
    orderBy: { position: "asc" },
    select: { id: true, label: true },
  });
  const inputs = (floors ?? []).flatMap((floor) =>
    Array.from({ length: building.perFloor }, (_, i) => {
      const desks = building.use === "OFFICE" && i === building.perFloor - 1 && Number(floor.label) === 2;
      const common = i === 0 && floor.label === "1";
      const own = !common && !desks && random.chance(0.02);
      const [least, most] = building.area;
      return createUnitSchema.parse({
        buildingId,
        floorId: floor.id,
        code: `${floor.label.padStart(2, "0")}${`${i + 1}`.padStart(2, "0")}`,
        area: desks ? "600" : `${random.whole(least * 10, most * 10) / 10}`,
        use: common ? "OTHER" : desks ? "DESK_ZONE" : building.use,
        availability: common ? "COMMON" : own ? "SELF_USE" : "LETTABLE",
        shared: desks,
        seats: desks ? "120" : null,
        validFrom: plan.openedOn,
        custom: common ? undefined : { design_load: loads[building.use] ?? null },
      });
    }),
  );
  await createUnits(loader, inputs, within);
}
