import { join } from "node:path";

/** Next as it comes. */
export default {
  turbopack: { root: join(import.meta.dirname, "../..") },
  serverExternalPackages: ["pg"],
};
