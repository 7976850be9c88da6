/** Next calls this once as the app starts: the timetable of jobs. The sample zone stands still, in November 2022. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs" || process.env.TENANTRY_SAMPLE === "1") return;
  const { startSchedule } = await import("./lib/domain/jobs/service-schedule");
  startSchedule();
}
