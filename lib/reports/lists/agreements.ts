import "server-only";
import { type AgreementDto, toPartyNames } from "@/lib/domain/agreements/dto";
import { agreementKindLabel, agreementStateLabel } from "@/lib/domain/agreements/labels";
import { listAgreementIds, listAgreements, listAgreementsByIds } from "@/lib/domain/agreements/queries";
import {
  type AgreementListParams,
  type AgreementState,
  agreementListSchema,
} from "@/lib/domain/agreements/schema";
import { clusterLabel } from "@/lib/domain/enterprises/labels";
import { toMeetingTitles } from "@/lib/domain/meetings/dto";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { CivilDate } from "@/lib/platform/dates/civil";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf, titleOf } from "@/lib/platform/i18n/names";
import { type Page, parseList } from "@/lib/platform/paging/list-params";
import type { StatusKind } from "@/lib/platform/values/status-kind";
import { listStandings } from "@/lib/reports/chain/facts-standings";
import type { Standing } from "@/lib/reports/chain/types";
import type { List, ListColumn } from "./list";

/** An agreement with its standing on the day; null where it was not signed yet. */
export type AgreementRow = AgreementDto & { standing: Standing | null };

/** The shape that means a state everywhere. */
export const agreementMarks: Record<AgreementState, StatusKind> = {
  ACTIVE: "onTrack",
  DELIVERED: "done",
  LAPSED: "ended",
  SILENT: "silent",
  IN_FORCE: "committed",
};

export const agreementList: List<AgreementRow> = {
  noun: "agreements",
  title: "agreements.title",
  href: (agreement) => `/agreements/${agreement.id}`,
  ids: async ({ viewer, values, asOf }) => {
    const params = parseList(agreementListSchema, values);
    return listAgreementIds(viewer, params, await idsInState(viewer, params.state, asOf));
  },
  rows: async ({ viewer, asOf }, ids) => withStandings(viewer, await listAgreementsByIds(viewer, ids), asOf),
  columns: () => [
    ...agreementColumns,
    {
      key: "meeting",
      header: "agreements.meeting",
      kind: "TEXT",
      value: ({ meeting }, locale) => (meeting ? titleOf(locale, toMeetingTitles(meeting)) : null),
      wrap: true,
    },
    {
      key: "effectiveOn",
      header: "agreements.effectiveOn",
      kind: "DATE",
      hidden: true,
      value: (agreement) => agreement.effectiveOn,
    },
    {
      key: "renewal",
      header: "agreements.renewalLabel",
      kind: "LABEL",
      hidden: true,
      value: (agreement) => `agreements.renewal.${agreement.renewal}`,
    },
    {
      key: "countries",
      header: "agreements.countries",
      kind: "TEXT",
      hidden: true,
      value: ({ parties }, locale) => {
        const codes = new Set(parties.map((party) => toPartyNames(party).country));
        return [...codes]
          .map((code) => countryName(locale, code))
          .filter(Boolean)
          .join(", ");
      },
    },
    {
      key: "owner",
      header: "agreements.owner",
      kind: "TEXT",
      hidden: true,
      value: (agreement) => agreement.owner,
    },
  ],
};

/** The columns that the register and the chain screen share. */
export const agreementColumns: ListColumn<AgreementRow>[] = [
  { key: "code", header: "agreements.code", kind: "TEXT", value: ({ code }) => code, sort: "code" },
  {
    key: "title",
    header: "agreements.titleLabel",
    kind: "TEXT",
    value: (agreement, locale) => titleOf(locale, agreement),
    sort: "title",
    wrap: true,
  },
  {
    key: "state",
    header: "agreements.stateLabel",
    kind: "LABEL",
    value: ({ standing }) => agreementStateLabel(standing?.state ?? "UNSIGNED"),
    mark: ({ standing }) => (standing?.state ? agreementMarks[standing.state] : "vacant"),
  },
  {
    key: "kind",
    header: "agreements.kindLabel",
    kind: "LABEL",
    value: ({ kind }) => agreementKindLabel(kind),
  },
  {
    key: "parties",
    header: "agreements.parties",
    kind: "TEXT",
    value: ({ parties }, locale) => parties.map((party) => nameOf(locale, toPartyNames(party))).join("; "),
    wrap: true,
  },
  {
    key: "cluster",
    header: "agreements.clusterLabel",
    kind: "LABEL",
    hidden: true,
    value: ({ cluster }) => clusterLabel(cluster),
  },
  {
    key: "signedOn",
    header: "agreements.signedOn",
    kind: "DATE",
    value: ({ signedOn }) => signedOn,
    sort: "signedOn",
  },
  {
    key: "expiresOn",
    header: "agreements.expiresOn",
    kind: "DATE",
    value: ({ standing, expiresOn }) => (standing ? standing.expiresOn : expiresOn),
    sort: "expiresOn",
  },
  {
    key: "lastActivityOn",
    header: "agreements.lastActivityOn",
    kind: "DATE",
    value: ({ standing }) => standing?.lastActivityOn ?? null,
  },
];

/** A page of the register with the standing of each on the day. */
export async function listAgreementRows(
  viewer: Viewer,
  params: AgreementListParams,
  asOf: CivilDate,
): Promise<Page<AgreementRow>> {
  const page = await listAgreements(viewer, params, await idsInState(viewer, params.state, asOf));
  return { ...page, rows: await withStandings(viewer, page.rows, asOf) };
}

/** Agreements with their standing on a day: one statement, however many. */
export async function withStandings(
  viewer: Viewer,
  agreements: AgreementDto[],
  asOf: CivilDate,
): Promise<AgreementRow[]> {
  const ids = agreements.map(({ id }) => id);
  const standings = await listStandings(viewer, ids, asOf);
  return agreements.map((agreement) => ({ ...agreement, standing: standings.get(agreement.id) ?? null }));
}

/** A state is derived, so the list is narrowed to the agreements that have it; undefined where none is asked for. */
async function idsInState(
  viewer: Viewer,
  state: AgreementState | undefined,
  asOf: CivilDate,
): Promise<string[] | undefined> {
  if (!state) return undefined;
  const standings = await listStandings(viewer, null, asOf);
  return [...standings.values()].filter((standing) => standing.state === state).map(({ id }) => id);
}
