/** The places of the left rail, in their order. A role sees some of them; `settings` stands below. */
export const places = {
  home: "/",
  parks: "/parks",
  enterprises: "/enterprises",
  leases: "/leases",
  promises: "/reports/promises",
  agreements: "/agreements",
  projects: "/projects",
  returns: "/return-rounds",
  reports: "/reports",
  imports: "/imports",
  settings: "/settings",
} as const;

/** Where else a place's link is the current one. */
export const belongs: Partial<Record<keyof typeof places, readonly string[]>> = {
  promises: [
    "/action-items",
    "/agreements",
    "/claims",
    "/commitments",
    "/instruments",
    "/meetings",
    "/policies",
    "/programmes",
    "/rates",
  ],
  enterprises: ["/change-requests", "/memberships"],
  returns: ["/return-forms", "/returns"],
};

export type Place = keyof typeof places;
