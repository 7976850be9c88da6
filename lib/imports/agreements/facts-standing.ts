import "server-only";
import { type AgreementDto, toPartyNames } from "../../domain/agreements/dto";
import { agreementKindLabel } from "../../domain/agreements/labels";
import { listAgreementIds, listAgreementsByIds } from "../../domain/agreements/queries";
import { agreementListSchema } from "../../domain/agreements/schema";
import { clusterLabel } from "../../domain/enterprises/labels";
import { listMeetingOptions } from "../../domain/meetings/queries";
import type { Viewer } from "../../platform/auth/viewer";
import { parseList } from "../../platform/paging/list-params";
import { loadFirms, newNameKeys } from "../facts-shared";
import { AgreementBook, splitParties, toParty } from "./read";

type Asked = {
  viewer: Viewer;
  values: { [name: string]: string };
  say: (key: string) => string;
  /** Which ones, where the list is narrowed by a state, which reports alone can tell. */
  ids?: string[];
};

/** Agreements as a file would say them: brought in again they change nothing. */
export async function listStandingAgreements({ viewer, values, say, ids }: Asked, most: number) {
  const all = ids ?? (await listAgreementIds(viewer, parseList(agreementListSchema, values)));
  const agreements = await listAgreementsByIds(viewer, all.slice(0, most));
  const names = agreements.flatMap(({ parties }) => parties.map(nameOfParty));
  const [{ firms }, meetings] = await Promise.all([
    loadFirms(viewer, { names, identifiers: [] }, newNameKeys()),
    listMeetingOptions(viewer),
  ]);
  const book = new AgreementBook({ firms, sessions: [], agreements: [] });
  const sessions = new Map(meetings.map(({ id, series, number }) => [id, `${series.code}-${number}`]));
  return {
    total: all.length,
    records: agreements.map((agreement) => ({
      agreement_no: agreement.code,
      title_zh: agreement.titleZh,
      title_en: agreement.titleEn,
      kind: say(agreementKindLabel(agreement.kind)),
      parties: partiesOf(agreement, book),
      cluster: say(clusterLabel(agreement.cluster)),
      signed_on: agreement.signedOn,
      effective_on: agreement.effectiveOn,
      expires_on: agreement.expiresOn,
      meeting: agreement.meetingId && sessions.get(agreement.meetingId),
    })),
  };
}

function nameOfParty(party: AgreementDto["parties"][number]): string {
  const { nameZh, nameEn } = toPartyNames(party);
  return nameZh ?? nameEn ?? "";
}

/** The parties in one cell; empty, and so left as they are, where a name would not read back as the party it is. */
function partiesOf(agreement: AgreementDto, book: AgreementBook): string {
  const text = agreement.parties.map(nameOfParty).join("；");
  const read = splitParties(text).map((name) => book.party(name, { ...agreement, extended: false }));
  return JSON.stringify(read) === JSON.stringify(agreement.parties.map(toParty)) ? text : "";
}
