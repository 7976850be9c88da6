import { previewEnterprises } from "@/lib/domain/enterprises/queries-many";
import {
  changeEnterprisesSchema,
  closeEnterpriseSchema,
  createEnterpriseSchema,
  mergeEnterprisesSchema,
  tellEnterprisesApartSchema,
  updateEnterpriseSchema,
} from "@/lib/domain/enterprises/schema";
import { closeEnterprise, createEnterprise, updateEnterprise } from "@/lib/domain/enterprises/service";
import { createEnterprises, updateEnterprises } from "@/lib/domain/enterprises/service-bulk";
import { tellEnterprisesApart } from "@/lib/domain/enterprises/service-duplicates";
import { changeEnterprises } from "@/lib/domain/enterprises/service-many";
import { mergeEnterprises } from "@/lib/domain/enterprises/service-merge";
import {
  createHeadcountSchema,
  deleteHeadcountSchema,
  updateHeadcountSchema,
} from "@/lib/domain/headcounts/schema";
import {
  createHeadcount,
  createHeadcounts,
  deleteHeadcount,
  updateHeadcount,
} from "@/lib/domain/headcounts/service";
import { createHeadcountTotals, updateHeadcounts } from "@/lib/domain/headcounts/service-bulk";
import { newId } from "@/lib/platform/change-sets/open";
import { makeFirm, makePark, system, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const people = { on: "2022-09-30", total: "12" };
const named = () => ({ nameEn: unique("Firm ") });

async function newHeadcount() {
  const [firm, park] = [await makeFirm(), await makePark()];
  return createHeadcountSchema.parse({ enterpriseId: firm.id, parkId: park.id, ...people });
}

const declared = async () => createHeadcount(system, await newHeadcount());

/** The services of enterprises and of the people they declare. */
export const firmAttempts: Attempts = {
  createEnterprise: {
    verb: "enterprises.create",
    prepare: async () => (viewer) => createEnterprise(viewer, createEnterpriseSchema.parse(named())),
  },
  createEnterprises: {
    verb: "enterprises.create",
    prepare: async () => (viewer) =>
      createEnterprises(viewer, [{ ...createEnterpriseSchema.parse(named()), id: newId() }]),
  },
  updateEnterprise: {
    verb: "enterprises.update",
    prepare: async () => {
      const { id } = await makeFirm();
      const input = updateEnterpriseSchema.parse({ id, version, ...named() });
      return (viewer) => updateEnterprise(viewer, input);
    },
  },
  updateEnterprises: {
    verb: "enterprises.update",
    prepare: async () => {
      const { id } = await makeFirm();
      const input = updateEnterpriseSchema.parse({ id, version, ...named() });
      const parts = { allIdentifiers: [], newIdentifiers: [], newContacts: [], contactUpdates: [] };
      return (viewer) => updateEnterprises(viewer, [{ ...input, ...parts }]);
    },
  },
  changeEnterprises: {
    verb: "enterprises.changeMany",
    prepare: async () => {
      const { id } = await makeFirm();
      const input = changeEnterprisesSchema.parse({ ids: [id], stage: "SIGNED" });
      const { digest } = await previewEnterprises(system, input);
      return (viewer) => changeEnterprises(viewer, { ...input, digest });
    },
  },
  closeEnterprise: {
    verb: "enterprises.close",
    prepare: async () => {
      const { id } = await makeFirm();
      const input = closeEnterpriseSchema.parse({ id, version, endedOn: "2022-12-31" });
      return (viewer) => closeEnterprise(viewer, input);
    },
  },
  mergeEnterprises: {
    verb: "enterprises.merge",
    prepare: async () => {
      const [{ id }, goes] = [await makeFirm(), await makeFirm()];
      const input = mergeEnterprisesSchema.parse({ id, version, goesId: goes.id, goesVersion: version });
      return (viewer) => mergeEnterprises(viewer, input);
    },
  },
  tellEnterprisesApart: {
    verb: "enterprises.tellApart",
    prepare: async () => {
      const [{ id }, other] = [await makeFirm(), await makeFirm()];
      const input = tellEnterprisesApartSchema.parse({ id, otherId: other.id });
      return (viewer) => tellEnterprisesApart(viewer, input);
    },
  },
  createHeadcount: {
    verb: "headcounts.create",
    prepare: async () => {
      const input = await newHeadcount();
      return (viewer) => createHeadcount(viewer, input);
    },
  },
  createHeadcounts: {
    verb: "headcounts.create",
    prepare: async () => {
      const input = await newHeadcount();
      return (viewer) => createHeadcounts(viewer, [input]);
    },
  },
  createHeadcountTotals: {
    verb: "headcounts.create",
    prepare: async () => {
      const input = await newHeadcount();
      return (viewer) => createHeadcountTotals(viewer, [input]);
    },
  },
  updateHeadcount: {
    verb: "headcounts.update",
    prepare: async () => {
      const { id } = await declared();
      return (viewer) => updateHeadcount(viewer, updateHeadcountSchema.parse({ id, version, ...people }));
    },
  },
  updateHeadcounts: {
    verb: "headcounts.update",
    prepare: async () => {
      const { id } = await declared();
      return (viewer) => updateHeadcounts(viewer, [{ id, version, total: 13 }]);
    },
  },
  deleteHeadcount: {
    verb: "headcounts.delete",
    prepare: async () => {
      const { id } = await declared();
      return (viewer) => deleteHeadcount(viewer, deleteHeadcountSchema.parse({ id, version }));
    },
  },
};
