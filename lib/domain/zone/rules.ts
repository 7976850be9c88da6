/** The id of the one zone that there can be; the database refuses every other. */
export const ZONE_ID = "00000000-0000-7000-8000-000000000001";

/** The version of a zone that nobody has set: there is no row, and whoever sets it makes the first. */
export const UNSET = 0;
