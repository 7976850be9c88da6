const MINUTE_MS = 60_000;

/**
 * Next calls this once as the app starts: the timetable of jobs. The first look is a minute after the start, and what
 * it needs is loaded then, so that no start waits for it. The sample zone stands still, in November 2022.
 */
export function register(): void {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.TENANTRY_SAMPLE === "1") return;
  setInterval(() => {
    void import("./lib/domain/jobs/service-schedule").then(({ lookAtSchedule }) => lookAtSchedule());
  }, MINUTE_MS).unref();
}
