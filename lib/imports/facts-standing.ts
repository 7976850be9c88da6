import "server-only";
import { getCustomAsk } from "../domain/custom-fields/queries";
import { clusterLabel } from "../domain/enterprises/labels";
import { listEnterpriseIds } from "../domain/enterprises/queries-list";
import { enterpriseListSchema } from "../domain/enterprises/schema";
import { listHeadcountIds, listHeadcountsByIds } from "../domain/headcounts/queries";
import { headcountListSchema, headcountParts } from "../domain/headcounts/schema";
import { listLeaseIds, listLeasesByIds } from "../domain/leases/queries";
import { leaseListSchema } from "../domain/leases/schema";
import { listProjectIds, listProjectsByIds } from "../domain/projects/queries";
import { projectListSchema } from "../domain/projects/schema";
import { availabilityLabel, unitUseLabels } from "../domain/units/labels";
import { listUnitIds, listUnitsByIds } from "../domain/units/queries-list";
import { unitListSchema } from "../domain/units/schema";
import type { Viewer } from "../platform/auth/viewer";
import type { CivilDate } from "../platform/dates/civil";
import { db } from "../platform/db/client";
import { countryName } from "../platform/i18n/countries";
import { nameOf } from "../platform/i18n/names";
import { inOrder } from "../platform/paging/in-order";
import { parseList } from "../platform/paging/list-params";
import { listStandingAgreements } from "./agreements/facts-standing";
import { listOwnColumns, ownWords } from "./facts-own";
import { findFirms } from "./facts-shared";
import { columnsOf } from "./fields";
import type { FirmFact } from "./firms/types";
import { partColumn } from "./headcounts/plan";
import type { ImportKind } from "./types";

/** As many of a list's rows as a grid opens with. */
export const STANDING_ROWS = 1_000;

type Record = { [field: string]: string | null | undefined };
type Say = (key: string) => string;
type Asked = {
  viewer: Viewer;
  values: { [name: string]: string };
  asOf: CivilDate;
  say: Say;
  /** Which rows, where the list is narrowed by what reports alone can tell. */
  ids?: string[];
};
type Standing = { total: number; records: Record[] };

/**
 * What a list shows, as a file of its kind would say it: brought in again it changes nothing. Lists of people have
 * none: their names are not opened by a grid.
 */
export async function listStandingRows(
  kind: ImportKind,
  asked: Asked,
): Promise<{ total: number; rows: string[][] }> {
  const { total, records } = await (standing[kind]?.(asked) ?? { total: 0, records: [] });
  const names = columnsOf(kind, await listOwnColumns(asked.viewer, kind)).map(({ name }) => name);
  return { total, rows: records.map((record) => names.map((name) => record[name] ?? "")) };
}

const standing: { [kind in ImportKind]?: (asked: Asked) => Promise<Standing> } = {
  agreements: (asked) => listStandingAgreements(asked, STANDING_ROWS),
  enterprises: async ({ viewer, values, asOf, say }) => {
    const custom = await getCustomAsk(viewer, "ENTERPRISE", values);
    const ids = await listEnterpriseIds(viewer, parseList(enterpriseListSchema, values), asOf, custom);
    const shown = ids.slice(0, STANDING_ROWS);
    const firms = inOrder(shown, await findFirms(db, viewer, shown));
    return {
      total: ids.length,
      records: firms.map((firm) => {
        const contact = firm.contacts.find(({ primary }) => primary) ?? firm.contacts[0];
        return {
          id: firm.id,
          ...toNamed(firm),
          country: firm.country && countryName(viewer.locale, firm.country),
          cluster: say(clusterLabel(firm.cluster)),
          sector_code: firm.sectorCode,
          contact_name: contact?.name,
          contact_phone: contact?.phone,
          contact_email: contact?.email,
          tags: firm.tags?.join(", "),
          ...ownWords(viewer.locale, custom.fields, firm.custom),
        };
      }),
    };
  },
  units: async ({ viewer, values, asOf, say }) => {
    const custom = await getCustomAsk(viewer, "UNIT", values);
    const ids = await listUnitIds(viewer, parseList(unitListSchema, values), asOf, custom);
    const units = await listUnitsByIds(viewer, ids.slice(0, STANDING_ROWS), asOf, custom);
    return {
      total: ids.length,
      records: units.map((unit) => ({
        park: unit.park.code,
        building: unit.building.code,
        floor: unit.floor,
        unit: unit.code,
        lettable_area: unit.area,
        use: say(unitUseLabels[unit.use]),
        availability: say(availabilityLabel(unit.availability)),
        shared: unit.shared ? say("imports.grid.yes") : say("imports.grid.no"),
        valid_from: unit.validFrom === "1900-01-01" ? "" : unit.validFrom,
        ...ownWords(viewer.locale, custom.fields, unit.custom),
      })),
    };
  },
  tenancies: async ({ viewer, values, asOf, say }) => {
    const ids = await listLeaseIds(viewer, parseList(leaseListSchema, values), asOf);
    const leases = await listLeasesByIds(viewer, ids.slice(0, STANDING_ROWS), asOf);
    return {
      total: ids.length,
      records: leases.flatMap((lease) =>
        lease.lines.map((line) => ({
          name_zh: lease.enterprise.nameZh,
          name_en: lease.enterprise.nameEn,
          park: lease.park.code,
          building: line.building.code,
          unit: line.unit,
          lease_no: lease.leaseNo,
          area: line.area,
          signed_on: lease.signedOn,
          starts_on: lease.startsOn,
          ends_on: lease.endsOn,
          moved_in_on: lease.movedInOn,
          terminated_on: lease.terminatedOn,
          moved_out_on: lease.movedOutOn,
          holdover: lease.holdover ? say("imports.grid.yes") : "",
        })),
      ),
    };
  },
  projects: async ({ viewer, values, say }) => {
    const custom = await getCustomAsk(viewer, "PROJECT", values);
    const ids = await listProjectIds(viewer, parseList(projectListSchema, values), custom);
    const projects = await listProjectsByIds(viewer, ids.slice(0, STANDING_ROWS), custom);
    return {
      total: ids.length,
      records: projects.map((project) => ({
        project_code: project.code,
        project_zh: project.titleZh,
        project_en: project.titleEn,
        cluster: say(clusterLabel(project.cluster)),
        park: project.park?.code,
        lead: project.lead && nameOf(viewer.locale, project.lead),
        tags: project.tags.join(", "),
        agreement_no: project.agreement?.code,
        started_on: project.startedOn,
        delivered_on: project.deliveredOn,
        ...ownWords(viewer.locale, custom.fields, project.custom),
      })),
    };
  },
  headcounts: async ({ viewer, values, asOf }) => {
    const ids = await listHeadcountIds(viewer, parseList(headcountListSchema, values), asOf);
    const headcounts = await listHeadcountsByIds(viewer, ids.slice(0, STANDING_ROWS));
    const firmIds = [...new Set(headcounts.map(({ enterprise }) => enterprise.id))];
    const firms = new Map((await findFirms(db, viewer, firmIds)).map((firm) => [firm.id, firm]));
    return {
      total: ids.length,
      records: headcounts.map(({ enterprise, park, on, total, ...parts }) => ({
        ...toNamed({ identifiers: [], ...enterprise, ...firms.get(enterprise.id) }),
        park: park.code,
        headcount_on: on,
        headcount: String(total),
        ...Object.fromEntries(headcountParts.map((part) => [partColumn(part), parts[part]?.toString()])),
      })),
    };
  },
};

/** Which firm a row means, by its names and its present numbers. */
function toNamed(firm: Pick<FirmFact, "nameZh" | "nameEn" | "identifiers">): Record {
  const number = (type: string) =>
    firm.identifiers.find((identifier) => identifier.type === type && !identifier.former)?.value;
  return { name_zh: firm.nameZh, name_en: firm.nameEn, uscc: number("USCC"), uen: number("UEN") };
}
