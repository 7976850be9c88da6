import type { CommitmentMetric, CommitmentPath } from "@/lib/platform/db/generated/enums";

export const commitmentMetricLabel = (metric: CommitmentMetric) => `commitments.metric.${metric}`;
export const commitmentPathLabel = (path: CommitmentPath) => `commitments.path.${path}`;
export const commitmentOutcomeLabel = (outcome: string) => `commitments.outcome.${outcome}`;
