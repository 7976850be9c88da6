import "server-only";
import { clusterLabel } from "../domain/enterprises/labels";
import { listEnterpriseIds } from "../domain/enterprises/queries-list";
import { enterpriseListSchema } from "../domain/enterprises/schema";
import { listLeaseIds, listLeasesByIds } from "../domain/leases/queries";
import { leaseListSchema } from "../domain/leases/schema";
import { listProjectIds, listProjectsByIds } from "../domain/projects/queries";
import { projectListSchema } from "../domain/projects/schema";
import { availabilityLabel, unitUseLabels } from "../domain/units/labels";
import { listUnitIds, listUnitsByIds } from "../domain/units/queries";
import { unitListSchema } from "../domain/units/schema";
import type { Viewer } from "../platform/auth/viewer";
import type { CivilDate } from "../platform/dates/civil";
import { db } from "../platform/db/client";
import { countryName } from "../platform/i18n/countries";
import { nameOf } from "../platform/i18n/names";
import { inOrder } from "../platform/paging/in-order";
import { parseList } from "../platform/paging/list-params";
import { findFirms } from "./facts-shared";
import { fieldsOf } from "./fields";
import type { ImportKind } from "./types";

/** As many of a list's rows as a grid opens with. */
export const STANDING_ROWS = 1_000;

type Record = { [field: string]: string | null | undefined };
type Say = (key: string) => string;
type Asked = { viewer: Viewer; values: { [name: string]: string }; asOf: CivilDate; say: Say };
type Standing = { total: number; records: Record[] };

/**
 * What a list shows, as a file of its kind would say it: brought in again it changes nothing. Kinds without a list
 * of their own have none.
 */
export async function listStandingRows(
  kind: ImportKind,
  asked: Asked,
): Promise<{ total: number; rows: string[][] }> {
  const { total, records } = await (standing[kind]?.(asked) ?? { total: 0, records: [] });
  const names = fieldsOf[kind].map(({ name }) => name);
  return { total, rows: records.map((record) => names.map((name) => record[name] ?? "")) };
}

const standing: { [kind in ImportKind]?: (asked: Asked) => Promise<Standing> } = {
  enterprises: async ({ viewer, values, asOf, say }) => {
    const ids = await listEnterpriseIds(viewer, parseList(enterpriseListSchema, values), asOf);
    const shown = ids.slice(0, STANDING_ROWS);
    const firms = inOrder(shown, await findFirms(db, viewer, shown));
    return {
      total: ids.length,
      records: firms.map((firm) => {
        const number = (type: string) =>
          firm.identifiers.find((identifier) => identifier.type === type && !identifier.former)?.value;
        const contact = firm.contacts.find(({ primary }) => primary) ?? firm.contacts[0];
        return {
          id: firm.id,
          name_zh: firm.nameZh,
          name_en: firm.nameEn,
          uscc: number("USCC"),
          uen: number("UEN"),
          country: firm.country && countryName(viewer.locale, firm.country),
          cluster: say(clusterLabel(firm.cluster)),
          sector_code: firm.sectorCode,
          contact_name: contact?.name,
          contact_phone: contact?.phone,
          contact_email: contact?.email,
        };
      }),
    };
  },
  units: async ({ viewer, values, asOf, say }) => {
    const ids = await listUnitIds(viewer, parseList(unitListSchema, values), asOf);
    const units = await listUnitsByIds(viewer, ids.slice(0, STANDING_ROWS), asOf);
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
    const ids = await listProjectIds(viewer, parseList(projectListSchema, values));
    const projects = await listProjectsByIds(viewer, ids.slice(0, STANDING_ROWS));
    return {
      total: ids.length,
      records: projects.map((project) => ({
        project_code: project.code,
        project_zh: project.titleZh,
        project_en: project.titleEn,
        cluster: say(clusterLabel(project.cluster)),
        park: project.park?.code,
        lead: project.lead && nameOf(viewer.locale, project.lead),
      })),
    };
  },
};
