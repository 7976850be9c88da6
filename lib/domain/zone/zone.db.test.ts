import { beforeEach, describe, expect, it } from "vitest";
import { listHistory } from "@/lib/platform/change-sets/history";
import { db } from "@/lib/platform/db/client";
import { toAppError } from "@/lib/platform/db/constraints";
import { ownerClient, resetDatabase } from "@/lib/testing/database";
import { makeFirm, makeViewer, system } from "@/lib/testing/factories";
import { undoChangeSet } from "../change-sets/service";
import { inChangeSet } from "../in-change-set";
import { zoneHead, zoneWords } from "./labels";
import { getZone } from "./queries";
import { UNSET, ZONE_ID } from "./rules";
import { updateZoneSchema } from "./schema";
import { updateZone } from "./service";

beforeEach(resetDatabase);

const words = { nameZh: "某知识城", nameEn: "A zone", regionEn: "A region", officeEn: "An office" };
const set = (version = UNSET, given: object = {}, viewer = system) =>
  updateZone(viewer, updateZoneSchema.parse({ id: ZONE_ID, version, ...words, ...given }));

it("is set under a change set, changed, and told in the reader's language", async () => {
  const { changeSetId } = await set();
  expect(await db.changeSet.findUniqueOrThrow({ where: { id: changeSetId } })).toMatchObject({
    verb: "zone.update",
  });
  await set(1, { officeZh: "某办公室" });
  const zone = await getZone(system);
  expect(zone).toMatchObject({ ...words, officeZh: "某办公室", regionZh: null, version: 2 });
  expect(zoneHead("en", zone)).toBe("A zone · An office");
  expect(zoneHead("zh", zone)).toBe("某知识城 · 某办公室");
  expect(zoneWords("zh", zone).region).toBe("A region");
  expect((await listHistory([ZONE_ID])).map(({ verb }) => verb)).toEqual(["zone.update", "zone.update"]);
});

it("says nothing while nobody has set it, and again when the setting of it is undone", async () => {
  const unset = await getZone(system);
  expect(unset).toMatchObject({
    id: ZONE_ID,
    nameEn: null,
    version: UNSET,
    can: { update: true, readHistory: true },
  });
  expect(zoneHead("en", unset)).toBe("");
  const { changeSetId } = await set();
  await undoChangeSet(system, { id: changeSetId });
  expect(await getZone(system)).toEqual(unset);
  await set();
  expect(await getZone(system)).toMatchObject({ nameEn: "A zone", version: 1 });
});

describe("refusals", () => {
  it("is read by everyone and changed by the administrator", async () => {
    await set();
    const firm = await makeFirm();
    for (const role of ["OFFICER", "MANAGER", "ENTERPRISE", "VIEWER"] as const) {
      const viewer = await makeViewer(role, role === "ENTERPRISE" ? { enterpriseIds: [firm.id] } : {});
      expect(await getZone(viewer)).toMatchObject({ nameEn: "A zone", can: { update: false } });
      await expect(set(1, {}, viewer)).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
    await set(1, {}, await makeViewer("ADMIN"));
  });

  it("names who saved first, and lets one of two set it first", async () => {
    await set();
    await set(1, { nameEn: "Renamed" });
    await expect(set(1)).rejects.toMatchObject({ code: "STALE" });
    await expect(set(UNSET)).rejects.toMatchObject({ code: "STALE" });
    await resetDatabase();
    const both = await Promise.allSettled([set(), set()]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(both.find((one) => one.status === "rejected")?.reason).toMatchObject({ code: "CONFLICT" });
  });

  it("has a name, and the database holds that and that there is one zone", async () => {
    const nameless = updateZoneSchema.safeParse({ id: ZONE_ID, version: 0, officeEn: "An office" });
    expect(nameless.error?.issues).toMatchObject([{ path: ["nameZh"], message: "errors.oneNameNeeded" }]);
    const other = "00000000-0000-7000-8000-000000000002";
    expect(updateZoneSchema.safeParse({ id: other, version: 0, ...words }).success).toBe(false);
    await set();
    const refused = await inChangeSet(system, "zone.update", null, async (tx) => {
      await tx.$executeRaw`UPDATE zone SET name_zh = NULL, name_en = ''`;
      return {};
    }).catch((error) => toAppError(error));
    expect(refused).toMatchObject({ fieldErrors: { nameZh: "errors.oneNameNeeded" } });
    const second = inChangeSet(system, "zone.update", null, async (tx) => {
      await tx.zone.create({ data: { id: other, nameEn: "Another" } });
      return {};
    });
    await expect(second).rejects.toThrow(/zone_one/);
    const unsaid = (await ownerClient()).query("UPDATE zone SET name_en = 'Unsaid'");
    await expect(unsaid).rejects.toThrow();
  });
});
