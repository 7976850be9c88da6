import "server-only";
import { newId } from "@/lib/platform/change-sets/open";
import type { CreateLeaseInput } from "./schema";

type Terms = Omit<CreateLeaseInput, "lines" | "breakOn" | "subleaseOfId" | "note"> &
  Partial<Pick<CreateLeaseInput, "breakOn" | "subleaseOfId" | "note">>;
type Line = Pick<CreateLeaseInput["lines"][number], "unitId"> &
  Partial<Pick<CreateLeaseInput["lines"][number], "seats" | "lineFrom" | "lineTo">> & {
    area: { toString(): string };
  };

/** A new lease as insertRows takes it. */
export function toLeaseRow(id: string, parkId: string, input: Terms) {
  return {
    id,
    park_id: parkId,
    lease_no: input.leaseNo,
    enterprise_id: input.enterpriseId,
    signed_on: input.signedOn,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    moved_in_on: input.movedInOn,
    terminated_on: input.terminatedOn,
    moved_out_on: input.movedOutOn,
    break_on: input.breakOn ?? null,
    holdover: input.holdover,
    renewal_of_id: input.renewalOfId,
    sublease_of_id: input.subleaseOfId ?? null,
    note: input.note ?? null,
  };
}

/** A new line of it. Whether it is exclusive or a sublease the database's own trigger sets. */
export function toLineRow(leaseId: string, line: Line) {
  return {
    id: newId(),
    lease_id: leaseId,
    unit_id: line.unitId,
    area: line.area.toString(),
    seats: line.seats ?? null,
    line_from: line.lineFrom ?? null,
    line_to: line.lineTo ?? null,
  };
}
