import {
  cancelMilestoneSchema,
  completeMilestoneSchema,
  createMilestoneSchema,
  forecastMilestoneSchema,
  rebaselineMilestoneSchema,
  updateMilestoneSchema,
} from "@/lib/domain/milestones/schema";
import {
  cancelMilestone,
  completeMilestone,
  createMilestone,
  forecastMilestone,
  rebaselineMilestone,
  updateMilestone,
} from "@/lib/domain/milestones/service";
import { createMilestones, updateMilestones } from "@/lib/domain/milestones/service-bulk";
import { previewProjects } from "@/lib/domain/projects/queries-many";
import {
  cancelProjectSchema,
  changeProjectsSchema,
  createProjectSchema,
  reportProjectSchema,
  updateProjectSchema,
} from "@/lib/domain/projects/schema";
import { cancelProject, createProject, reportProject, updateProject } from "@/lib/domain/projects/service";
import { changeProjects } from "@/lib/domain/projects/service-many";
import { makeMilestone, makeProject, system, unique } from "../factories";
import type { Attempts } from "./types";

const version = 1;
const gone = { version, cancelledOn: "2022-06-30", reason: "No longer wanted" };
const titled = () => ({ code: unique("PR-"), titleEn: "A project" });

async function newMilestone() {
  const { id: projectId } = await makeProject();
  const fields = { titleEn: "A milestone", weight: "1", baselineOn: "2022-06-30" };
  return createMilestoneSchema.parse({ projectId, ...fields });
}

/** The services of projects and their milestones. */
export const projectAttempts: Attempts = {
  changeProjects: {
    verb: "projects.changeMany",
    prepare: async () => {
      const { id } = await makeProject();
      const input = changeProjectsSchema.parse({ ids: [id], addTags: "council" });
      const { digest } = await previewProjects(system, input);
      return (viewer) => changeProjects(viewer, { ...input, digest });
    },
  },
  createProject: {
    verb: "projects.create",
    prepare: async () => (viewer) => createProject(viewer, createProjectSchema.parse(titled())),
  },
  updateProject: {
    verb: "projects.update",
    prepare: async () => {
      const { id } = await makeProject();
      return (viewer) => updateProject(viewer, updateProjectSchema.parse({ id, version, ...titled() }));
    },
  },
  cancelProject: {
    verb: "projects.cancel",
    prepare: async () => {
      const { id } = await makeProject();
      return (viewer) => cancelProject(viewer, cancelProjectSchema.parse({ id, ...gone }));
    },
  },
  reportProject: {
    verb: "projects.report",
    prepare: async () => {
      const { id: projectId } = await makeProject();
      const input = reportProjectSchema.parse({ projectId, on: "2022-06-30", textEn: "It goes well" });
      return (viewer) => reportProject(viewer, input);
    },
  },
  createMilestone: {
    verb: "milestones.create",
    prepare: async () => {
      const input = await newMilestone();
      return (viewer) => createMilestone(viewer, input);
    },
  },
  createMilestones: {
    verb: "milestones.create",
    prepare: async () => {
      const input = await newMilestone();
      return (viewer) => createMilestones(viewer, [input]);
    },
  },
  updateMilestone: {
    verb: "milestones.update",
    prepare: async () => {
      const { id } = await makeMilestone();
      const input = updateMilestoneSchema.parse({ id, version, titleEn: "Renamed", weight: "2" });
      return (viewer) => updateMilestone(viewer, input);
    },
  },
  updateMilestones: {
    verb: "milestones.update",
    prepare: async () => {
      const { id } = await makeMilestone();
      const fields = {
        titleZh: null,
        titleEn: "Renamed",
        weight: "2",
        actualOn: null,
        evidence: null,
        noEvidenceReason: null,
      };
      return (viewer) => updateMilestones(viewer, [{ id, version, ...fields }]);
    },
  },
  forecastMilestone: {
    verb: "milestones.forecast",
    prepare: async () => {
      const { id } = await makeMilestone();
      const input = forecastMilestoneSchema.parse({ id, version, forecastOn: "2022-07-31" });
      return (viewer) => forecastMilestone(viewer, input);
    },
  },
  completeMilestone: {
    verb: "milestones.complete",
    prepare: async () => {
      const { id } = await makeMilestone();
      const input = completeMilestoneSchema.parse({ id, version, actualOn: "2022-06-30", evidence: "Seen" });
      return (viewer) => completeMilestone(viewer, input);
    },
  },
  cancelMilestone: {
    verb: "milestones.cancel",
    prepare: async () => {
      const { id } = await makeMilestone();
      return (viewer) => cancelMilestone(viewer, cancelMilestoneSchema.parse({ id, ...gone }));
    },
  },
  rebaselineMilestone: {
    verb: "milestones.rebaseline",
    prepare: async () => {
      const { id } = await makeMilestone();
      const input = rebaselineMilestoneSchema.parse({
        id,
        version,
        baselineOn: "2022-09-30",
        reason: "New plan",
      });
      return (viewer) => rebaselineMilestone(viewer, input);
    },
  },
};
