export {
  type AnswerMark,
  type JournalBody,
  type JournalLine,
  journalLine,
  type MeantViolation,
} from "./journal-line.ts";
/** Recordings of exchanges in the forms that others write, and how they are judged. */
export { vendorHosts } from "./recorded/api-path.ts";
export { judgeBareBody } from "./recorded/bare.ts";
export { fromHarEntry } from "./recorded/har.ts";
export { fromJournal } from "./recorded/journal.ts";
export { fromNock } from "./recorded/nock.ts";
export {
  type Judged,
  judgeRecorded,
  type Recorded,
  type RecordedAnswer,
  type RecordedHeaders,
  type RecordedRequest,
} from "./recorded/recorded.ts";
export { fromVcr, interactionsOf } from "./recorded/vcr.ts";
