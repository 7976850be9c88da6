import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import type { Tx } from "@/lib/platform/db/client";
import { inChangeSet, type Within } from "../in-change-set";
import { toAgreement, toTerm } from "./dto";
import { findAgreementInScope } from "./queries";
import { assertExtends, assertNotTerminated, assertSince } from "./rules";
import type { AddAddendumInput, ExtendAgreementInput, TerminateAgreementInput } from "./schema";

type Happened = { id: string; on: string; textZh: string | null; textEn: string | null; evidence: string };

/** A later expiry, agreed on a day; the one that it replaces is kept beside it. @throws AppError INVALID, CONFLICT */
export async function extendAgreement(viewer: Viewer, input: ExtendAgreementInput, within?: Within) {
  return inChangeSet(
    viewer,
    "agreements.extend",
    null,
    async (tx) => {
      const { agreement, on } = await findToChange(tx, viewer, input);
      const expires = toCivil(input.expiresOn);
      assertExtends(toTerm(agreement), on, expires);
      const days = {
        expiredOn: agreement.expiresOn && fromCivil(agreement.expiresOn),
        expiresOn: fromCivil(expires),
      };
      const { expiresOn } = days;
      const updated = await updateVersion(tx, tx.agreement, input, { expiresOn });
      await tx.agreementEvent.create({ data: { ...toEvent(input, on), ...days, kind: "EXTENDED" } });
      return updated;
    },
    within,
  );
}

/** What the parties agreed in addition, on a day. @throws AppError INVALID, CONFLICT */
export async function addAddendum(viewer: Viewer, input: AddAddendumInput, within?: Within) {
  return inChangeSet(
    viewer,
    "agreements.addAddendum",
    null,
    async (tx) => {
      const { on } = await findToChange(tx, viewer, input);
      const updated = await updateVersion(tx, tx.agreement, input, {});
      await tx.agreementEvent.create({ data: { ...toEvent(input, on), kind: "ADDENDUM" } });
      return updated;
    },
    within,
  );
}

/** Ended from a day on, before or in place of its expiry. @throws AppError INVALID, CONFLICT */
export async function terminateAgreement(viewer: Viewer, input: TerminateAgreementInput, within?: Within) {
  return inChangeSet(
    viewer,
    "agreements.terminate",
    input.reason,
    async (tx) => {
      const { on } = await findToChange(tx, viewer, input);
      const updated = await updateVersion(tx, tx.agreement, input, { terminatedOn: fromCivil(on) });
      await tx.agreementEvent.create({ data: { ...toEvent(input, on), kind: "TERMINATED" } });
      return updated;
    },
    within,
  );
}

/** The agreement that something happens to, and the day. */
async function findToChange(tx: Tx, viewer: Viewer, input: { id: string; on: string }) {
  assertReachesZone(viewer);
  const agreement = toAgreement(await findAgreementInScope(tx, viewer, input.id));
  assertNotTerminated(agreement);
  const on = toCivil(input.on);
  assertSince(agreement.signedOn, on);
  return { agreement, on };
}

function toEvent({ id, textZh, textEn, evidence }: Happened, on: CivilDate) {
  return { agreementId: id, on: fromCivil(on), textZh, textEn, evidence };
}
