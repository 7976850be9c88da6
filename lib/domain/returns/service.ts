import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { type CivilDate, fromCivil, toCivil } from "@/lib/platform/dates/civil";
import { todayInZone } from "@/lib/platform/dates/today";
import type { Tx } from "@/lib/platform/db/client";
import { invalid } from "@/lib/platform/errors/app-error";
import { namesOf, titlesOf } from "@/lib/platform/i18n/notice-words";
import { inChangeSet, type Within } from "../in-change-set";
import { notify } from "../notifications/service";
import { readAsked } from "./dto";
import { type FoundReturn, findReturnInScope, isOpen } from "./queries";
import { getBefore } from "./queries-before";
import { checkAnswers, findReasonProblems } from "./rules";
import { checkTypes, type Problems } from "./rules-answers";
import { assertFillable, isLate } from "./rules-days";
import type { SaveDraftInput, SubmitReturnInput } from "./schema";

/**
 * Keeps what was typed so far; an answer that was sent back stays so until it is sent again.
 * @throws AppError INVALID at `answers.<key>` for what is of the wrong kind; CONFLICT out of time or no longer theirs;
 *   STALE with what somebody else typed meanwhile
 */
export async function saveDraft(
  viewer: Viewer,
  { id, version, answers, reasons }: SaveDraftInput,
  within?: Within,
  today: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "returns.saveDraft",
    null,
    async (tx) => {
      const row = await findReturnInScope(tx, viewer, id);
      assertFillable(row.state, isOpen(row, today));
      const checked = checkTypes(readAsked(row), answers);
      refuse({ answers: checked.hard });
      const state = row.state === "RETURNED" ? ("RETURNED" as const) : ("DRAFT" as const);
      const data = { answers: checked.answers, reasons, state };
      return { ...(await updateVersion(tx, tx.return, { id, version }, data)), state };
    },
    within,
  );
}

/**
 * The firm's answer, to the office. An officer who sends it does so on the firm's behalf. Late is allowed and told.
 * @throws AppError INVALID at `answers.<key>`, or at `reasons.<key>.…` for a change that needs a reason; CONFLICT out
 *   of time or no longer theirs; STALE
 */
export async function submitReturn(
  viewer: Viewer,
  input: SubmitReturnInput,
  within?: Within,
  today: CivilDate = todayInZone(),
) {
  return inChangeSet(
    viewer,
    "returns.submit",
    null,
    async (tx) => {
      const row = await findReturnInScope(tx, viewer, input.id);
      assertFillable(row.state, isOpen(row, today));
      const said = await readAnswersWhole(tx, row, input);
      const onBehalf = viewer.enterpriseIds === null;
      // On time is when it first came, however often it goes back and forth after that.
      const receivedOn = row.receivedOn ? toCivil(row.receivedOn) : toReceived(row, input, onBehalf, today);
      const updated = await updateVersion(tx, tx.return, input, {
        ...said,
        ...{ state: "SUBMITTED" as const, onBehalf, openUntil: null },
        ...{ receivedOn: fromCivil(receivedOn), submittedAt: new Date(), submittedByName: viewer.name },
      });
      if (!onBehalf && row.round.ownerId) await tellOwner(tx, row, row.round.ownerId, updated.version);
      return { ...updated, late: isLate(receivedOn, toCivil(row.round.dueOn)) };
    },
    within,
  );
}

/** What was said, by all rules of the form. @throws AppError INVALID */
export async function readAnswersWhole(
  tx: Tx,
  row: FoundReturn,
  { answers, reasons }: Pick<SaveDraftInput, "answers" | "reasons">,
) {
  const { form } = row.round.formVersion;
  const definition = readAsked(row);
  const before = await getBefore(tx, {
    ...{ enterpriseId: row.enterpriseId, formId: form.id, months: form.months, definition },
    referenceOn: toCivil(row.round.referenceOn),
  });
  const checked = checkAnswers(definition, answers, before);
  refuse({ answers: checked.hard, reasons: findReasonProblems(checked.soft, reasons) });
  // A reason for what moves no more says nothing.
  const asked = Object.entries(reasons).filter(([key]) => key in checked.soft);
  return { answers: checked.answers, reasons: Object.fromEntries(asked) };
}

/** @throws AppError INVALID with each problem under its group */
function refuse(groups: Record<string, Problems>): void {
  const all = Object.entries(groups).flatMap(([group, problems]) =>
    Object.entries(problems).map(([key, message]) => [`${group}.${key}`, message]),
  );
  if (all.length > 0) throw invalid(Object.fromEntries(all), "errors.mend");
}

/** The day on which a paper came is the office's to say; it has come, and not before the round opened. */
function toReceived(
  row: FoundReturn,
  input: SubmitReturnInput,
  onBehalf: boolean,
  today: CivilDate,
): CivilDate {
  if (!onBehalf || !input.receivedOn) return today;
  const received = toCivil(input.receivedOn);
  if (received > today) throw invalid({ receivedOn: "milestones.errors.future" });
  if (received < toCivil(row.round.opensOn)) throw invalid({ receivedOn: "returns.errors.beforeOpening" });
  return received;
}

async function tellOwner(tx: Tx, row: FoundReturn, ownerId: string, version: number): Promise<void> {
  await notify(tx, {
    kind: "RETURN_SUBMITTED",
    userIds: [ownerId],
    params: { firm: namesOf(row.enterprise), round: titlesOf(row.round) },
    href: `/returns/${row.id}`,
    key: `return-submitted/${row.id}/${version}`,
  });
}
