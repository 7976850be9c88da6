import { randomUUID } from "node:crypto";
import {
  chooseColumnsSchema,
  createViewSchema,
  deleteViewSchema,
  redrawViewSchema,
  updateViewSchema,
} from "@/lib/domain/views/schema";
import { chooseColumns, createView, deleteView, redrawView, updateView } from "@/lib/domain/views/service";
import type { Viewer } from "@/lib/platform/auth/viewer";
import type { Attempts } from "./types";

const nameOf = (what: string) => `${what} ${randomUUID()}`;
const newView = () =>
  createViewSchema.parse({ list: "leases", name: nameOf("View"), query: "status=EXPIRING" });

/** A view of whoever tries. Of an administrator's own it is shared, so that others could reach it. */
async function kept(by: Viewer) {
  const { id, version } = await createView(by, { ...newView(), shared: by.enterpriseIds === null });
  return { id, version };
}

/** The services of views. */
export const viewAttempts: Attempts = {
  createView: {
    verb: "views.create",
    prepare: async () => (viewer) => createView(viewer, newView()),
  },
  updateView: {
    verb: "views.update",
    prepare: async (by) => {
      const input = updateViewSchema.parse({ ...(await kept(by)), name: nameOf("Renamed") });
      return (viewer) => updateView(viewer, input);
    },
  },
  redrawView: {
    verb: "views.update",
    prepare: async (by) => {
      const input = redrawViewSchema.parse({ ...(await kept(by)), query: "sort=endsOn" });
      return (viewer) => redrawView(viewer, input);
    },
  },
  deleteView: {
    verb: "views.delete",
    prepare: async (by) => {
      const input = deleteViewSchema.parse(await kept(by));
      return (viewer) => deleteView(viewer, input);
    },
  },
  chooseColumns: {
    verb: "views.choose",
    prepare: async () => (viewer) =>
      chooseColumns(viewer, chooseColumnsSchema.parse({ list: "leases", columns: "leaseNo,area" })),
  },
};
