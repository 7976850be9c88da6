/** How Prisma's CLI is run; by itself it would download an engine, and report on itself. */
import { join } from "node:path";
import { root } from "./paths.mjs";

/** Stands in for the native engine. */
export const schemaEngine = join(root, "lib/platform/boot/schema-engine.mjs");

export const prismaEnv = {
  PRISMA_SCHEMA_ENGINE_BINARY: schemaEngine,
  CHECKPOINT_DISABLE: "1",
  PRISMA_HIDE_UPDATE_MESSAGE: "1",
};

/** The CLI's script, to be run by this Node. */
export const prismaCli = join(root, "node_modules/prisma/build/index.js");
