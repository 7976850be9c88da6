import { defineConfig } from "prisma/config";

/** Run Prisma with `npm run prisma -- …`: it finds the schema engine and, if DATABASE_URL is unset, a database. */
export default defineConfig({
  schema: "prisma",
  migrations: {
    path: "prisma/migrations",
    seed: "node --conditions=react-server --import tsx prisma/seed/run.ts",
  },
  datasource: { url: process.env.DATABASE_URL ?? "" },
});
