import { beforeEach, expect, it } from "vitest";
import { createProjectSchema } from "@/lib/domain/projects/schema";
import { createProject } from "@/lib/domain/projects/service";
import { serve } from "@/lib/platform/api/route";
import { tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, system, unique } from "@/lib/testing/factories";
import { makeAgreement, makeMeeting } from "@/lib/testing/promise-factories";
import { agreements } from "./agreements";
import { rollUp } from "./meetings";

beforeEach(resetDatabase);

const ask = (token: string, query: string) =>
  new Request(`http://localhost/api/v1/x?${query}`, { headers: { authorization: `Bearer ${token}` } });
const read = async (token: string, id: string, query: string) => {
  const response = await serve(rollUp)(ask(token, query), { params: Promise.resolve({ id }) });
  const body = await response.json();
  if (response.ok) expect(rollUp.answer.parse(body)).toEqual(body);
  return { status: response.status, body };
};

it("answers what became of a session's agreements by a day, and its parts add up", async () => {
  const { id } = await makeMeeting();
  const active = await makeAgreement({ meetingId: id, code: "A" });
  await createProject(
    system,
    createProjectSchema.parse({
      ...{ code: unique("PR-"), titleEn: "P", agreementId: active.id, startedOn: "2023-01-01" },
    }),
  );
  await makeAgreement({ meetingId: id, code: "B", expiresOn: "2023-06-30" });
  await makeAgreement({ meetingId: id, code: "C" });
  await makeAgreement({ meetingId: id, code: "D", signedOn: "2023-12-01" });
  await makeAgreement({ code: "E" });
  const token = await tokenOf("MANAGER");
  const { body } = await read(token, id, "asOf=2023-10-31");
  // 3 signed by then = 1 active + 0 delivered + 1 lapsed + 1 silent + 0 in force
  expect(body).toMatchObject({
    ...{
      asOf: "2023-10-31",
      signed: 3,
      withActiveProjects: 1,
      delivered: 0,
      lapsed: 1,
      silent: 1,
      inForce: 0,
    },
    agreements: [
      { code: "A", state: "ACTIVE", projects: 1 },
      { code: "B", state: "LAPSED" },
      { code: "C", state: "SILENT", lastActivityOn: "2022-11-01" },
    ],
  });
  expect((await read(token, id, "asOf=2022-11-01")).body).toMatchObject({ signed: 3, inForce: 3 });
  expect((await read(token, crypto.randomUUID(), "")).status).toBe(404);
  expect((await read(token, id, "asOf=2022-02-30")).status).toBe(400);
  const firm = await tokenOf("ENTERPRISE", { enterpriseIds: [(await makeFirm()).id] });
  expect((await read(firm, id, "")).status).toBe(403);
});

it("lists agreements by state, country and session", async () => {
  const { id } = await makeMeeting();
  await makeAgreement({ code: "A", meetingId: id });
  await makeAgreement({ code: "B", signedOn: "2023-10-01", parties: [{ nameEn: "X", country: "JP" }] });
  const token = await tokenOf("OFFICER");
  const codes = async (query: string) => {
    const response = await serve(agreements)(ask(token, `asOf=2023-10-31&${query}`), {
      params: Promise.resolve({}),
    });
    return (await response.json()).items.map(({ code }: { code: string }) => code);
  };
  expect(await codes("agreementState=SILENT")).toEqual(["A"]);
  expect(await codes("country=JP")).toEqual(["B"]);
  expect(await codes(`meeting=${id}`)).toEqual(["A"]);
  expect(await codes("")).toEqual(["B", "A"]);
});
