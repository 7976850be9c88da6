import { beforeEach, describe, expect, it } from "vitest";
import { db } from "@/lib/platform/db/client";
import { resetDatabase } from "@/lib/testing/database";
import { makePark, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { previewProjects } from "./queries-many";
import { listProjectTags } from "./queries-tags";
import { cancelProjectSchema, changeProjectsSchema } from "./schema";
import { cancelProject } from "./service";
import { changeProjects } from "./service-many";

beforeEach(resetDatabase);

describe("one change to many projects", () => {
  it("sets stage, cluster and tags of those that match, and leaves a cancelled one as it was", async () => {
    const park = await makePark();
    const [one, two, gone] = [
      await makeProject({ parkId: park.id }),
      await makeProject(),
      await makeProject(),
    ];
    const cancelled = { id: gone.id, version: 1, cancelledOn: "2022-06-30", reason: "No longer wanted" };
    await cancelProject(system, cancelProjectSchema.parse(cancelled));
    const input = changeProjectsSchema.parse({ filters: {}, stage: "DELIVERED", addTags: "council 18" });
    const seen = await previewProjects(system, input);
    expect(seen).toMatchObject({ total: 3, changed: 2, left: 1 });
    expect(seen.names.map(({ name }) => name.split(" ")[0]).sort()).toEqual([one.code, two.code].sort());
    expect((await changeProjects(system, { ...input, digest: seen.digest })).count).toBe(2);
    expect(await db.project.findUniqueOrThrow({ where: { id: gone.id } })).toMatchObject({
      stage: "CANCELLED",
      tags: [],
    });
    expect(await listProjectTags(system)).toEqual(["council 18"]);
    const officer = await makeViewer("OFFICER", { parkIds: [park.id] });
    const out = changeProjectsSchema.parse({ ids: [one.id, two.id], stage: "ACTIVE" });
    await expect(previewProjects(officer, out)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const all = changeProjectsSchema.parse({ filters: {}, stage: "ACTIVE" });
    expect(await previewProjects(officer, all)).toMatchObject({ total: 1, changed: 1 });
  });
});
