import "server-only";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { newId } from "@/lib/platform/change-sets/open";
import type { Tx } from "@/lib/platform/db/client";
import { Prisma } from "@/lib/platform/db/generated/client";
import { insertRows } from "@/lib/platform/db/insert-rows";
import { conflict } from "@/lib/platform/errors/app-error";
import type { CustomInput } from "../custom-fields/schema";
import { inChangeSet, type Within } from "../in-change-set";
import { toNameFields } from "./name-fields";
import { assertEnterprisesInScope } from "./queries";
import type { CreateEnterpriseInput } from "./schema";

export type NewEnterprise = Pick<
  CreateEnterpriseInput,
  | "nameZh"
  | "nameEn"
  | "shortName"
  | "formerNames"
  | "cluster"
  | "sectorCode"
  | "country"
  | "stage"
  | "identifiers"
  | "contacts"
> & {
  id: string;
  /** As they are kept, by the fields' ids. */
  custom?: CustomInput;
  tags?: string[];
};

/** Many firms at once, as an import brings them, under ids that the caller has given them. */
export async function createEnterprises(viewer: Viewer, inputs: NewEnterprise[], within?: Within) {
  return inChangeSet(
    viewer,
    "enterprises.create",
    null,
    async (tx) => {
      const rows = inputs.map((input) => {
        const { nameKeyZh, nameKeyEn, search, sortZh, sortEn } = toNameFields(input);
        return {
          id: input.id,
          name_zh: input.nameZh,
          name_en: input.nameEn,
          short_name: input.shortName,
          former_names: input.formerNames,
          cluster: input.cluster,
          sector_code: input.sectorCode,
          country: input.country,
          stage: input.stage,
          name_key_zh: nameKeyZh,
          name_key_en: nameKeyEn,
          search,
          sort_zh: sortZh,
          sort_en: sortEn,
          custom: input.custom ?? {},
          tags: input.tags ?? [],
        };
      });
      await insertRows(tx, "enterprises", rows);
      await writeParts(
        tx,
        inputs.map(({ id, identifiers, contacts }) => ({ id, identifiers, contacts })),
      );
      return { count: inputs.length };
    },
    within,
  );
}

export type EnterprisePatch = {
  id: string;
  version: number;
  /** As it will be. */
  nameZh: string | null;
  nameEn: string | null;
  shortName: string | null;
  formerNames: string[];
  country: string | null;
  cluster: string;
  sectorCode: string | null;
  /** Those that it has with those that are new, for its search text. */
  allIdentifiers: { value: string }[];
  newIdentifiers: CreateEnterpriseInput["identifiers"];
  newContacts: CreateEnterpriseInput["contacts"];
  contactUpdates: { id: string; phone: string | null; email: string | null }[];
  /** Those that change, as they are kept. */
  custom?: CustomInput;
  /** All that it will have; left out, they stay. */
  tags?: string[];
};

/** Changes many firms at once. A firm that somebody saved meanwhile refuses all. @throws AppError CONFLICT */
export async function updateEnterprises(viewer: Viewer, patches: EnterprisePatch[], within?: Within) {
  return inChangeSet(
    viewer,
    "enterprises.update",
    null,
    async (tx) => {
      await assertEnterprisesInScope(
        tx,
        viewer,
        patches.map(({ id }) => id),
      );
      const rows = patches.map((patch) => {
        const fields = toNameFields({ ...patch, identifiers: patch.allIdentifiers });
        const { newIdentifiers: _i, newContacts: _c, contactUpdates: _u, allIdentifiers: _a, ...own } = patch;
        return { ...own, ...fields };
      });
      const updated = await tx.$executeRaw(Prisma.sql`
        UPDATE enterprises e SET name_zh = r."nameZh", name_en = r."nameEn", former_names = r."formerNames",
          country = r.country, cluster = r.cluster::cluster, sector_code = r."sectorCode",
          name_key_zh = r."nameKeyZh", name_key_en = r."nameKeyEn", search = r.search, sort_zh = r."sortZh",
          sort_en = r."sortEn", custom = e.custom || coalesce(r.custom, '{}'),
          tags = coalesce(r.tags, e.tags), version = e.version + 1
        FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, version int, "nameZh" text,
          "nameEn" text, "formerNames" text[], country text, cluster text, "sectorCode" text, "nameKeyZh" text,
          "nameKeyEn" text, search text, "sortZh" text, "sortEn" text, custom jsonb,
          tags text[])
        WHERE e.id = r.id AND e.version = r.version`);
      if (updated < patches.length) throw conflict("errors.conflict");
      await writeParts(
        tx,
        patches.map((patch) => ({
          id: patch.id,
          identifiers: patch.newIdentifiers,
          contacts: patch.newContacts,
        })),
      );
      const contacts = patches.flatMap((patch) => patch.contactUpdates);
      if (contacts.length > 0) {
        await tx.$executeRaw(Prisma.sql`
          UPDATE enterprise_contacts c SET phone = r.phone, email = r.email
          FROM jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb) AS r(id uuid, phone text, email text)
          WHERE c.id = r.id`);
      }
      return { count: patches.length };
    },
    within,
  );
}

type Parts = Pick<CreateEnterpriseInput, "identifiers" | "contacts"> & { id: string };

async function writeParts(tx: Tx, firms: Parts[]): Promise<void> {
  const identifiers = firms.flatMap((firm) =>
    firm.identifiers.map(({ type, value, country, former }) => {
      return { id: newId(), enterprise_id: firm.id, type, value, country, former };
    }),
  );
  const contacts = firms.flatMap((firm) =>
    firm.contacts.map(({ name, position, phone, email, primary }) => {
      return { id: newId(), enterprise_id: firm.id, name, position, phone, email, primary };
    }),
  );
  await insertRows(tx, "enterprise_identifiers", identifiers);
  await insertRows(tx, "enterprise_contacts", contacts);
}
