import {
  approveBaselineSchema,
  dependMilestoneSchema,
  proposeBaselineSchema,
  refuseBaselineSchema,
  releaseMilestoneSchema,
} from "@/lib/domain/milestones/schema";
import { approveBaseline, proposeBaseline, refuseBaseline } from "@/lib/domain/milestones/service-baselines";
import { dependMilestone, releaseMilestone } from "@/lib/domain/milestones/service-dependencies";
import { act, at } from "./declare";

/** Baselines that are proposed and decided, and what a milestone waits for. */
export const milestoneActs = {
  proposeBaseline: act(
    "proposeBaseline",
    "milestones.propose",
    at.milestone,
    "propose",
    proposeBaselineSchema,
    proposeBaseline,
  ),
  approveBaseline: act(
    "approveBaseline",
    "milestones.approve",
    at.milestone,
    "approve",
    approveBaselineSchema,
    approveBaseline,
  ),
  refuseBaseline: act(
    "refuseBaseline",
    "milestones.refuse",
    at.milestone,
    "refuse",
    refuseBaselineSchema,
    refuseBaseline,
  ),
  dependMilestone: act(
    "dependMilestone",
    "milestones.depend",
    at.milestone,
    "depend",
    dependMilestoneSchema,
    dependMilestone,
  ),
  releaseMilestone: act(
    "releaseMilestone",
    "milestones.release",
    at.milestone,
    "release",
    releaseMilestoneSchema,
    releaseMilestone,
  ),
};
