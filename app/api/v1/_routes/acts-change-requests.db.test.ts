import { beforeEach, expect, it } from "vitest";
import { requestNamesSchema } from "@/lib/domain/change-requests/schema";
import { requestChange } from "@/lib/domain/change-requests/service";
import { serve } from "@/lib/platform/api/route";
import { ifMatch, send, tokenOf } from "@/lib/testing/api-requests";
import { resetDatabase } from "@/lib/testing/database";
import { makeFirm, makeViewer } from "@/lib/testing/factories";
import { changeRequestActs } from "./acts-change-requests";
import { changeRequests } from "./change-requests";

beforeEach(resetDatabase);

it("lists, gives, sends back and decides what a firm asks for, at the version that was seen", async () => {
  const firm = await makeFirm({ nameEn: "Star 3D Ltd" });
  const person = await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] });
  const ask = (nameEn: string) =>
    requestChange(person, requestNamesSchema.parse({ id: firm.id, version: 1, nameEn, shortName: "Star" }));
  const { id } = await ask("Star Oral");
  const token = await tokenOf("OFFICER");
  const asking = new Request("http://localhost/api/v1/change-requests?requestState=OPEN", {
    headers: { authorization: `Bearer ${token}` },
  });
  const listed = await serve(changeRequests)(asking, { params: Promise.resolve({}) });
  expect(await listed.json()).toMatchObject({
    items: [{ id, subject: "FIRM", fields: ["nameEn", "shortName"], askedBy: person.name, days: 0 }],
  });
  const done = new Set<string>();
  const post = async (act: string, version: number, body: object) => {
    done.add(act);
    const answer = await send(act, token, { params: { id }, body, headers: ifMatch(version) });
    return { ...answer.body, status: answer.status };
  };
  expect(await post("assignChangeRequest", 1, { ownerId: "" })).toMatchObject({ status: 200, version: 2 });
  const back = await post("sendBackChangeRequest", 2, { comment: "As on the licence" });
  expect(back).toMatchObject({ status: 200, state: "RETURNED", comment: "As on the licence" });
  await ask("Star Oral Ltd");
  const decisions = [
    { field: "nameEn", decision: "ACCEPTED" },
    { field: "shortName", decision: "REFUSED", comment: "Taken" },
  ];
  expect(await post("decideChangeRequest", 3, { decisions })).toMatchObject({ status: 412 });
  expect(await post("decideChangeRequest", 4, { decisions })).toMatchObject({
    ...{ status: 200, state: "DECIDED", version: 5 },
    fields: [
      { field: "nameEn", before: "Star 3D Ltd", after: "Star Oral Ltd", decision: "ACCEPTED" },
      { field: "shortName", decision: "REFUSED", comment: "Taken" },
    ],
  });
  expect([...done].sort()).toEqual(Object.keys(changeRequestActs).sort());
});
