import "server-only";
import { getCustomAsk } from "@/lib/domain/custom-fields/queries";
import { clusterLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import {
  type EnterpriseListItem,
  listEnterpriseIds,
  listEnterprisesByIds,
} from "@/lib/domain/enterprises/queries-list";
import { enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf, otherNameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import { customColumns } from "./custom";
import type { List } from "./list";

export const enterpriseList: List<EnterpriseListItem> = {
  noun: "enterprises",
  title: "enterprises.title",
  href: (firm) => `/enterprises/${firm.id}`,
  ids: async ({ viewer, values, asOf }) => {
    const custom = await getCustomAsk(viewer, "ENTERPRISE", values);
    return listEnterpriseIds(viewer, parseList(enterpriseListSchema, values), asOf, custom);
  },
  rows: async ({ viewer, values, asOf }, ids) => {
    const custom = await getCustomAsk(viewer, "ENTERPRISE", values);
    return listEnterprisesByIds(viewer, ids, parseList(enterpriseListSchema, values), asOf, custom);
  },
  columns: async ({ viewer, locale }) => [
    {
      key: "name",
      header: "enterprises.name",
      kind: "TEXT",
      value: (firm, locale) => nameOf(locale, firm),
      sort: "name",
      wrap: true,
    },
    {
      key: "identifier",
      header: "enterprises.identifierLabel",
      kind: "TEXT",
      value: (firm) => firm.identifier?.value ?? null,
      tabular: true,
    },
    {
      key: "cluster",
      header: "enterprises.clusterLabel",
      kind: "LABEL",
      value: (firm) => clusterLabel(firm.cluster),
      sort: "cluster",
    },
    {
      key: "country",
      header: "enterprises.countryLabel",
      kind: "TEXT",
      value: (firm, locale) => countryName(locale, firm.country),
    },
    {
      key: "stage",
      header: "enterprises.stageLabel",
      kind: "LABEL",
      value: (firm) => stageLabel(firm.stage),
      sort: "stage",
    },
    { key: "parks", header: "enterprises.parks", kind: "TEXT", value: (firm) => firm.parks.join(", ") },
    { key: "area", header: "enterprises.area", kind: "AREA", value: (firm) => firm.area },
    { key: "people", header: "enterprises.people", kind: "COUNT", value: (firm) => firm.people },
    {
      key: "tags",
      header: "enterprises.tags",
      kind: "TEXT",
      hidden: true,
      value: (firm) => firm.tags.join(", "),
      wrap: true,
    },
    {
      key: "otherName",
      header: "enterprises.otherName",
      kind: "TEXT",
      hidden: true,
      value: (firm, locale) => otherNameOf(locale, firm),
      wrap: true,
    },
    {
      key: "shortName",
      header: "enterprises.shortName",
      kind: "TEXT",
      hidden: true,
      value: (firm) => firm.shortName,
    },
    {
      key: "owner",
      header: "enterprises.owner",
      kind: "TEXT",
      hidden: true,
      value: (firm) => firm.owner,
    },
    {
      key: "sectorCode",
      header: "enterprises.sectorCode",
      kind: "TEXT",
      hidden: true,
      value: (firm) => firm.sectorCode,
    },
    {
      key: "ultimateParent",
      header: "enterprises.ultimateParent",
      kind: "TEXT",
      hidden: true,
      value: (firm) => firm.ultimateParent,
      wrap: true,
    },
    ...(await customColumns<EnterpriseListItem>(viewer, "ENTERPRISE", locale)),
  ],
};
