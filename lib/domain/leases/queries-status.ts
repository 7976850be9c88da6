import "server-only";
import { addMonths, type CivilDate, fromCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { EXPIRING_MONTHS, type LeaseStatus } from "./rules";

type Where = Prisma.LeaseWhereInput;

/**
 * The statuses of the rules as the database sees them; a test holds the two together. Every condition is said
 * positively, because NOT over an empty date is neither true nor false.
 */
export function leasesWithStatus(status: LeaseStatus, asOf: CivilDate): Where {
  const day = fromCivil(asOf);
  const soon = fromCivil(addMonths(asOf, EXPIRING_MONTHS));
  const begun: Where = { OR: [{ movedInOn: { lte: day } }, { movedInOn: null, startsOn: { lte: day } }] };
  const toBegin: Where = { OR: [{ movedInOn: { gt: day } }, { movedInOn: null, startsOn: { gt: day } }] };
  const over: Where = {
    OR: [
      { terminatedOn: { lt: day } },
      { movedOutOn: { lt: day } },
      { holdover: false, endsOn: { lt: day } },
    ],
  };
  const notOver: Where = {
    AND: [
      { OR: [{ terminatedOn: null }, { terminatedOn: { gte: day } }] },
      { OR: [{ movedOutOn: null }, { movedOutOn: { gte: day } }] },
      { OR: [{ holdover: true }, { endsOn: { gte: day } }] },
    ],
  };
  const column = db.lease.fields;
  const terminated: Where = {
    AND: [
      { terminatedOn: { lte: day } },
      { OR: [{ holdover: true }, { terminatedOn: { lte: column.endsOn } }] },
      { OR: [{ movedOutOn: null }, { terminatedOn: { lte: column.movedOutOn } }] },
    ],
  };
  const notTerminated: Where = {
    OR: [
      { terminatedOn: null },
      { terminatedOn: { gt: day } },
      { holdover: false, terminatedOn: { gt: column.endsOn } },
      { terminatedOn: { gt: column.movedOutOn } },
    ],
  };
  const waiting: Where = { AND: [toBegin, notOver, notTerminated] };
  switch (status) {
    case "IN_FORCE":
      return { AND: [begun, notOver, { endsOn: { gt: soon } }] };
    case "EXPIRING":
      return { AND: [begun, notOver, { endsOn: { gte: day, lte: soon } }] };
    case "HOLDOVER":
      return { AND: [begun, notOver, { endsOn: { lt: day } }] };
    case "TERMINATED":
      return { AND: [{ OR: [toBegin, over] }, terminated] };
    case "ENDED":
      return { AND: [over, notTerminated] };
    case "SIGNED":
      return { AND: [waiting, { signedOn: { lte: day } }] };
    case "DRAFT":
      return { AND: [waiting, { OR: [{ signedOn: null }, { signedOn: { gt: day } }] }] };
  }
}
