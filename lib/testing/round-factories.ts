import { newId, openChangeSet } from "@/lib/platform/change-sets/open";
import { fromCivil, toCivil } from "@/lib/platform/dates/civil";

import type { ReturnState } from "@/lib/platform/db/generated/enums";
import { system, unique } from "./factories";

/** Rows of rounds and returns as they stand once a round is open, without the services that make them so. */
export async function makeRound(given: {
  parkId?: string;
  ownerId?: string;
  opensOn?: string;
  dueOn?: string;
  closesOn?: string;
  scoped?: boolean;
}) {
  const { opensOn = "2022-10-01", dueOn = "2022-10-31", closesOn = "2022-11-30", scoped = true } = given;
  const day = (civil: string) => fromCivil(toCivil(civil));
  const code = unique("R-");
  return openChangeSet(system, { verb: "test" }, async (tx) => {
    const form = await tx.returnForm.create({ data: { code, titleEn: `Form ${code}` } });
    const version = await tx.returnFormVersion.create({
      data: { formId: form.id, number: 1, definition: {} },
    });
    const { id } = await tx.returnRound.create({
      data: {
        ...{ code, titleEn: `Round ${code}`, titleZh: `轮次${code}`, formVersionId: version.id },
        ...{ periodFrom: day("2022-07-01"), referenceOn: day("2022-09-30") },
        ...{ opensOn: day(opensOn), dueOn: day(dueOn), closesOn: day(closesOn) },
        ...{ parkId: given.parkId, ownerId: given.ownerId, scopedAt: scoped ? new Date() : null },
      },
      select: { id: true },
    });
    return { id, code };
  });
}

/** Firms of a round, each with some people of its own who act for it. */
export async function makeReturns(
  given: { roundId: string; parkId: string; people?: number; state?: ReturnState },
  count = 1,
) {
  const { roundId, parkId, people = 1, state = "NOT_STARTED" } = given;
  const firms = Array.from({ length: count }, () => ({
    id: newId(),
    nameEn: unique("Firm "),
    nameZh: unique("企业"),
  }));
  const users = firms.flatMap((firm) =>
    Array.from({ length: people }, () => ({
      id: newId(),
      enterpriseId: firm.id,
      email: `${unique("u")}@firm.example`,
    })),
  );
  const received = state === "SUBMITTED" || state === "ACCEPTED" ? new Date(0) : null;
  const returns = firms.map(({ id }) => ({
    ...{ id: newId(), roundId, parkId, enterpriseId: id, state, receivedOn: received },
    exemption: state === "EXEMPT" ? ("PUBLIC_BODY" as const) : null,
  }));
  await openChangeSet(system, { verb: "test" }, async (tx) => {
    await tx.enterprise.createMany({ data: firms });
    await tx.user.createMany({
      data: users.map(({ id, email }) => ({ id, email, name: email, role: "ENTERPRISE" as const })),
    });
    await tx.userEnterprise.createMany({
      data: users.map(({ id, enterpriseId }) => ({ userId: id, enterpriseId })),
    });
    await tx.return.createMany({ data: returns });
    return {};
  });
  return { firms, users, returns };
}

/** Moves returns to another state. */
export function setReturns(
  ids: string[],
  data: { state: ReturnState; decidedAt?: Date; receivedOn?: Date; openUntil?: Date | null },
) {
  return openChangeSet(system, { verb: "test" }, (tx) =>
    tx.return.updateMany({ where: { id: { in: ids } }, data }),
  );
}

/** Closes a round. */
export function closeRound(id: string) {
  return openChangeSet(system, { verb: "test" }, (tx) =>
    tx.returnRound.update({ where: { id }, data: { closedAt: new Date() }, select: { id: true } }),
  );
}
