import { createCustomFieldSchema, updateCustomFieldSchema } from "@/lib/domain/custom-fields/schema";
import {
  createCustomField,
  deleteCustomField,
  restoreCustomField,
  retireCustomField,
  updateCustomField,
} from "@/lib/domain/custom-fields/service";
import { system, unique } from "../factories";
import type { Attempts } from "./types";

const fields = () => ({ type: "TEXT", labelEn: unique("Field ") });
const input = () => createCustomFieldSchema.parse({ subject: "PROJECT", ...fields() });
const made = () => createCustomField(system, input());

/** The services of custom fields. */
export const customFieldAttempts: Attempts = {
  createCustomField: {
    verb: "custom-fields.create",
    prepare: async () => (viewer) => createCustomField(viewer, input()),
  },
  updateCustomField: {
    verb: "custom-fields.update",
    prepare: async () => {
      const { id, version } = await made();
      return (viewer) =>
        updateCustomField(viewer, updateCustomFieldSchema.parse({ id, version, ...fields() }));
    },
  },
  retireCustomField: {
    verb: "custom-fields.retire",
    prepare: async () => {
      const { id, version } = await made();
      return (viewer) => retireCustomField(viewer, { id, version });
    },
  },
  restoreCustomField: {
    verb: "custom-fields.restore",
    prepare: async () => {
      const { id, version } = await retireCustomField(system, await made());
      return (viewer) => restoreCustomField(viewer, { id, version });
    },
  },
  deleteCustomField: {
    verb: "custom-fields.delete",
    prepare: async () => {
      const { id, version } = await made();
      return (viewer) => deleteCustomField(viewer, { id, version });
    },
  },
};
