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

/** Those that stand in the head of each page; what one was told stands behind the bell. */
export const portalRooms = (Object.keys(portalPlaces) as (keyof typeof portalPlaces)[]).filter(
  (place) => place !== "notifications",
);

export type PortalPlace = keyof typeof portalPlaces;
