import { createAttachmentSchema } from "@/lib/domain/attachments/schema";
import { createAttachment } from "@/lib/domain/attachments/service";
import { createBuildingSchema } from "@/lib/domain/buildings/schema";
import { createBuilding } from "@/lib/domain/buildings/service";
import { createClaimSchema } from "@/lib/domain/claims/schema";
import { createClaim } from "@/lib/domain/claims/service";
import { createCommitmentSchema } from "@/lib/domain/commitments/schema";
import { createCommitment } from "@/lib/domain/commitments/service";
import { createCustomFieldSchema } from "@/lib/domain/custom-fields/schema";
import { createCustomField } from "@/lib/domain/custom-fields/service";
import { createEnterpriseSchema } from "@/lib/domain/enterprises/schema";
import { createEnterprise } from "@/lib/domain/enterprises/service";
import { createInstrumentSchema } from "@/lib/domain/instruments/schema";
import { createInstrument } from "@/lib/domain/instruments/service";
import { createLeaseSchema } from "@/lib/domain/leases/schema";
import { createMilestoneSchema } from "@/lib/domain/milestones/schema";
import { createMilestone } from "@/lib/domain/milestones/service";
import { createParkSchema } from "@/lib/domain/parks/schema";
import { createPark } from "@/lib/domain/parks/service";
import { createPolicySchema } from "@/lib/domain/policies/schema";
import { createPolicy } from "@/lib/domain/policies/service";
import { createProgrammeSchema } from "@/lib/domain/programmes/schema";
import { createProgramme } from "@/lib/domain/programmes/service";
import { createProjectSchema } from "@/lib/domain/projects/schema";
import { createProject } from "@/lib/domain/projects/service";
import { createRateSchema } from "@/lib/domain/rates/schema";
import { createRate } from "@/lib/domain/rates/service";
import { createUnitSchema } from "@/lib/domain/units/schema";
import { createUnit } from "@/lib/domain/units/service";
import { createUserSchema } from "@/lib/domain/users/schema";
import { createUser } from "@/lib/domain/users/service";
import { loadViewer } from "@/lib/platform/auth/load";
import { systemViewer, type Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import type { Role } from "@/lib/platform/db/generated/enums";
import { bytesOf, pdf } from "./sample-files";
import { unique } from "./unique";

export { unique };

/** Records for tests, made through the services. Every name is new, so that no test meets another's. */
export const system = systemViewer("test");

export async function makePark() {
  const code = unique("P");
  const { id } = await createPark(system, createParkSchema.parse({ code, nameEn: `Park ${code}` }));
  const building = await createBuilding(
    system,
    createBuildingSchema.parse({
      parkId: id,
      code: "A",
      nameEn: "Tower A",
      floors: [
        { label: "1", position: "1" },
        { label: "2", position: "2" },
      ],
    }),
  );
  const [floor] = await db.floor.findMany({
    where: { buildingId: building.id },
    orderBy: { position: "asc" },
  });
  return { id, code, buildingId: building.id, floorId: floor?.id ?? "" };
}

type Place = { buildingId: string; floorId: string };

export async function makeUnit(
  place: Place,
  input: { code?: string; area?: string; shared?: boolean; validFrom?: string; availability?: string } = {},
) {
  const code = input.code ?? unique("U");
  const { id } = await createUnit(
    system,
    createUnitSchema.parse({
      buildingId: place.buildingId,
      floorId: place.floorId,
      code,
      area: input.area ?? "100",
      shared: input.shared ?? false,
      validFrom: input.validFrom ?? "2015-01-01",
      availability: input.availability,
    }),
  );
  return { id, code };
}

export async function makeFirm(input: { nameEn?: string } = {}) {
  const nameEn = input.nameEn ?? unique("Firm ");
  const { id } = await createEnterprise(system, createEnterpriseSchema.parse({ nameEn }));
  return { id, nameEn };
}

/** A person of a role, as a session would see them. */
export async function makeViewer(
  role: Role,
  reach: { parkIds?: string[]; enterpriseIds?: string[] } = {},
): Promise<Viewer> {
  const input = createUserSchema.parse({
    role,
    name: unique("Person "),
    email: `${unique("person")}@test.example`,
    allParks: !reach.parkIds,
    parkIds: reach.parkIds ?? [],
    enterpriseIds: reach.enterpriseIds ?? [],
  });
  const { id } = await createUser(system, input);
  await openChangeSet(system, { verb: "users.update" }, (tx) =>
    tx.user.update({ where: { id }, data: { status: "ACTIVE" }, select: { id: true } }),
  );
  const viewer = await loadViewer(id, "FORM");
  if (!viewer) throw new Error("the person just made cannot be loaded");
  return viewer;
}

/** A lease's input with usual dates: 2022, signed and moved into when it starts. */
export function leaseInput(given: {
  enterpriseId: string;
  units: (string | { unitId: string; area?: string })[];
  [field: string]: unknown;
}) {
  const { units, ...rest } = given;
  return createLeaseSchema.parse({
    leaseNo: unique("L-"),
    startsOn: "2022-01-01",
    endsOn: "2022-12-31",
    ...rest,
    lines: units.map((unit) => (typeof unit === "string" ? { unitId: unit } : unit)),
  });
}

export async function makeProject(input: { parkId?: string; leadId?: string; agreementId?: string } = {}) {
  const code = unique("PR-");
  const { id } = await createProject(
    system,
    createProjectSchema.parse({ code, titleEn: `Project ${code}`, ...input }),
  );
  return { id, code };
}

/** A milestone due on 2022-06-30, of a project of its own unless one is given. */
export async function makeMilestone(input: { projectId?: string } = {}) {
  const projectId = input.projectId ?? (await makeProject()).id;
  const fields = { titleEn: unique("Milestone "), weight: "1", baselineOn: "2022-06-30" };
  const { id } = await createMilestone(system, createMilestoneSchema.parse({ projectId, ...fields }));
  return { id, projectId };
}

/** A commitment from 0 on 2022-03-31 to 500 on 2022-12-31, typed unless told. */
export async function makeCommitment(input: Record<string, unknown> = {}) {
  const code = unique("CM-");
  const { id } = await createCommitment(
    system,
    createCommitmentSchema.parse({
      ...{ code, titleEn: `Commitment ${code}`, promisorEn: "Somebody" },
      ...{ baselineValue: "0", baselineOn: "2022-03-31", targetValue: "500", targetOn: "2022-12-31" },
      ...input,
    }),
  );
  return { id, code };
}

/** A custom field: of firms and of text unless told. */
export async function makeCustomField(input: Record<string, unknown> = {}) {
  const { id, version } = await createCustomField(
    system,
    createCustomFieldSchema.parse({
      ...{ subject: "ENTERPRISE", type: "TEXT", labelEn: unique("Field ") },
      ...input,
    }),
  );
  const row = await db.customField.findUniqueOrThrow({
    where: { id },
    select: { key: true, options: { select: { id: true, key: true }, orderBy: { position: "asc" } } },
  });
  return { id, version, ...row };
}

/** A training programme of 600 people over 2023 and 2024. */
export async function makeProgramme() {
  const code = unique("PG-");
  const fields = { code, nameEn: `Programme ${code}`, target: 600, firstYear: 2023, lastYear: 2024 };
  const { id } = await createProgramme(system, createProgrammeSchema.parse(fields));
  return { id, code };
}

let rateDay = 0;

/** What a dollar was worth in yuan, each time on another day of 2021 and after. */
export async function makeRate() {
  rateDay += 1;
  const on = new Date(Date.UTC(2021, 0, rateDay)).toISOString().slice(0, 10);
  const fields = { base: "USD", quote: "CNY", on, rate: "6.4", source: "A test" };
  const { id } = await createRate(system, createRateSchema.parse(fields));
  return { id, on };
}

/** A green bond of USD 100 m, priced on 2022-03-01. */
export async function makeInstrument() {
  const code = unique("GB-");
  const amount = { amount: "100000000", currency: "USD" };
  const fields = { code, nameEn: `Bond ${code}`, issuerEn: "An issuer", amount, pricedOn: "2022-03-01" };
  const { id } = await createInstrument(system, createInstrumentSchema.parse(fields));
  return { id, code };
}

/** Rules without a text yet. */
export async function makePolicy() {
  const code = unique("REG-");
  const { id } = await createPolicy(system, createPolicySchema.parse({ code, titleEn: `Rules ${code}` }));
  return { id, code };
}

/** "At least 9 enterprises", said on 2022-11-01 of the whole zone. */
export async function makeClaim() {
  const code = unique("C-");
  const day = { publishedOn: "2022-11-01", asOf: "2022-11-01" };
  const bindings = [{ metric: "TENANTS", comparison: "AT_LEAST", said: "9" }];
  const fields = { code, textEn: `At least 9 enterprises ${code}`, ...day, bindings };
  const { id } = await createClaim(system, createClaimSchema.parse(fields));
  return { id, code };
}

/** A paper beside a record. */
export async function attachPaper(beside: {
  enterpriseId?: string;
  milestoneId?: string;
  commitmentId?: string;
}) {
  const { enterpriseId, milestoneId, commitmentId } = beside;
  const owner = enterpriseId ? "enterprises" : milestoneId ? "milestones" : "commitments";
  const ownerId = enterpriseId ?? milestoneId ?? commitmentId;
  const input = createAttachmentSchema.parse({ owner, ownerId, fileName: `${unique("paper")}.pdf` });
  return (await createAttachment(system, input, bytesOf(pdf()))).id;
}
