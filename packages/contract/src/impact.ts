/** Whom the differences between two documents hit. */
export {
  type Consumer,
  type DiffReport,
  type ImpactEntry,
  makeDiffReport,
  viewOfDiff,
} from "./impact/diff-report.ts";
export { type Impact, impactOn } from "./impact/impact.ts";
export { remedyOf } from "./impact/remedy.ts";
