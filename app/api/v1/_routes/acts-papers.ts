import { signOffClaimSchema, withdrawClaimSchema } from "@/lib/domain/claims/schema";
import { signOffClaim, withdrawClaim } from "@/lib/domain/claims/service";
import {
  addVersionSchema,
  endVersionSchema,
  removeVersionSchema,
  updateVersionSchema,
} from "@/lib/domain/policies/schema";
import {
  addPolicyVersion,
  endPolicyVersion,
  removePolicyVersion,
  updatePolicyVersion,
} from "@/lib/domain/policies/service-versions";
import { recordCohortSchema, removeCohortSchema } from "@/lib/domain/programmes/schema";
import { recordCohort, removeCohort } from "@/lib/domain/programmes/service";
import { deleteRateSchema } from "@/lib/domain/rates/schema";
import { deleteRate } from "@/lib/domain/rates/service";
import type { ApiWrite } from "@/lib/platform/api/write";
import { act, at } from "./declare";

/** What the office does to programmes, rates, instruments, policies and claims beside changing their fields. */
export const paperActs = {
  recordCohort: act(
    "recordCohort",
    "programmes.recordCohort",
    at.programme,
    "cohorts",
    recordCohortSchema,
    recordCohort,
  ),
  removeCohort: act(
    "removeCohort",
    "programmes.removeCohort",
    at.programme,
    "remove-cohort",
    removeCohortSchema,
    removeCohort,
  ),
  addPolicyVersion: act(
    "addPolicyVersion",
    "policies.addVersion",
    at.policy,
    "versions",
    addVersionSchema,
    addPolicyVersion,
  ),
  updatePolicyVersion: act(
    "updatePolicyVersion",
    "policies.updateVersion",
    at.policy,
    "update-version",
    updateVersionSchema,
    updatePolicyVersion,
  ),
  endPolicyVersion: act(
    "endPolicyVersion",
    "policies.endVersion",
    at.policy,
    "end-version",
    endVersionSchema,
    endPolicyVersion,
  ),
  removePolicyVersion: act(
    "removePolicyVersion",
    "policies.removeVersion",
    at.policy,
    "remove-version",
    removeVersionSchema,
    removePolicyVersion,
  ),
  signOffClaim: act("signOffClaim", "claims.signOff", at.claim, "sign-off", signOffClaimSchema, signOffClaim),
  deleteRate: {
    ...act("deleteRate", "rates.delete", at.rate, "delete", deleteRateSchema, deleteRate),
    ends: true,
  } satisfies ApiWrite,
  withdrawClaim: act(
    "withdrawClaim",
    "claims.withdraw",
    at.claim,
    "withdraw",
    withdrawClaimSchema,
    withdrawClaim,
  ),
};
