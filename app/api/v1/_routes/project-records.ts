import { z } from "zod";
import { getProject, getProjectIdByCode } from "@/lib/domain/projects/queries";
import { getProjectMoney } from "@/lib/domain/projects/queries-money";
import { getDeclaredRag, listEntries } from "@/lib/domain/projects/queries-records";
import {
  amountKinds,
  declaredRags,
  entryKinds,
  entrySeverities,
  partnerRoles,
} from "@/lib/domain/projects/schema";
import { totalCurrencies } from "@/lib/domain/rates/schema";
import { defineRoute } from "@/lib/platform/api/route";
import { notFound } from "@/lib/platform/errors/app-error";
import { asOfQuery, dateShape, dayOf, moneyTotalsShape, namesShape, toNames, uuidShape } from "./shapes";

const day = dateShape.nullable();

/** What a project is made of beside its milestones. */
export const projectRecords = defineRoute({
  id: "getProjectRecords",
  path: "/projects/{code}/records",
  tag: "projects",
  params: z.object({ code: z.string().min(1).max(100) }),
  query: z.object({ in: z.enum(totalCurrencies).optional(), ...asOfQuery }),
  answer: z.object({
    code: z.string(),
    partners: z.array(
      z.object({
        enterpriseId: uuidShape.nullable(),
        ...namesShape,
        role: z.enum(partnerRoles),
        country: z.string().nullable(),
      }),
    ),
    declared: z
      .object({
        id: uuidShape,
        rag: z.enum(declaredRags),
        on: dateShape,
        expiresOn: dateShape,
        expired: z.boolean(),
        reason: z.string(),
      })
      .nullable(),
    totals: z
      .object({ planned: moneyTotalsShape, actual: moneyTotalsShape, convertible: z.boolean() })
      .describe(
        "With the main plan, on the day the project started; spent by the day asked for. Converted for readers of rates",
      ),
    amounts: z.array(
      z.object({
        id: uuidShape,
        kind: z.enum(amountKinds),
        on: dateShape,
        amount: z.string(),
        currency: z.string(),
        note: z.string().nullable(),
        source: z.string(),
      }),
    ),
    register: z.array(
      z.object({
        id: uuidShape,
        kind: z.enum(entryKinds),
        ...namesShape,
        severity: z.enum(entrySeverities).nullable(),
        owner: z.string().nullable(),
        raisedOn: dateShape,
        dueOn: day,
        closedOn: day,
        outcome: z.string().nullable(),
      }),
    ),
    updates: z.array(
      z.object({
        id: uuidShape,
        on: dateShape,
        periodFrom: day,
        periodTo: day,
        textZh: z.string().nullable(),
        textEn: z.string().nullable(),
      }),
    ),
    doneWithoutEvidence: z.array(
      z.object({ id: uuidShape, ...namesShape, noEvidenceReason: z.string().nullable() }),
    ),
  }),
  handle: async (viewer, { params, query }) => {
    const id = await getProjectIdByCode(viewer, params.code);
    const project = id && (await getProject(viewer, id));
    if (!project) throw notFound();
    const asOf = dayOf(query.asOf);
    const [money, entries, declared] = await Promise.all([
      getProjectMoney(viewer, project, query.in ?? "USD", asOf),
      listEntries(viewer, project.id),
      getDeclaredRag(viewer, project.id, asOf),
    ]);
    const titled = (one: { titleZh: string | null; titleEn: string | null }) =>
      toNames({ nameZh: one.titleZh, nameEn: one.titleEn });
    return {
      code: project.code,
      partners: project.partners.map(({ nameZh, nameEn, ...partner }) => ({
        ...partner,
        ...toNames({ nameZh, nameEn }),
      })),
      declared: declared && without(declared, "version"),
      totals: money.totals,
      amounts: money.amounts.map((amount) => without(amount, "version")),
      register: entries.map(({ titleZh, titleEn, version: _, ...entry }) => ({
        ...entry,
        ...titled({ titleZh, titleEn }),
      })),
      updates: project.updates,
      doneWithoutEvidence: project.milestones
        .filter((milestone) => milestone.doneWithoutEvidence)
        .map((milestone) => ({
          ...{ id: milestone.id, noEvidenceReason: milestone.noEvidenceReason },
          ...titled(milestone),
        })),
    };
  },
});

function without<Row extends object, Key extends keyof Row>(row: Row, key: Key): Omit<Row, Key> {
  const { [key]: _, ...rest } = row;
  return rest;
}
