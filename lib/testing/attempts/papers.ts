import {
  createClaimSchema,
  signOffClaimSchema,
  updateClaimSchema,
  withdrawClaimSchema,
} from "@/lib/domain/claims/schema";
import { createClaim, signOffClaim, updateClaim, withdrawClaim } from "@/lib/domain/claims/service";
import { createInstrumentSchema, updateInstrumentSchema } from "@/lib/domain/instruments/schema";
import { createInstrument, updateInstrument } from "@/lib/domain/instruments/service";
import {
  addVersionSchema,
  createPolicySchema,
  endVersionSchema,
  removeVersionSchema,
  updatePolicySchema,
  updateVersionSchema,
} from "@/lib/domain/policies/schema";
import { createPolicy, updatePolicy } from "@/lib/domain/policies/service";
import {
  addPolicyVersion,
  endPolicyVersion,
  removePolicyVersion,
  updatePolicyVersion,
} from "@/lib/domain/policies/service-versions";
import {
  createProgrammeSchema,
  recordCohortSchema,
  removeCohortSchema,
  updateProgrammeSchema,
} from "@/lib/domain/programmes/schema";
import {
  createProgramme,
  recordCohort,
  removeCohort,
  updateProgramme,
} from "@/lib/domain/programmes/service";
import {
  createRateSchema,
  deleteRateSchema,
  pasteRatesSchema,
  updateRateSchema,
} from "@/lib/domain/rates/schema";
import { createRate, createRates, deleteRate, updateRate } from "@/lib/domain/rates/service";
import { makeClaim, makeInstrument, makePolicy, makeProgramme, makeRate, system, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const years = () => ({
  code: unique("PG-"),
  nameEn: "A programme",
  target: 10,
  firstYear: 2023,
  lastYear: 2024,
});
const cohort = { year: 2023, completed: 1, reportedOn: "2023-12-31" };

let day = 0;
/** A rate of a day that no other has. */
const usd = () => {
  day += 1;
  const on = new Date(Date.UTC(1990, 0, day)).toISOString().slice(0, 10);
  return { base: "USD", quote: "CNY", on, rate: "6.4", source: "A test" };
};
const bond = () => ({
  ...{ code: unique("GB-"), nameEn: "A bond", issuerEn: "An issuer", pricedOn: "2022-03-01" },
  amount: { amount: "100", currency: "USD" },
});

const rules = () => ({ code: unique("REG-"), titleEn: "Rules" });
/** A policy with one text, in force since 2022-03-01. */
async function withText() {
  const { id } = await makePolicy();
  await addPolicyVersion(system, addVersionSchema.parse({ id, version, inForceFrom: "2022-03-01" }));
  return { id, version: 2, number: 1 };
}

const sentence = () => ({
  ...{ code: unique("C-"), textEn: "A sentence", publishedOn: "2022-11-01", asOf: "2022-11-01" },
});

/** The services of programmes, rates, instruments, policies and claims. */
export const paperAttempts: Attempts = {
  createProgramme: {
    verb: "programmes.create",
    prepare: async () => (viewer) => createProgramme(viewer, createProgrammeSchema.parse(years())),
  },
  updateProgramme: {
    verb: "programmes.update",
    prepare: async () => {
      const { id } = await makeProgramme();
      return (viewer) => updateProgramme(viewer, updateProgrammeSchema.parse({ id, version, ...years() }));
    },
  },
  recordCohort: {
    verb: "programmes.recordCohort",
    prepare: async () => {
      const { id } = await makeProgramme();
      return (viewer) => recordCohort(viewer, recordCohortSchema.parse({ id, version, ...cohort }));
    },
  },
  removeCohort: {
    verb: "programmes.removeCohort",
    prepare: async () => {
      const { id } = await makeProgramme();
      await recordCohort(system, recordCohortSchema.parse({ id, version, ...cohort }));
      const input = removeCohortSchema.parse({ id, version: 2, year: 2023, reason: "A mistake" });
      return (viewer) => removeCohort(viewer, input);
    },
  },
  createRate: {
    verb: "rates.create",
    prepare: async () => (viewer) => createRate(viewer, createRateSchema.parse(usd())),
  },
  createRates: {
    verb: "rates.create",
    prepare: async () => {
      const { base, quote, on, rate } = usd();
      const input = pasteRatesSchema.parse({ source: "A test", lines: `${base} ${quote} ${on} ${rate}` });
      return (viewer) => createRates(viewer, input);
    },
  },
  updateRate: {
    verb: "rates.update",
    prepare: async () => {
      const { id } = await makeRate();
      return (viewer) => updateRate(viewer, updateRateSchema.parse({ id, version, ...usd() }));
    },
  },
  deleteRate: {
    verb: "rates.delete",
    prepare: async () => {
      const { id } = await makeRate();
      return (viewer) => deleteRate(viewer, deleteRateSchema.parse({ id, version }));
    },
  },
  createInstrument: {
    verb: "instruments.create",
    prepare: async () => (viewer) => createInstrument(viewer, createInstrumentSchema.parse(bond())),
  },
  updateInstrument: {
    verb: "instruments.update",
    prepare: async () => {
      const { id } = await makeInstrument();
      return (viewer) => updateInstrument(viewer, updateInstrumentSchema.parse({ id, version, ...bond() }));
    },
  },
  createPolicy: {
    verb: "policies.create",
    prepare: async () => (viewer) => createPolicy(viewer, createPolicySchema.parse(rules())),
  },
  updatePolicy: {
    verb: "policies.update",
    prepare: async () => {
      const { id } = await makePolicy();
      return (viewer) => updatePolicy(viewer, updatePolicySchema.parse({ id, version, ...rules() }));
    },
  },
  addPolicyVersion: {
    verb: "policies.addVersion",
    prepare: async () => {
      const { id } = await makePolicy();
      const input = addVersionSchema.parse({ id, version, inForceFrom: "2022-03-01" });
      return (viewer) => addPolicyVersion(viewer, input);
    },
  },
  updatePolicyVersion: {
    verb: "policies.updateVersion",
    prepare: async () => {
      const input = updateVersionSchema.parse({ ...(await withText()), inForceFrom: "2022-03-02" });
      return (viewer) => updatePolicyVersion(viewer, input);
    },
  },
  endPolicyVersion: {
    verb: "policies.endVersion",
    prepare: async () => {
      const input = endVersionSchema.parse({
        ...(await withText()),
        ...{ inForceTo: "2022-12-31", reason: "Replaced" },
      });
      return (viewer) => endPolicyVersion(viewer, input);
    },
  },
  removePolicyVersion: {
    verb: "policies.removeVersion",
    prepare: async () => {
      const input = removeVersionSchema.parse({ ...(await withText()), reason: "A mistake" });
      return (viewer) => removePolicyVersion(viewer, input);
    },
  },
  createClaim: {
    verb: "claims.create",
    prepare: async () => (viewer) => createClaim(viewer, createClaimSchema.parse(sentence())),
  },
  updateClaim: {
    verb: "claims.update",
    prepare: async () => {
      const { id } = await makeClaim();
      return (viewer) => updateClaim(viewer, updateClaimSchema.parse({ id, version, ...sentence() }));
    },
  },
  signOffClaim: {
    verb: "claims.signOff",
    prepare: async () => {
      const { id } = await makeClaim();
      return (viewer) => signOffClaim(viewer, signOffClaimSchema.parse({ id, version }));
    },
  },
  withdrawClaim: {
    verb: "claims.withdraw",
    prepare: async () => {
      const { id } = await makeClaim();
      const input = withdrawClaimSchema.parse({ id, version, withdrawnOn: "2022-12-01", reason: "Old" });
      return (viewer) => withdrawClaim(viewer, input);
    },
  },
};
