import type { APIRequestContext } from "@playwright/test";

export type Sample = Record<string, string>;

/** Ids of the sample's own records, all of the firm that the sample's enterprise user acts for. */
export async function findSample(admin: APIRequestContext, firm: APIRequestContext): Promise<Sample> {
  const first = async (request: APIRequestContext, path: string) =>
    (await (await request.get(path)).json()).items[0];
  const enterprise = await first(firm, "/api/v1/enterprises");
  const lease = await first(firm, "/api/v1/leases");
  const unit = await first(firm, "/api/v1/units");
  const project = await first(firm, "/api/v1/projects");
  const park = await first(admin, "/api/v1/parks");
  const building = await first(admin, "/api/v1/buildings");
  const agreement = await first(firm, "/api/v1/agreements");
  const meeting = await first(admin, "/api/v1/meetings");
  const actionItem = await first(admin, "/api/v1/action-items?itemState=LIVE");
  const find = async (path: string, pattern: RegExp) => {
    const html = await (await admin.get(path)).text();
    const found = pattern.exec(html)?.[1];
    if (!found) throw new Error(`${path} shows no ${pattern}`);
    return found;
  };
  const projectId =
    project.id ?? (await find(`/projects?query=${project.code}`, /\/projects\/([0-9a-f-]{36})/));
  const [commitment] = await (await firm.get("/api/v1/commitments")).json();
  const promised = await (await admin.get(`/api/v1/commitments/${commitment.code}`)).json();
  const recordsAt = `/api/v1/projects/${project.code}/records`;
  const records = await (await admin.get(recordsAt)).json();
  const csv = {
    name: "units.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("park,building,floor,unit,lettable_area\nX,Y,1,101,many\n"),
  };
  const imported = await admin.post("/api/v1/imports?kind=units&dryRun=true", { multipart: { file: csv } });
  const paper = {
    name: "licence.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.7\n".padEnd(200)),
  };
  const attached = await admin.post(`/attachments/upload/enterprises/${enterprise.id}`, {
    headers: { accept: "application/json" },
    multipart: { kind: "LICENCE", file: paper },
  });
  const whole = await (await firm.get(`/api/v1/enterprises/${enterprise.id}`)).json();
  const asked = await first(firm, "/api/v1/change-requests?requestState=OPEN&subject=FIRM");
  return {
    // The sample gives it this id.
    ownEdit: "01843000-0000-7000-8000-000000000001",
    joinRequest: await find("/memberships", /\/memberships\/([0-9a-f-]{36})/),
    request: asked.id,
    qualification: whole.qualifications[0].id,
    import: (await imported.json()).id,
    attachment: (await attached.json()).ids[0],
    enterprise: enterprise.id,
    enterpriseName: enterprise.nameZh ?? enterprise.nameEn,
    lease: lease.id,
    leaseNo: lease.leaseNo,
    unit: unit.id,
    project: projectId,
    projectCode: project.code,
    park: park.id,
    building: building.id,
    agreement: agreement.id,
    meeting: meeting.id,
    series: meeting.seriesId,
    actionItem: actionItem.id,
    customField: await find("/custom-fields", /\/custom-fields\/([0-9a-f-]{36})/),
    headcount: await find(`/enterprises/${enterprise.id}/people`, /\/headcounts\/([0-9a-f-]{36})\/edit/),
    employee: await find(`/employees?enterprise=${enterprise.id}`, /\/employees\/([0-9a-f-]{36})/),
    entry: records.register[0].id,
    amount: records.amounts[0].id,
    commitment: commitment.id,
    commitmentCode: commitment.code,
    measurement: promised.measurements[0].id,
    claim: (await first(admin, "/api/v1/claims")).id,
    unsigned: (await first(admin, "/api/v1/claims?signed=no")).id,
    policy: (await first(admin, "/api/v1/policies")).id,
    rate: (await first(admin, "/api/v1/rates")).id,
    instrument: (await first(admin, "/api/v1/instruments")).id,
    programme: (await first(admin, "/api/v1/programmes")).id,
    returnForm: (await first(admin, "/api/v1/return-forms?query=PARK-Q")).id,
    openForm: (await first(admin, "/api/v1/return-forms?query=PARK-Y")).id,
    returnRound: (await first(admin, "/api/v1/return-rounds?roundState=OPEN")).id,
    plannedRound: (await first(admin, "/api/v1/return-rounds?roundState=PLANNED")).id,
    // The one of the sample's own firm: it may be filled in, whatever the day.
    return: (await first(firm, "/api/v1/returns")).id,
    submitted: (await first(admin, "/api/v1/returns?returnState=SUBMITTED")).id,
    milestone: await find(`/projects/${projectId}`, /\/milestones\/([0-9a-f-]{36})\//),
    mail: await find("/mails", /\/mails\/([0-9a-f-]{36})/),
    view: await find("/leases", /view=([0-9a-f-]{36})/),
    user: await find("/users", /\/users\/([0-9a-f-]{36})/),
  };
}

export function fill(path: string, sample: Sample): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => sample[name] ?? name);
}
