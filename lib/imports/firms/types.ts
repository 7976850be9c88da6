import type { CustomKept } from "../../domain/custom-fields/dto";
import type { Cluster } from "../../platform/db/generated/enums";

export type IdentifierFact = { type: "USCC" | "UEN" | "OTHER"; value: string; former: boolean };
export type ContactFact = {
  id: string;
  name: string;
  phone: string | null;
  email: string | null;
  primary: boolean;
};
export type FirmFact = {
  id: string;
  version: number;
  nameZh: string | null;
  nameEn: string | null;
  shortName: string | null;
  formerNames: string[];
  country: string | null;
  cluster: Cluster;
  sectorCode: string | null;
  identifiers: IdentifierFact[];
  contacts: ContactFact[];
  /** Its values of custom fields; none where the file is of another kind. */
  custom?: CustomKept;
  tags?: string[];
};

/** The firms that the file may mean, and the identifiers that firms out of reach have. */
export type FirmFacts = { firms: FirmFact[]; takenIdentifiers: string[] };

/** What a row says of its firm; null is nothing said. */
export type FirmRecord = {
  /** The firm's own id, where the row comes from our own grid. */
  id: string | null;
  nameZh: string | null;
  nameEn: string | null;
  uscc: string | null;
  uen: string | null;
  country: string | null;
  cluster: Cluster | null;
  sectorCode: string | null;
  contactName: string | null;
  contactPhone: string | null;
  contactEmail: string | null;
  /** What it says in custom fields; nothing where the file is of another kind. */
  custom?: CustomKept;
  tags?: string[];
};

/** A firm that a row was matched to: one that is there, or one that the file brings, known by its key. */
export type FirmRef = { key: string; id: string | null };

export type FirmPatch = Partial<
  Pick<
    FirmFact,
    "nameZh" | "nameEn" | "formerNames" | "country" | "cluster" | "sectorCode" | "custom" | "tags"
  >
>;
export type ContactInput = { name: string; phone: string | null; email: string | null; primary: boolean };
export type NewIdentifier = { type: "USCC" | "UEN"; value: string };

export type FirmCreate = {
  key: string;
  nameZh: string | null;
  nameEn: string | null;
  country: string | null;
  cluster: Cluster;
  sectorCode: string | null;
  identifiers: NewIdentifier[];
  contacts: ContactInput[];
  custom: CustomKept;
  tags: string[];
};
export type FirmUpdate = {
  id: string;
  version: number;
  patch: FirmPatch;
  /** As it was, from which names and search are derived again. */
  standing: FirmFact;
  identifiers: NewIdentifier[];
  contacts: ContactInput[];
  contactUpdates: { id: string; phone: string | null; email: string | null }[];
};
