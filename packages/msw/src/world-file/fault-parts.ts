import { type Operation, operations } from "@kombo-mock/openapi";
import * as v from "valibot";
import { faultSummary, stubSummary } from "../control/fault-summaries.ts";
import { type ErrorCode, errorCodes } from "../request/error-codes.ts";
import type { Fault, FaultEffect, Stub } from "../state/fault.ts";

const wholeFrom = (least: number) => v.pipe(v.number(), v.integer(), v.minValue(least));
const text = v.pipe(v.string(), v.minLength(1));
const status = v.pipe(wholeFrom(200), v.maxValue(599));
const headers = v.record(v.string(), v.string());
const times = v.nullable(wholeFrom(1));

const fault = v.pipe(
  v.strictObject({
    id: text,
    stage: v.picklist(["platform", "remote", "answer"]),
    operation: v.nullable(
      v.custom<Operation>(
        (given) => typeof given === "string" && Object.hasOwn(operations, given),
        'must be an operation such as "GET /check-api-key"',
      ),
    ),
    integration_id: v.nullable(text),
    error_code: v.optional(v.nullable(v.picklist(Object.keys(errorCodes) as ErrorCode[]))),
    status: v.optional(status),
    message: v.optional(v.string()),
    retry_after: v.optional(v.pipe(v.number(), v.minValue(0))),
    headers: v.optional(headers),
    body: v.optional(v.string()),
    latency_ms: v.optional(v.pipe(v.number(), v.minValue(0))),
    abort: v.optional(v.picklist(["reset", "hang", "truncate", "malformed"])),
    after: wholeFrom(0),
    times,
    every: wholeFrom(1),
    rate: v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
    unchecked: v.boolean(),
    seen: wholeFrom(0),
    met: wholeFrom(0),
    from: v.nullable(v.string()),
  }),
  v.check(
    ({ error_code, status, latency_ms, abort }) =>
      [error_code === undefined ? status : 0, latency_ms, abort].filter((one) => one !== undefined).length ===
        1 &&
      (error_code === undefined || status !== undefined),
    "must have one effect: error_code with status, status with headers and body, latency_ms or abort",
  ),
);

const stub = v.strictObject({
  id: text,
  method: v.picklist(["GET", "POST", "PUT", "PATCH", "DELETE"]),
  path: text,
  query: headers,
  integration_id: v.nullable(text),
  status,
  headers,
  body: v.unknown(),
  delay_ms: v.pipe(v.number(), v.minValue(0)),
  times,
  used: wholeFrom(0),
});

type GivenFault = v.InferOutput<typeof fault>;

/** Faults and stubs stand in a file as control calls show them. */
export const faultParts = {
  faults: {
    key: "faults" as const,
    schema: v.array(fault),
    write: (faults: readonly Fault[]) => faults.map(faultSummary),
    read: (given: readonly GivenFault[]): Fault[] =>
      given.map((one) => ({
        ...{ id: one.id, stage: one.stage, effect: effectIn(one) },
        ...(one.operation === null ? {} : { operation: one.operation }),
        ...(one.integration_id === null ? {} : { integrationId: one.integration_id }),
        ...(one.unchecked ? { unchecked: true } : {}),
        ...{ after: one.after, times: one.times, every: one.every, rate: one.rate },
        ...{ seen: one.seen, met: one.met, from: one.from },
      })),
  },
  stubs: {
    key: "stubs" as const,
    schema: v.array(stub),
    write: (stubs: readonly Stub[]) => stubs.map(stubSummary),
    read: (given: readonly v.InferOutput<typeof stub>[]): Stub[] =>
      given.map(({ integration_id, delay_ms, ...rest }) => ({
        ...rest,
        ...(integration_id === null ? {} : { integrationId: integration_id }),
        delayMs: delay_ms,
      })),
  },
};

/** The schema has seen to it that there is one. */
function effectIn(given: GivenFault): FaultEffect {
  const { error_code, status = 500, message = "", headers = {}, body = "", latency_ms, abort } = given;
  if (latency_ms !== undefined) return { kind: "latency", milliseconds: latency_ms };
  if (abort !== undefined) return { kind: "abort", how: abort };
  if (error_code === undefined) return { kind: "response", status, headers, body };
  const retryAfter = given.retry_after;
  return {
    ...{ kind: "error", code: error_code, status, message },
    ...(retryAfter === undefined ? {} : { retryAfter }),
  };
}
