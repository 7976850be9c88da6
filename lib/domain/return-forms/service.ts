import "server-only";
import { assertReachesZone, type Viewer } from "@/lib/platform/auth/viewer";
import { updateVersion } from "@/lib/platform/change-sets/update-version";
import { fromCivil } from "@/lib/platform/dates/civil";
import { conflict } from "@/lib/platform/errors/app-error";
import { inChangeSet, type Within } from "../in-change-set";
import { findFormVersionInScope, findReturnFormInScope } from "./queries";
import { toDefinition } from "./rules";
import type {
  CreateFormInput,
  CreateFormVersionInput,
  DesignFormInput,
  RetireFormInput,
  UpdateFormInput,
} from "./schema";
import { firstDefinition, readyDefinition } from "./service-ready";

/** With its first version. @throws AppError CONFLICT for a code that is taken; FORBIDDEN for who does not reach the zone */
export async function createReturnForm(
  viewer: Viewer,
  { ready, ...input }: CreateFormInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "return-forms.create",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      const definition = ready ? readyDefinition : firstDefinition;
      return tx.returnForm.create({
        data: { ...input, versions: { create: { number: 1, definition } } },
        select: { id: true, version: true },
      });
    },
    within,
  );
}

/** Its code, its title and its period; the questions are its versions'. */
export async function updateReturnForm(viewer: Viewer, { id, version, ...input }: UpdateFormInput) {
  return inChangeSet(viewer, "return-forms.update", null, async (tx) => {
    assertReachesZone(viewer);
    await findReturnFormInScope(tx, viewer, id);
    return updateVersion(tx, tx.returnForm, { id, version }, input);
  });
}

/** No new round may ask it; what was asked stays. */
export async function retireReturnForm(viewer: Viewer, { id, version, retiredOn, reason }: RetireFormInput) {
  return inChangeSet(viewer, "return-forms.retire", reason, async (tx) => {
    assertReachesZone(viewer);
    const { retiredOn: retired } = await findReturnFormInScope(tx, viewer, id);
    if (retired) throw conflict("return-forms.errors.retired");
    return updateVersion(tx, tx.returnForm, { id, version }, { retiredOn: fromCivil(retiredOn) });
  });
}

/**
 * A copy of the newest version, to be changed until a round asks it.
 * @throws AppError CONFLICT while the newest may still be changed itself
 */
export async function createFormVersion(viewer: Viewer, { id }: CreateFormVersionInput) {
  return inChangeSet(viewer, "return-forms.createVersion", null, async (tx) => {
    assertReachesZone(viewer);
    const { retiredOn, versions } = await findReturnFormInScope(tx, viewer, id);
    if (retiredOn) throw conflict("return-forms.errors.retired");
    const [newest] = versions;
    if (!newest?.frozenAt) throw conflict("return-forms.errors.notFrozen");
    const data = { formId: id, number: newest.number + 1, definition: newest.definition ?? {} };
    const made = await tx.returnFormVersion.create({
      data,
      select: { id: true, version: true, number: true },
    });
    return { ...made, formId: id };
  });
}

/**
 * The questions of a version, whole.
 * @throws AppError CONFLICT once a round asks it; INVALID at the part that contradicts another
 */
export async function designReturnForm(
  viewer: Viewer,
  { id, version, ...design }: DesignFormInput,
  within?: Within,
) {
  return inChangeSet(
    viewer,
    "return-forms.design",
    null,
    async (tx) => {
      assertReachesZone(viewer);
      const { frozenAt, form, formId } = await findFormVersionInScope(tx, viewer, id);
      if (form.retiredOn) throw conflict("return-forms.errors.retired");
      if (frozenAt) throw conflict("return-forms.errors.frozen");
      const definition = toDefinition(design);
      return { ...(await updateVersion(tx, tx.returnFormVersion, { id, version }, { definition })), formId };
    },
    within,
  );
}
