/** What a consumer uses of the API, as a file that can be committed. */
export { AppearedFields } from "./usage/appeared-fields.ts";
export { compareUsages, type UsageComparison, type UsageGap } from "./usage/compare-usage.ts";
export { ObservedUsage, type UsedExchange } from "./usage/observed-usage.ts";
export { readUsage } from "./usage/read-usage.ts";
export { type Candidate, type Relied, type RunWith, searchRelied } from "./usage/search-relied.ts";
export { type Evidence, mergeUsages, type OperationUsage, type Usage, writeUsage } from "./usage/usage.ts";
