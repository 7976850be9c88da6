import { beforeEach, describe, expect, it } from "vitest";
import { importKinds } from "@/lib/domain/imports/schema";
import { moveInLease } from "@/lib/domain/leases/service-verbs";
import { createToken } from "@/lib/domain/tokens/service";
import { fieldsOf } from "@/lib/imports/fields";
import { readTable } from "@/lib/imports/read-file";
import { bringIn, commit } from "@/lib/imports/run";
import { templateWorkbook } from "@/lib/imports/template";
import { toCivil } from "@/lib/platform/dates/civil";
import { db } from "@/lib/platform/db/client";
import { readWorkbook } from "@/lib/platform/files/read-xlsx";
import { MAX_FILE } from "@/lib/platform/files/upload";
import { resetDatabase } from "@/lib/testing/database";
import { makePark, makeUnit, makeViewer, system } from "@/lib/testing/factories";
import { GET as getErrors } from "./[id]/errors.xlsx/route";
import { POST as undoImport } from "./[id]/undo/route";
import { POST } from "./route";

beforeEach(resetDatabase);

const address = "http://localhost/api/v1/imports";

async function tokenOf(role: "OFFICER" | "MANAGER"): Promise<string> {
  const admin = await makeViewer("ADMIN");
  const { token } = await createToken(admin, { name: "script", mayWrite: true, role });
  return token;
}

const post = (query: string, token: string, text: string) => {
  const body = new FormData();
  body.set("file", new File([text], "tenancies.csv"));
  const headers = { authorization: `Bearer ${token}` };
  return POST(new Request(`${address}?${query}`, { method: "POST", headers, body }));
};

describe("files by the API", () => {
  it("answers what a file would do, then does it, and gives back the rows with errors", async () => {
    const token = await tokenOf("OFFICER");
    const park = await makePark();
    const unit = await makeUnit(park);
    const text = [
      "企业名称,园区,楼栋,房号,合同编号,起租日期,到期日期",
      `狮城,${park.code},A,${unit.code},HT-1,2022-01-01,2022-12-31`,
      `=HYPERLINK("http://x"),${park.code},A,nowhere,HT-2,2022-01-01,2022-12-31`,
    ].join("\n");
    const dry = await post("kind=tenancies&dryRun=true", token, text);
    expect(dry.status).toBe(200);
    const answer = await dry.json();
    expect(answer).toMatchObject({ rows: 2, created: 1, updated: 0, unchanged: 0, duplicates: 0 });
    expect(answer.errors[0]).toMatchObject({ row: 3, column: "企业名称", code: "FORMULA" });
    expect(answer.errors[1].message.zh).toContain("没有房号 nowhere");
    expect(await db.lease.count()).toBe(0);

    const done = await (await post("kind=tenancies&dryRun=false", token, text)).json();
    expect(done).toMatchObject({ rows: 2, created: 1 });
    expect(await db.lease.count()).toBe(1);

    const request = new Request(address, { headers: { authorization: `Bearer ${token}` } });
    const undo = (id: string, by: string) => {
      const headers = { authorization: `Bearer ${by}` };
      return undoImport(new Request(address, { method: "POST", headers }), {
        params: Promise.resolve({ id }),
      });
    };
    expect((await undo(answer.id, token)).status).toBe(409);
    expect((await undo(done.id, await tokenOf("MANAGER"))).status).toBe(403);
    const file = await getErrors(request, { params: Promise.resolve({ id: done.id }) });
    const bytes = Buffer.from(await file.arrayBuffer());
    const [sheet] = await readWorkbook(bytes, { rows: 10 });
    expect(sheet?.rows[1]?.cells[0]).toBe(`'=HYPERLINK("http://x")`);
    const again = await readTable("tenancies", bytes);
    expect(again.rows[0]?.cells.slice(1, 5)).toEqual([park.code, "A", "nowhere", "HT-2"]);

    const undone = await undo(done.id, token);
    expect([undone.status, (await undone.json()).kept, await db.lease.count()]).toEqual([200, 0, 0]);
    expect((await undo(done.id, token)).status).toBe(409);
  });

  it("takes an import back once for its key, and tells the same again", async () => {
    const token = await tokenOf("OFFICER");
    const park = await makePark();
    const text = (await Promise.all(["U1", "U2"].map(() => makeUnit(park)))).map(
      (unit, i) => `狮城${i},${park.code},A,${unit.code},HT-${i},2022-01-01,2022-12-31`,
    );
    const head = "企业名称,园区,楼栋,房号,合同编号,起租日期,到期日期";
    const done = await (await post("kind=tenancies", token, [head, ...text].join("\n"))).json();
    const [kept] = await db.lease.findMany({ where: { leaseNo: "HT-0" } });
    await moveInLease(system, {
      id: kept?.id ?? "",
      version: 1,
      movedInOn: toCivil("2022-02-01"),
    });
    const undo = (key: string) => {
      const headers = { authorization: `Bearer ${token}`, "idempotency-key": key };
      return undoImport(new Request(address, { method: "POST", headers }), {
        params: Promise.resolve({ id: done.id }),
      });
    };
    const [first, again, other] = [await undo("a"), await undo("a"), await undo("b")];
    expect([first.status, again.status, other.status]).toEqual([200, 200, 409]);
    const answer = await first.json();
    // The lease that was touched since, and the firm that it needs, stay. The other two go back, and so do the
    // import itself, which may be committed again, and the memory of its columns.
    expect(answer).toMatchObject({ undone: 4, kept: 2 });
    expect([...answer.names].sort()).toEqual(["HT-0", "狮城0"]);
    expect(await again.json()).toEqual(answer);
    expect(again.headers.get("idempotency-replayed")).toBe("true");
    expect(await db.lease.count()).toBe(1);
  });

  it("refuses in problem JSON: a role, a kind, no file, a body that says it is too large", async () => {
    const [officer, manager] = [await tokenOf("OFFICER"), await tokenOf("MANAGER")];
    expect((await post("kind=units", manager, "park,unit\nA,1")).status).toBe(403);
    expect((await post("kind=else", officer, "park,unit\nA,1")).status).toBe(400);
    expect((await post("kind=units", "tnt_wrong", "park,unit\nA,1")).status).toBe(401);
    const headers = { authorization: `Bearer ${officer}`, "content-type": "multipart/form-data; boundary=x" };
    const large = new Request(`${address}?kind=units`, {
      method: "POST",
      headers: { ...headers, "content-length": String(4 * MAX_FILE) },
      body: "--x--",
    });
    const refused = await POST(large);
    expect(refused.status).toBe(413);
    expect(refused.headers.get("content-type")).toContain("problem+json");
    expect(await refused.json()).toMatchObject({ status: 413, errors: [{ field: "file" }] });
  });

  it("stops reading a body that grows too large", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        controller.enqueue(new Uint8Array(1024 * 1024));
        if (sent === 200) controller.close();
      },
    });
    const headers = {
      authorization: `Bearer ${await tokenOf("OFFICER")}`,
      "content-type": "multipart/form-data; boundary=x",
    };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    expect((await POST(new Request(`${address}?kind=units`, init))).status).toBe(413);
    expect(sent).toBeLessThan(60);
  });
});

describe("templates", () => {
  it.each(["en", "zh"] as const)("in %s are read with every column recognised", async (locale) => {
    for (const kind of importKinds) {
      const response = await templateWorkbook(system, kind, locale);
      const table = await readTable(kind, Buffer.from(await response.arrayBuffer()));
      const headers = fieldsOf[kind].map(({ name, zh }) => (locale === "zh" ? zh : name));
      expect(table).toMatchObject({ headers, rows: [] });
      const result = await bringIn(system, kind, {
        name: "template.xlsx",
        bytes: Buffer.from(await (await templateWorkbook(system, kind, locale)).arrayBuffer()),
      });
      expect(Object.keys(result.file.mapping)).toHaveLength(headers.length);
      expect((await commit(system, result.id)).counts.rows).toBe(0);
    }
  });
});
