import { z } from "zod";
import { toPartyNames } from "@/lib/domain/agreements/dto";
import { getAgreement } from "@/lib/domain/agreements/queries";
import {
  agreementKinds,
  agreementListSchema,
  agreementRenewals,
  agreementStates,
} from "@/lib/domain/agreements/schema";
import { clusters } from "@/lib/domain/enterprises/schema";
import { listQuery, toNextCursor, toPlace } from "@/lib/platform/api/cursor";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { listStandings } from "@/lib/reports/chain/facts-standings";
import { type AgreementRow, listAgreementRows } from "@/lib/reports/lists/agreements";
import { asOfQuery, dateShape, dayOf, listShape, namesShape, toNames, uuidShape } from "./shapes";

const day = dateShape.nullable();
const words = z.string().nullable();

export const agreementShape = z.object({
  id: uuidShape,
  code: z.string(),
  ...namesShape,
  kind: z.enum(agreementKinds),
  cluster: z.enum(clusters),
  state: z.enum(agreementStates).nullable(),
  lastActivityOn: day,
  meetingId: uuidShape.nullable(),
  signedOn: dateShape,
  effectiveOn: day,
  expiresOn: day,
  terminatedOn: day,
  renewal: z.enum(agreementRenewals),
  renewalMonths: z.int().nullable(),
  owner: words,
  noteZh: words,
  noteEn: words,
  parties: z.array(z.object({ enterpriseId: uuidShape.nullable(), ...namesShape, country: words })),
  projects: z.int(),
  commitments: z.int(),
  version: z.int(),
});

export const agreements = defineRoute({
  id: "listAgreements",
  path: "/agreements",
  tag: "agreements",
  query: z.object({
    query: z.string().max(200).optional(),
    agreementState: z.enum(agreementStates).optional(),
    agreementKind: z.enum(agreementKinds).optional(),
    cluster: z.enum(clusters).optional(),
    country: z.string().length(2).optional(),
    meeting: uuidShape.optional(),
    park: z.string().max(100).optional(),
    ...asOfQuery,
    ...listQuery,
  }),
  answer: listShape(agreementShape),
  handle: async (viewer, { query }) => {
    const place = toPlace(query);
    const { agreementState: state, agreementKind: kind, ...given } = query;
    const page = { page: place.page, pageSize: place.limit };
    const filters = agreementListSchema.parse({ ...given, state, kind, ...page });
    const { rows, total } = await listAgreementRows(viewer, filters, dayOf(query.asOf));
    return { items: rows.map(toAgreementAnswer), nextCursor: toNextCursor(place, total) };
  },
});

const eventShape = z.object({
  kind: z.enum(["EXTENDED", "ADDENDUM", "TERMINATED"]),
  on: dateShape,
  expiredOn: day,
  expiresOn: day,
  textZh: words,
  textEn: words,
  evidence: words,
});

export const agreement = defineRoute({
  id: "getAgreement",
  path: "/agreements/{id}",
  tag: "agreements",
  params: z.object({ id: uuidShape }),
  query: z.object({ ...asOfQuery }),
  answer: agreementShape.extend({ events: z.array(eventShape) }),
  handle: async (viewer, { params, query }) => {
    const row = await getAgreement(viewer, params.id);
    if (!row) throw notFound();
    const standings = await listStandings(viewer, [row.id], dayOf(query.asOf));
    return {
      ...toAgreementAnswer({ ...row, standing: standings.get(row.id) ?? null }),
      events: row.events.map(({ id: _, ...event }) => event),
    };
  },
});

/** The expiry is the one on paper; what it has rolled on to is in the state. */
export function toAgreementAnswer(row: AgreementRow) {
  const { id, code, kind, cluster, meetingId, signedOn, effectiveOn, expiresOn, terminatedOn } = row;
  const { renewal, renewalMonths, owner, noteZh, noteEn, version, standing } = row;
  return {
    ...{ id, code, ...toNames({ nameZh: row.titleZh, nameEn: row.titleEn }), kind, cluster },
    ...{ state: standing?.state ?? null, lastActivityOn: standing?.lastActivityOn ?? null },
    ...{ meetingId, signedOn, effectiveOn, expiresOn, terminatedOn, renewal, renewalMonths, owner },
    ...{ noteZh, noteEn, version },
    parties: row.parties.map((party) => {
      const names = toPartyNames(party);
      return { enterpriseId: party.enterpriseId, ...toNames(names), country: names.country };
    }),
    projects: standing?.projects ?? 0,
    commitments: standing?.commitments ?? 0,
  };
}
