/** The built app with the sample zone, for the browser tests of a run. */
import { onExit } from "../platform/boot/shutdown.mjs";
import { spawnApp } from "./spawned-app.mjs";

/**
 * Serves until this process ends.
 * @returns {Promise<{ baseUrl: string, signInsFile: string }>}
 */
export async function startServedApp() {
  const app = await spawnApp();
  onExit(app.stop); // at once, since the run may be interrupted while the sample loads
  app.output.pipe(process.stdout);
  await app.ready();
  return app;
}
