/** Reports of a check, as data and in the forms that people and machines read. */
export { githubReport } from "./report/github.ts";
export { htmlReport } from "./report/html.ts";
export { plural, type ReportItem, type ReportSection, type ReportView, viewOf } from "./report/item.ts";
export { junitReport } from "./report/junit.ts";
export { prettyReport } from "./report/pretty.ts";
export {
  type CheckReport,
  type FailOn,
  makeReport,
  type ReportEntry,
  type ReportOptions,
  type Seen,
} from "./report/report.ts";
export { sarifReport } from "./report/sarif.ts";
export { type Entry, type Occurrence, Tally } from "./report/tally.ts";
export { type ContractFile, readContractFile, type Waiver } from "./report/waiver.ts";
