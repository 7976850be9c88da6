import {
  completeActionItemSchema,
  createActionItemSchema,
  dropActionItemSchema,
  reopenActionItemSchema,
  updateActionItemSchema,
} from "@/lib/domain/action-items/schema";
import {
  completeActionItem,
  createActionItem,
  dropActionItem,
  reopenActionItem,
  updateActionItem,
} from "@/lib/domain/action-items/service";
import {
  addAddendumSchema,
  createAgreementSchema,
  extendAgreementSchema,
  terminateAgreementSchema,
  updateAgreementSchema,
} from "@/lib/domain/agreements/schema";
import { createAgreement, updateAgreement } from "@/lib/domain/agreements/service";
import { addAddendum, extendAgreement, terminateAgreement } from "@/lib/domain/agreements/service-events";
import {
  createMeetingSchema,
  createSeriesSchema,
  updateMeetingSchema,
  updateSeriesSchema,
} from "@/lib/domain/meetings/schema";
import { createMeeting, updateMeeting } from "@/lib/domain/meetings/service";
import { createSeries, updateSeries } from "@/lib/domain/meetings/service-series";
import { system, unique } from "../factories";
import { makeActionItem, makeAgreement, makeMeeting, makeSeries } from "../promise-factories";
import type { Attempts } from "./types";

const version = 1;
const event = { version, on: "2023-01-10", textEn: "Agreed by letter", evidence: "Letter 7" };
const paper = () => ({
  code: unique("AG-"),
  titleEn: "An agreement",
  signedOn: "2022-11-01",
  parties: [{ nameEn: "An authority" }],
});
const item = { titleEn: "To be done", raisedOn: "2022-11-01" };
const done = { version, doneOn: "2022-12-01", result: "Sent" };

/** The services of agreements, meetings and action items. */
export const promiseAttempts: Attempts = {
  createAgreement: {
    verb: "agreements.create",
    prepare: async () => (viewer) => createAgreement(viewer, createAgreementSchema.parse(paper())),
  },
  updateAgreement: {
    verb: "agreements.update",
    prepare: async () => {
      const { id } = await makeAgreement();
      return (viewer) => updateAgreement(viewer, updateAgreementSchema.parse({ id, version, ...paper() }));
    },
  },
  extendAgreement: {
    verb: "agreements.extend",
    prepare: async () => {
      const { id } = await makeAgreement({ expiresOn: "2023-12-31" });
      const input = extendAgreementSchema.parse({ id, ...event, expiresOn: "2024-12-31" });
      return (viewer) => extendAgreement(viewer, input);
    },
  },
  addAddendum: {
    verb: "agreements.addAddendum",
    prepare: async () => {
      const { id } = await makeAgreement();
      return (viewer) => addAddendum(viewer, addAddendumSchema.parse({ id, ...event }));
    },
  },
  terminateAgreement: {
    verb: "agreements.terminate",
    prepare: async () => {
      const { id } = await makeAgreement();
      const input = terminateAgreementSchema.parse({ id, ...event, reason: "No longer wanted" });
      return (viewer) => terminateAgreement(viewer, input);
    },
  },
  createSeries: {
    verb: "meetings.createSeries",
    prepare: async () => (viewer) =>
      createSeries(viewer, createSeriesSchema.parse({ code: unique("S-"), nameEn: "A council" })),
  },
  updateSeries: {
    verb: "meetings.updateSeries",
    prepare: async () => {
      const { id, code } = await makeSeries();
      const input = updateSeriesSchema.parse({ id, version, code, nameEn: "Renamed" });
      return (viewer) => updateSeries(viewer, input);
    },
  },
  createMeeting: {
    verb: "meetings.create",
    prepare: async () => {
      const { id: seriesId } = await makeSeries();
      const input = createMeetingSchema.parse({ seriesId, number: 1, startsOn: "2022-11-01" });
      return (viewer) => createMeeting(viewer, input);
    },
  },
  updateMeeting: {
    verb: "meetings.update",
    prepare: async () => {
      const { id, seriesId } = await makeMeeting();
      const fields = { seriesId, number: 18, startsOn: "2022-11-02" };
      return (viewer) => updateMeeting(viewer, updateMeetingSchema.parse({ id, version, ...fields }));
    },
  },
  createActionItem: {
    verb: "action-items.create",
    prepare: async () => (viewer) => createActionItem(viewer, createActionItemSchema.parse(item)),
  },
  updateActionItem: {
    verb: "action-items.update",
    prepare: async () => {
      const { id } = await makeActionItem();
      return (viewer) => updateActionItem(viewer, updateActionItemSchema.parse({ id, version, ...item }));
    },
  },
  completeActionItem: {
    verb: "action-items.complete",
    prepare: async () => {
      const { id } = await makeActionItem();
      return (viewer) => completeActionItem(viewer, completeActionItemSchema.parse({ id, ...done }));
    },
  },
  dropActionItem: {
    verb: "action-items.drop",
    prepare: async () => {
      const { id } = await makeActionItem();
      const input = dropActionItemSchema.parse({ id, version, droppedOn: "2022-12-01", reason: "Overtaken" });
      return (viewer) => dropActionItem(viewer, input);
    },
  },
  reopenActionItem: {
    verb: "action-items.reopen",
    prepare: async () => {
      const { id } = await makeActionItem();
      await completeActionItem(system, completeActionItemSchema.parse({ id, ...done }));
      const input = reopenActionItemSchema.parse({ id, version: 2, reason: "It came back" });
      return (viewer) => reopenActionItem(viewer, input);
    },
  },
};
