import type { AgreementDto } from "../../domain/agreements/dto";
import type { CreateAgreementInput, UpdateAgreementInput } from "../../domain/agreements/schema";
import type { FirmFact } from "../firms/types";

/** A session with the spellings by which a file may mean it (toPlaceKey). */
export type SessionFact = { id: string; keys: string[] };

export type AgreementFact = Omit<AgreementDto, "owner" | "meeting" | "events"> & { extended: boolean };

export type AgreementImportFacts = {
  firms: FirmFact[];
  sessions: SessionFact[];
  agreements: AgreementFact[];
};

export type AgreementWrites = { creates: CreateAgreementInput[]; updates: UpdateAgreementInput[] };
