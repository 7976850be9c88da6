/** The places of the left rail, in their order. A role sees some of them; `settings` stands below. */
export const places = {
  home: "/",
  parks: "/parks",
  enterprises: "/enterprises",
  leases: "/leases",
  projects: "/projects",
  reports: "/reports",
  imports: "/imports",
  settings: "/settings",
} as const;

export type Place = keyof typeof places;
