/** What a consumer uses of the API, as a file that can be committed. */
export { readUsage } from "./usage/read-usage.ts";
export { type Evidence, mergeUsages, type OperationUsage, type Usage, writeUsage } from "./usage/usage.ts";
