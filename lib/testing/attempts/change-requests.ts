import {
  decideChangeRequestSchema,
  editAboutSchema,
  reportMeasurementSchema,
  reportMilestoneSchema,
  requestNamesSchema,
  requestQualificationSchema,
} from "@/lib/domain/change-requests/schema";
import {
  dropQualification,
  editFree,
  requestChange,
  requestQualification,
  resendChangeRequest,
  withdrawChangeRequest,
} from "@/lib/domain/change-requests/service";
import {
  acceptChangeRequests,
  assignChangeRequest,
  decideChangeRequest,
  sendBackChangeRequest,
} from "@/lib/domain/change-requests/service-decide";
import { reportMeasurement, reportMilestone } from "@/lib/domain/change-requests/service-reports";
import type { Viewer } from "@/lib/platform/auth/viewer";
import { openChangeSet } from "@/lib/platform/change-sets/open";
import { db } from "@/lib/platform/db/client";
import {
  attachPaper,
  makeCommitment,
  makeFirm,
  makeMilestone,
  makeProject,
  makeViewer,
  system,
  unique,
} from "../factories";
import type { Attempts } from "./types";

const version = 1;

/** The firm that somebody acts for, as it stands. */
async function firmOf(by: Viewer) {
  const id = by.enterpriseIds?.[0] ?? "";
  return db.enterprise.findUniqueOrThrow({ where: { id }, select: { id: true, version: true } });
}

/** Nothing of the firm is under way. */
async function settle(enterpriseId: string) {
  const live = { enterpriseId, state: { in: ["OPEN" as const, "RETURNED" as const] } };
  if ((await db.changeRequest.count({ where: live })) === 0) return;
  await openChangeSet(system, { verb: "change-requests.withdraw" }, (tx) =>
    tx.changeRequest.updateMany({ where: live, data: { state: "WITHDRAWN" } }),
  );
}

/** A request for another name, of somebody's firm or of a new one. */
async function newRequest(by?: Viewer) {
  const firm = by ? await firmOf(by) : { ...(await makeFirm()), version };
  await settle(firm.id);
  const asker = by ?? (await makeViewer("ENTERPRISE", { enterpriseIds: [firm.id] }));
  const input = { id: firm.id, version: firm.version, nameEn: unique("Renamed ") };
  return requestChange(asker, requestNamesSchema.parse(input));
}

const decision = { field: "nameEn", decision: "ACCEPTED" };

/** What firms ask for, and what the office does with it. */
export const changeRequestAttempts: Attempts = {
  editFree: {
    verb: "change-requests.editFree",
    prepare: async (by) => {
      const firm = await firmOf(by);
      return (viewer) => editFree(viewer, editAboutSchema.parse({ ...firm, website: "firm.example" }));
    },
  },
  requestChange: {
    verb: "change-requests.request",
    prepare: async (by) => {
      const firm = await firmOf(by);
      const input = requestNamesSchema.parse({ ...firm, nameEn: unique("Renamed ") });
      return (viewer) => requestChange(viewer, input);
    },
  },
  requestQualification: {
    verb: "change-requests.request",
    prepare: async (by) => {
      const firm = await firmOf(by);
      const attachmentId = await attachPaper({ enterpriseId: firm.id });
      const qualification = { title: unique("Licence "), attachmentId };
      const input = requestQualificationSchema.parse({ ...firm, qualification });
      return (viewer) => requestQualification(viewer, input);
    },
  },
  dropQualification: {
    verb: "change-requests.request",
    prepare: async (by) => {
      const firm = await firmOf(by);
      const { id } = await openChangeSet(system, { verb: "enterprises.update" }, (tx) =>
        tx.enterpriseQualification.create({ data: { enterpriseId: firm.id, title: unique("Licence ") } }),
      );
      return (viewer) => dropQualification(viewer, { ...firm, qualificationId: id, note: null });
    },
  },
  reportMilestone: {
    verb: "change-requests.report",
    prepare: async (by) => {
      const project = await makeProject({ leadId: (await firmOf(by)).id });
      const { id } = await makeMilestone({ projectId: project.id });
      const input = reportMilestoneSchema.parse({ id, version, forecastOn: "2022-07-31" });
      return (viewer) => reportMilestone(viewer, input);
    },
  },
  reportMeasurement: {
    verb: "change-requests.report",
    prepare: async (by) => {
      const { id } = await makeCommitment({ promisorId: (await firmOf(by)).id });
      const measured = { on: "2022-06-30", value: "120", source: "Our books" };
      const input = reportMeasurementSchema.parse({ id, version, ...measured });
      return (viewer) => reportMeasurement(viewer, input);
    },
  },
  resendChangeRequest: {
    verb: "change-requests.resend",
    prepare: async (by) => {
      const request = await newRequest(by);
      const returned = await sendBackChangeRequest(system, { ...request, comment: "Which one?" });
      return (viewer) => resendChangeRequest(viewer, { ...returned, note: null });
    },
  },
  withdrawChangeRequest: {
    verb: "change-requests.withdraw",
    prepare: async (by) => {
      const request = await newRequest(by);
      return (viewer) => withdrawChangeRequest(viewer, request);
    },
  },
  assignChangeRequest: {
    verb: "change-requests.assign",
    prepare: async (by) => {
      const request = await newRequest();
      return (viewer) => assignChangeRequest(viewer, { ...request, ownerId: by.userId });
    },
  },
  sendBackChangeRequest: {
    verb: "change-requests.sendBack",
    prepare: async () => {
      const request = await newRequest();
      return (viewer) => sendBackChangeRequest(viewer, { ...request, comment: "Which one?" });
    },
  },
  decideChangeRequest: {
    verb: "change-requests.decide",
    prepare: async () => {
      const input = decideChangeRequestSchema.parse({ ...(await newRequest()), decisions: [decision] });
      return (viewer) => decideChangeRequest(viewer, input);
    },
  },
  acceptChangeRequests: {
    verb: "change-requests.acceptMany",
    prepare: async () => {
      const { id, version } = await newRequest();
      return (viewer) => acceptChangeRequests(viewer, { requests: [{ id, version }] });
    },
  },
};
