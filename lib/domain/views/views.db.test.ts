import { beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makeViewer, system } from "@/lib/testing/factories";
import { countStatements } from "@/lib/testing/statements";
import { listChangeSets } from "../change-sets/queries";
import { changeSetListSchema } from "../change-sets/schema";
import { undoChangeSet } from "../change-sets/service";
import { getListLook, getView } from "./queries";
import { createViewSchema } from "./schema";
import { viewScope } from "./scope";
import { chooseColumns, createView, deleteView, redrawView, updateView } from "./service";

beforeEach(resetDatabase);

const keep = (viewer: Viewer, given: Record<string, unknown> = {}) =>
  createView(
    viewer,
    createViewSchema.parse({ list: "leases", name: "Soon", query: "status=EXPIRING", ...given }),
  );
const seen = ({ id, version }: { id: string; version: number }) => ({ id, version });
const namesFor = async (viewer: Viewer, list: "leases" | "units" = "leases") =>
  (await getListLook(viewer, list)).views.map(({ name, owner, mine }) => `${name}/${mine ? "mine" : owner}`);

describe("views", () => {
  it("keep what narrows, sorts and draws a list, and nothing else", async () => {
    const officer = await makeViewer("OFFICER");
    const query = "sort=-endsOn&view=x&page=3&asOf=2022-01-01&status=EXPIRING&columns=leaseNo,area&move=a:up";
    const { id } = await keep(officer, { query });
    expect((await getView(officer, id))?.query).toBe("columns=leaseNo%2Carea&sort=-endsOn&status=EXPIRING");
  });

  it("are one's own until they are shared, and then the office's", async () => {
    const firm = await makeFirm();
    const [ann, ben] = [await makeViewer("OFFICER"), await makeViewer("MANAGER")];
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    const { id, version } = await keep(ann);
    await keep(ben, { shared: true });
    await keep(tenant);
    expect(await namesFor(ann)).toEqual(["Soon/mine", `Soon/${ben.name}`]);
    expect(await namesFor(ben)).toEqual(["Soon/mine"]);
    expect(await namesFor(tenant)).toEqual(["Soon/mine"]);
    expect(await namesFor(ann, "units")).toEqual([]);
    await updateView(ann, { id, version, name: "Soon", shared: true, opens: false });
    expect(await namesFor(ben)).toEqual(["Soon/mine", `Soon/${ann.name}`]);
    expect(await namesFor(tenant)).toEqual(["Soon/mine"]);
    for (const viewer of [ann, ben, tenant]) {
      const reached = await db.view.count({ where: viewScope(viewer) });
      expect((await getListLook(viewer, "leases")).views).toHaveLength(reached);
    }
  });

  it("are not a firm's to share, nor another's to change, unless the administrator's", async () => {
    const firm = await makeFirm();
    const [ann, ben, admin] = [
      await makeViewer("OFFICER"),
      await makeViewer("OFFICER"),
      await makeViewer("ADMIN"),
    ];
    const tenant = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
    await expect(keep(tenant, { shared: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const own = await keep(ann);
    const shared = await keep(ann, { name: "For all", shared: true });
    const change = { name: "Mine now", shared: true, opens: false };
    await expect(updateView(ben, { ...seen(shared), ...change })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(deleteView(ben, seen(shared))).rejects.toMatchObject({ code: "FORBIDDEN" });
    // Another's own is not there at all.
    await expect(redrawView(ben, { ...seen(own), query: "" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(deleteView(admin, seen(own))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(updateView(tenant, { ...seen(shared), ...change })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    expect((await updateView(admin, { ...seen(shared), ...change })).version).toBe(2);
    expect(await getView(ben, own.id)).toBeNull();
    expect((await getView(ben, shared.id))?.can).toMatchObject({ update: false, delete: false });
  });

  it("bear a name once a person and list", async () => {
    const [ann, ben] = [await makeViewer("OFFICER"), await makeViewer("OFFICER")];
    await keep(ann);
    await keep(ann, { list: "units" });
    await keep(ben);
    await expect(keep(ann)).rejects.toMatchObject({ fieldErrors: { name: "views.errors.nameTaken" } });
  });

  it("are not written over what somebody saved first", async () => {
    const ann = await makeViewer("OFFICER");
    const { id, version } = await keep(ann, { shared: true });
    await redrawView(ann, { id, version, query: "status=HOLDOVER" });
    const admin = await makeViewer("ADMIN");
    await expect(redrawView(admin, { id, version, query: "" })).rejects.toMatchObject({
      code: "STALE",
      stale: { by: ann.name, theirs: { query: "status=HOLDOVER" } },
    });
  });

  it("come back by an undo, as what the list opened with", async () => {
    const ann = await makeViewer("OFFICER");
    const { id, version } = await keep(ann, { opens: true });
    expect((await getListLook(ann, "leases")).opensWith?.id).toBe(id);
    const { changeSetId } = await deleteView(ann, { id, version });
    expect(await getListLook(ann, "leases")).toMatchObject({ views: [], opensWith: null });
    await undoChangeSet(ann, { id: changeSetId });
    expect((await getListLook(ann, "leases")).opensWith?.id).toBe(id);
  });

  it("are nobody else's to read of among what was written lately, nor to undo", async () => {
    const [ann, admin] = [await makeViewer("OFFICER"), await makeViewer("ADMIN")];
    const { changeSetId } = await keep(ann);
    await chooseColumns(ann, { list: "leases", columns: "leaseNo" });
    const listed = async (viewer: Viewer) =>
      (await listChangeSets(viewer, changeSetListSchema.parse({}))).rows.map(({ verb }) => verb);
    expect(await listed(ann)).toContain("views.create");
    expect(await listed(admin)).not.toContain("views.create");
    expect([...(await listed(ann)), ...(await listed(admin))]).not.toContain("views.choose");
    await expect(undoChangeSet(admin, { id: changeSetId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("how a list looks", () => {
  it("is each person's own, asked in one statement", async () => {
    const [ann, ben] = [await makeViewer("OFFICER"), await makeViewer("OFFICER")];
    await chooseColumns(ann, { list: "leases", columns: "leaseNo,area" });
    await keep(ann, { opens: true });
    await keep(ben, { shared: true });
    expect(await getListLook(ann, "leases")).toMatchObject({
      columns: "leaseNo,area",
      opensWith: { name: "Soon", mine: true },
    });
    expect(await getListLook(ben, "leases")).toMatchObject({ columns: null, opensWith: null });
    expect(await countStatements(() => getListLook(ann, "leases"))).toBe(1);
    await chooseColumns(ann, { list: "leases", columns: null });
    expect((await getListLook(ann, "leases")).columns).toBeNull();
  });

  it("is the plain one for the installation itself, which keeps no views", async () => {
    expect(await getListLook(system, "leases")).toEqual({ views: [], columns: null, opensWith: null });
    await expect(keep(system)).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("no longer opens with a view that its keeper has taken back to themselves", async () => {
    const [ann, ben] = [await makeViewer("OFFICER"), await makeViewer("ADMIN")];
    const { id, version } = await keep(ann, { shared: true });
    const second = await updateView(ben, { id, version, name: "Soon", shared: true, opens: true });
    expect((await getListLook(ben, "leases")).opensWith?.id).toBe(id);
    await updateView(ann, { ...seen(second), name: "Soon", shared: false, opens: false });
    expect((await getListLook(ben, "leases")).opensWith).toBeNull();
  });
});
