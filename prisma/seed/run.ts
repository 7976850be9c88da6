import { closeDb, db } from "@/lib/platform/db/client";
import { loadActionItems } from "./action-items";
import { loadAgreements } from "./agreements";
import { loadChangeRequests } from "./change-requests";
import { loadClaims } from "./claims";
import { loadCommitments } from "./commitments";
import { loadCouncil } from "./council";
import { loadFirms } from "./firms";
import { loadInstruments } from "./instruments";
import { loadNotices } from "./notices";
import { loadPeople } from "./people";
import { loadPlaces } from "./places";
import { loadPolicies } from "./policies";
import { loadProgrammes } from "./programmes";
import { loadProjectRecords } from "./project-records";
import { loadProjects } from "./projects";
import { createRandom } from "./random";
import { loadRegisteredOnly } from "./registered";
import { loadReturns } from "./returns";
import { loadRosters } from "./rosters";
import { loadSignIns } from "./sign-ins";
import { loadTenants } from "./tenants";
import { loadViews } from "./views";
import { say } from "./write";
import { loadZone } from "./zone";

/** What the files before have loaded, by code. */
async function listLoaded() {
  const byCode = (rows: { id: string; code: string }[]) => new Map(rows.map(({ id, code }) => [code, id]));
  const select = { id: true, code: true };
  const [projects, agreements, programmes] = await Promise.all([
    db.project.findMany({ select }),
    db.agreement.findMany({ select }),
    db.programme.findMany({ select }),
  ]);
  return {
    projects: byCode(projects),
    agreements: byCode(agreements),
    programmes: byCode(programmes),
  };
}

/**
 * The sample zone: the organisations and figures reported in November 2022, and around them firms, people and
 * leases that are made up, the same at every load. Running it twice loads it once; a load that was cut off is
 * refused rather than doubled.
 */
async function main(): Promise<void> {
  if ((await db.user.count()) > 0) return say("  The sample zone is there already.");
  if ((await db.park.count()) > 0) {
    throw new Error(
      "An earlier load was cut off. Remove the data folder (or empty the database) and start again.",
    );
  }
  const random = createRandom(20221101);
  await loadPlaces(random);
  await loadZone();
  const parks = new Map(
    (await db.park.findMany({ select: { id: true, code: true } })).map((park) => [park.code, park.id]),
  );
  const { named, firms } = await loadFirms(random, parks);
  await loadRegisteredOnly(parks);
  await loadTenants(firms, random);
  await loadPeople(random);
  await loadRosters(firms);
  const council = await loadCouncil();
  const kept = await loadAgreements(firms, named, council);
  await loadProjects(firms, named, parks, random, kept);
  await loadProjectRecords(firms);
  const signed = (await listLoaded()).agreements;
  await loadProgrammes(named, signed.get("NUS-INSTITUTE"));
  await loadInstruments(signed.get("SGX-MOU"));
  await loadPolicies(named);
  await loadCommitments({ named, firms, ...(await listLoaded()) });
  await loadClaims(parks);
  const people = await loadSignIns(firms, process.env.SIGN_INS_FILE);
  await loadActionItems(council, people.get("OFFICER"));
  await loadChangeRequests(firms, people.get("ENTERPRISE"));
  await loadReturns(people.get("OFFICER"), firms[1]?.id);
  await loadViews(people.get("OFFICER"));
  await loadNotices(people.get("ENTERPRISE"));
}

main()
  .catch((error: Error) => {
    process.stderr.write(`${error.stack}\n`);
    process.exitCode = 1;
  })
  .finally(closeDb);
