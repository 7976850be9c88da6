import { UNSET, ZONE_ID } from "@/lib/domain/zone/rules";
import { updateZoneSchema } from "@/lib/domain/zone/schema";
import { updateZone } from "@/lib/domain/zone/service";
import { loader, say, together } from "./write";

/** The zone that was reported on, and the office that reports. */
const zone = {
  nameZh: "中新广州知识城",
  nameEn: "China-Singapore Guangzhou Knowledge City",
  regionZh: "粤港澳大湾区",
  regionEn: "Guangdong-Hong Kong-Macao Greater Bay Area",
  officeZh: "合作事务办公室",
  officeEn: "Cooperation Affairs Office",
};

export async function loadZone(): Promise<void> {
  await together("zone.update", (within) =>
    updateZone(loader, updateZoneSchema.parse({ id: ZONE_ID, version: UNSET, ...zone }), within),
  );
  say("  the zone");
}
