/** Counts that a run may not have: each job counts its own, and one of long ago fewer. */
export const noCounts = {
  ...{ people: 0, firms: 0, files: 0, reminded: 0, owners: 0, mails: 0, notices: 0 },
  ...{ sent: 0, later: 0, failed: 0, kept: 0, due: 0 },
};
