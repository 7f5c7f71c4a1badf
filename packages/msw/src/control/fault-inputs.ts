import * as v from "valibot";

const wholeFrom = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const status = v.pipe(wholeFrom(200), v.maxValue(599));
const headers = v.record(v.string(), v.string());
const milliseconds = v.pipe(v.number(), v.minValue(0), v.maxValue(3_600_000));

/** A fault's stage, whom it meets and how often. */
const occurrence = {
  stage: v.optional(v.picklist(["platform", "remote", "answer"])),
  integration_id: v.optional(v.string()),
  /** How many requests pass before it begins. */
  after: v.optional(wholeFrom(0)),
  /** How many requests it meets; all of them when left out or null. */
  times: v.optional(v.nullable(wholeFrom(1))),
  /** Only every so many-th of them. */
  every: v.optional(wholeFrom(1)),
  /** The share of them that it meets, chosen by the seed. */
  rate: v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)))),
  /** Takes a code that the operation's family does not have. */
  unchecked: v.optional(v.boolean()),
};

/** The details of an error. */
const errorDetails = {
  status: v.optional(status),
  message: v.optional(v.string()),
  /** What `retry-after` says, in seconds. */
  retry_after: v.optional(v.pipe(v.number(), v.minValue(0))),
};

/** Where and about whom a stub is, and how often it answers. */
const stubOccurrence = {
  integration_id: v.optional(v.string()),
  query: v.optional(v.record(v.string(), v.string())),
  delay_ms: v.optional(milliseconds),
  /** How many requests it answers, one unless told; null for all. */
  times: v.optional(v.nullable(wholeFrom(1))),
  /** Takes an answer that the document does not allow. */
  unchecked: v.optional(v.boolean()),
};

/** Inputs of the control calls about faults and stubs. */
export const faultInputs = {
  addFault: v.strictObject({
    ...occurrence,
    ...errorDetails,
    operation: v.optional(v.string()),
    error_code: v.optional(v.nullable(v.string())),
    headers: v.optional(headers),
    body: v.optional(v.unknown()),
    latency_ms: v.optional(milliseconds),
    abort: v.optional(v.picklist(["reset", "hang", "truncate", "malformed"])),
  }),
  fail: v.strictObject({ ...occurrence, ...errorDetails }),
  addStub: v.strictObject({
    ...stubOccurrence,
    method: v.picklist(["GET", "POST", "PUT", "PATCH", "DELETE"]),
    path: v.pipe(
      v.string(),
      v.regex(
        /^\/[^?#]*$/,
        "must begin with / and hold no query, such as /hris/absences; `query` is beside it",
      ),
    ),
    status: v.optional(status),
    headers: v.optional(headers),
    body: v.optional(v.unknown()),
  }),
  whichFaults: v.strictObject({ id: v.optional(v.string()), integration_id: v.optional(v.string()) }),
};
