import "server-only";
import type { CreateEnterpriseInput } from "../../domain/enterprises/schema";
import {
  createEnterprises,
  type NewEnterprise,
  updateEnterprises,
} from "../../domain/enterprises/service-bulk";
import type { Within } from "../../domain/in-change-set";
import type { Viewer } from "../../platform/auth/viewer";
import { newId } from "../../platform/change-sets/open";
import type { EnterpriseStage } from "../../platform/db/generated/enums";
import type { ContactInput, FirmCreate, FirmUpdate, NewIdentifier } from "./types";

/** Writes new firms; returns the id of each key. A firm that comes with a lease is further on than a prospect. */
export async function writeFirms(
  viewer: Viewer,
  creates: FirmCreate[],
  within: Within,
  stageOf: (key: string) => EnterpriseStage = () => "PROSPECT",
): Promise<Map<string, string>> {
  const ids = new Map(creates.map(({ key }) => [key, newId()]));
  const inputs = creates.map(({ key, identifiers, contacts, ...firm }): NewEnterprise => {
    return {
      ...firm,
      id: ids.get(key) ?? newId(),
      shortName: null,
      formerNames: [],
      stage: stageOf(key),
      identifiers: identifiers.map(toIdentifierInput),
      contacts: contacts.map(toContactInput),
    };
  });
  if (inputs.length > 0) await createEnterprises(viewer, inputs, within);
  return ids;
}

export async function updateFirms(viewer: Viewer, updates: FirmUpdate[], within: Within): Promise<void> {
  if (updates.length === 0) return;
  const patches = updates.map(({ standing, patch, identifiers, contacts, contactUpdates, id, version }) => {
    const { nameZh, nameEn, shortName, formerNames, country, cluster, sectorCode } = standing;
    return {
      ...{ nameZh, nameEn, shortName, formerNames, country, cluster, sectorCode, custom: {} },
      ...patch,
      id,
      version,
      allIdentifiers: [...standing.identifiers, ...identifiers],
      newIdentifiers: identifiers.map(toIdentifierInput),
      newContacts: contacts.map(toContactInput),
      contactUpdates,
    };
  });
  await updateEnterprises(viewer, patches, within);
}

function toIdentifierInput({ type, value }: NewIdentifier): CreateEnterpriseInput["identifiers"][number] {
  return { type, value, country: type === "USCC" ? "CN" : "SG", former: false };
}

function toContactInput(contact: ContactInput): CreateEnterpriseInput["contacts"][number] {
  return { ...contact, position: null };
}
