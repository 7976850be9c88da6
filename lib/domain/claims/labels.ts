import type { ClaimComparison, ClaimScope } from "@/lib/platform/db/generated/enums";
import type { ClaimMetric } from "./schema";

export const claimMetricLabel = (metric: ClaimMetric) => `claims.metric.${metric}`;
/** How the figure is made, in a sentence. */
export const claimMetricHelp = (metric: ClaimMetric) => `claims.metricHelp.${metric}`;
export const claimScopeLabel = (scope: ClaimScope) => `claims.scope.${scope}`;
export const claimComparisonLabel = (comparison: ClaimComparison) => `claims.comparison.${comparison}`;
