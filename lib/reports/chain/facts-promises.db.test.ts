import { beforeEach, expect, it } from "vitest";
import { createPolicySchema } from "@/lib/domain/policies/schema";
import { createPolicy } from "@/lib/domain/policies/service";
import { createProgrammeSchema } from "@/lib/domain/programmes/schema";
import { createProgramme } from "@/lib/domain/programmes/service";
import { toCivil } from "@/lib/platform/dates/civil";
import { resetDatabase } from "@/lib/testing/database";
import { makeCommitment, makeFirm, makeProject, makeViewer, system } from "@/lib/testing/factories";
import { makeAgreement } from "@/lib/testing/promise-factories";
import { countStatements } from "@/lib/testing/statements";
import { listPromisesOf } from "./facts-promises";

beforeEach(resetDatabase);

const asOf = toCivil("2022-11-01");
const read = async (of: Parameters<typeof listPromisesOf>[1], viewer = system) =>
  (await listPromisesOf(viewer, of, asOf)).map(({ noun, total }) => `${noun} ${total}`);

it("tells what a firm promised, signed, trains and gave rules for, to each what it may read", async () => {
  const [firm, other] = [await makeFirm(), await makeFirm()];
  await makeCommitment({ promisorId: firm.id });
  await makeCommitment({ promisorId: other.id });
  await makeAgreement({ parties: [{ enterpriseId: firm.id }, { nameEn: "An authority" }] });
  const own = { instituteId: firm.id };
  const years = { target: 600, firstYear: 2023, lastYear: 2024 };
  await createProgramme(
    system,
    createProgrammeSchema.parse({ code: "PG-1", nameEn: "Talent", ...years, ...own }),
  );
  await createPolicy(system, createPolicySchema.parse({ code: "REG-1", titleEn: "Rules", ...own }));
  expect(await read({ firm: firm.id })).toEqual([
    "commitments 1",
    "agreements 1",
    "programmes 1",
    "policies 1",
  ]);
  const viewer = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  // Programmes are the office's; of another firm its user reads nothing.
  expect(await read({ firm: firm.id }, viewer)).toEqual(["commitments 1", "agreements 1", "policies 1"]);
  expect(await read({ firm: other.id }, viewer)).toEqual([]);
});

it("tells what was promised of a project, a few and how many in all, in as few queries for more", async () => {
  const { id } = await makeProject();
  expect(await read({ project: id })).toEqual([]);
  await makeCommitment({ projectId: id });
  const ask = () => listPromisesOf(system, { project: id }, asOf);
  const few = await countStatements(ask);
  for (let n = 0; n < 9; n += 1) await makeCommitment({ projectId: id });
  expect(await countStatements(ask)).toBe(few);
  const [side] = await ask();
  expect([side?.total, side?.rows.length]).toEqual([10, 8]);
});
