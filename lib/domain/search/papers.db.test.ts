import { beforeEach, expect, it } from "vitest";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { resetDatabase } from "@/lib/testing/database";
import {
  makeClaim,
  makeFirm,
  makeInstrument,
  makePolicy,
  makeProgramme,
  makeViewer,
  system,
} from "@/lib/testing/factories";
import { createProgrammeSchema, updateProgrammeSchema } from "../programmes/schema";
import { createProgramme, updateProgramme } from "../programmes/service";
import { searchRecords } from "./queries";

beforeEach(resetDatabase);

const find = async (typed: string, viewer = system) =>
  (await searchRecords(viewer, typed, 5)).map(({ kind, id }) => [kind, id]);

it("finds programmes, instruments, policies and claims by code and words, each for who may read it", async () => {
  const [programme, instrument, policy, claim] = [
    await makeProgramme(),
    await makeInstrument(),
    await makePolicy(),
    await makeClaim(),
  ];
  const made = { programme, instrument, policy, claim };
  for (const [kind, { id, code }] of Object.entries(made)) expect(await find(code)).toEqual([[kind, id]]);
  expect(await find("enterprises least")).toEqual([["claim", claim.id]]);
  const firm = await makeViewer("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
  expect(await find(policy.code, firm)).toEqual([["policy", policy.id]]);
  for (const { code } of [programme, instrument, claim]) expect(await find(code, firm)).toEqual([]);
  expect(await find(policy.code, await makeViewer("VIEWER"))).toEqual([]);
});

it("follows a change of name, and forgets what is gone, in the database itself", async () => {
  const fields = { code: "PG", nameZh: "高层次人才", target: 10, firstYear: 2023, lastYear: 2024 };
  const { id } = await createProgramme(system, createProgrammeSchema.parse(fields));
  for (const typed of ["层次", "gccrc", "gaocengci"]) expect(await find(typed)).toEqual([["programme", id]]);
  const renamed = updateProgrammeSchema.parse({ id, version: 1, ...fields, nameZh: "技术骨干" });
  await updateProgramme(system, renamed);
  expect([await find("层次"), await find("骨干")]).toEqual([[], [["programme", id]]]);
  await openChangeSet(system, { verb: "programmes.update" }, (tx) =>
    tx.programme.deleteMany({ where: { id } }),
  );
  expect(await find("骨干")).toEqual([]);
});
