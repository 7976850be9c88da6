"use server";
import { defineAction } from "@/lib/platform/action/define";
import {
  acceptChangeRequestsSchema,
  assignChangeRequestSchema,
  decideFormSchema,
  dropQualificationSchema,
  editAboutSchema,
  editContactsSchema,
  reportMeasurementSchema,
  reportMilestoneSchema,
  requestBusinessSchema,
  requestIdentifiersSchema,
  requestNamesSchema,
  requestQualificationSchema,
  resendChangeRequestSchema,
  sendBackChangeRequestSchema,
  withdrawChangeRequestSchema,
} from "./schema";
import {
  dropQualification,
  editFree,
  requestChange,
  requestQualification,
  resendChangeRequest,
  withdrawChangeRequest,
} from "./service";
import {
  acceptChangeRequests,
  assignChangeRequest,
  decideChangeRequest,
  sendBackChangeRequest,
} from "./service-decide";
import { reportMeasurement, reportMilestone } from "./service-reports";

export const editContactsAction = defineAction(editContactsSchema, editFree);
export const editAboutAction = defineAction(editAboutSchema, editFree);
export const requestNamesAction = defineAction(requestNamesSchema, requestChange);
export const requestIdentifiersAction = defineAction(requestIdentifiersSchema, requestChange);
export const requestBusinessAction = defineAction(requestBusinessSchema, requestChange);
export const requestQualificationAction = defineAction(requestQualificationSchema, requestQualification);
export const dropQualificationAction = defineAction(dropQualificationSchema, dropQualification);
export const reportMilestoneAction = defineAction(reportMilestoneSchema, reportMilestone);
export const reportMeasurementAction = defineAction(reportMeasurementSchema, reportMeasurement);
export const resendChangeRequestAction = defineAction(resendChangeRequestSchema, resendChangeRequest);
export const withdrawChangeRequestAction = defineAction(withdrawChangeRequestSchema, withdrawChangeRequest);
export const assignChangeRequestAction = defineAction(assignChangeRequestSchema, assignChangeRequest);
export const sendBackChangeRequestAction = defineAction(sendBackChangeRequestSchema, sendBackChangeRequest);
export const decideChangeRequestAction = defineAction(decideFormSchema, decideChangeRequest);
export const acceptChangeRequestsAction = defineAction(acceptChangeRequestsSchema, acceptChangeRequests);
