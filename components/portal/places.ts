/** The rooms of the firm's portal, in their order. */
export const portalPlaces = {
  home: "/portal",
  returns: "/portal/returns",
  profile: "/portal/profile",
  space: "/portal/space",
  people: "/portal/people",
  projects: "/portal/projects",
  promises: "/portal/promises",
  users: "/portal/users",
  notifications: "/portal/notifications",
} as const;

export type PortalPlace = keyof typeof portalPlaces;
