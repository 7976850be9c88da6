/** Vitest's global setup of the database tests: one server, one migrated template, cloned by each worker. */
import type { TestProject } from "vitest/node";
import { migrate } from "../platform/boot/migrate.mjs";
import { startTemporaryPostgres } from "./temporary-postgres.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    /** Address of the migrated template database. */
    templateUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const server = await startTemporaryPostgres("template");
  try {
    await migrate(server.url);
  } catch (error) {
    server.remove();
    throw error;
  }
  project.provide("templateUrl", server.url);
  return server.remove;
}
