import type { CreateAgreementInput } from "../../domain/agreements/schema";
import { messageOf } from "../../platform/errors/app-error";
import type { CellReader } from "../cells";
import { toLooseName, toNames, toPlaceKey } from "../names";
import type { AgreementFact, AgreementImportFacts } from "./types";

type Party = CreateAgreementInput["parties"][number];

/** The parties in one cell: names with a semicolon, an ideographic comma or a new line between them. */
export function splitParties(text: string): string[] {
  const names = text.split(/[;；、\n]/).map((name) => name.replace(/\s+/g, " ").trim());
  return [...new Set(names.filter(Boolean))];
}

/** Finds what a cell's words mean among what is on record. */
export class AgreementBook {
  private readonly firms = new Map<string, string | null>();
  private readonly sessions = new Map<string, string | null>();

  constructor(facts: AgreementImportFacts) {
    for (const { id, nameZh, nameEn, shortName, formerNames } of facts.firms) {
      for (const name of [nameZh, nameEn, shortName, ...formerNames]) {
        if (name) once(this.firms, toLooseName(name), id);
      }
    }
    for (const { id, keys } of facts.sessions) for (const key of keys) once(this.sessions, key, id);
  }

  /** A firm of the zone where exactly one has this full name; else whoever the paper names. */
  party(name: string, standing: AgreementFact | undefined): Party {
    const enterpriseId = this.firms.get(toLooseName(name));
    if (enterpriseId) {
      const before = standing?.parties.find((party) => party.enterpriseId === enterpriseId);
      return { enterpriseId, nameZh: null, nameEn: null, country: before?.country ?? null };
    }
    const before = standing?.parties.find((party) => [party.nameZh, party.nameEn].includes(name));
    if (before) return { ...toParty(before) };
    return { enterpriseId: null, ...toNames(name), country: null };
  }

  /** A session by its title, its series and number (`JCBC-18`) or its first day, where only one is meant. */
  session(cell: CellReader): string | null {
    const text = cell.text("meeting");
    if (text === null) return null;
    const id = this.sessions.get(toPlaceKey(text));
    return (
      id ?? cell.refuse("meeting", "MEETING_UNKNOWN", messageOf("imports.errors.meetingUnknown", { text }))
    );
  }
}

export function toParty({ enterpriseId, nameZh, nameEn, country }: Party): Party {
  return { enterpriseId, nameZh, nameEn, country };
}

/** What two records share names neither of them. */
function once(map: Map<string, string | null>, key: string, id: string): void {
  const before = map.get(key);
  map.set(key, before === undefined || before === id ? id : null);
}
