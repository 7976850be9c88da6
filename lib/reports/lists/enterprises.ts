import "server-only";
import { clusterLabel, stageLabel } from "@/lib/domain/enterprises/labels";
import {
  type EnterpriseListItem,
  listEnterpriseIds,
  listEnterprisesByIds,
} from "@/lib/domain/enterprises/queries-list";
import { enterpriseListSchema } from "@/lib/domain/enterprises/schema";
import { countryName } from "@/lib/platform/i18n/countries";
import { nameOf } from "@/lib/platform/i18n/names";
import { parseList } from "@/lib/platform/paging/list-params";
import type { ListFile } from "./serve";

export const enterpriseFile: ListFile<EnterpriseListItem> = {
  title: "enterprises.title",
  ids: ({ viewer, values, asOf }) => listEnterpriseIds(viewer, parseList(enterpriseListSchema, values), asOf),
  rows: ({ viewer, values, asOf }, ids) =>
    listEnterprisesByIds(viewer, ids, parseList(enterpriseListSchema, values), asOf),
  columns: () => [
    {
      key: "name",
      header: "enterprises.name",
      kind: "TEXT",
      value: (firm, locale) => nameOf(locale, firm),
    },
    {
      key: "identifier",
      header: "enterprises.identifierLabel",
      kind: "TEXT",
      value: (firm) => firm.identifier?.value ?? null,
    },
    {
      key: "cluster",
      header: "enterprises.clusterLabel",
      kind: "LABEL",
      value: (firm) => clusterLabel(firm.cluster),
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
    },
    { key: "parks", header: "enterprises.parks", kind: "TEXT", value: (firm) => firm.parks.join(", ") },
    { key: "area", header: "enterprises.area", kind: "AREA", value: (firm) => firm.area },
    { key: "people", header: "enterprises.people", kind: "COUNT", value: (firm) => firm.people },
  ],
};
