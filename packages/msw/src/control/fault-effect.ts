import { nearestName } from "@kombo-mock/contract/judge";
import { type Operation, operations } from "@kombo-mock/openapi";
import { codesOf, type ErrorCode, errorCodes, familyHas } from "../request/error-codes.ts";
import type { Fault, FaultEffect } from "../state/fault.ts";
import type { Input } from "./inputs.ts";
import { refuse } from "./seed-values.ts";

type Given = Input<"addFault">;

const effects = ["error_code", "status", "latency_ms", "abort"] as const;

const allowedBeside: Readonly<Record<(typeof effects)[number], readonly (keyof Given)[]>> = {
  error_code: ["status", "message", "retry_after"],
  status: ["headers", "body"],
  latency_ms: [],
  abort: [],
};

const details = ["status", "message", "retry_after", "headers", "body"] as const;

/** The one effect that a fault is given; none, several and what does not belong to it are refused. */
export function effectOf(given: Given, id: string): FaultEffect {
  const named = effects.filter((key) => given[key] !== undefined);
  const [kind, other] = named.filter((key) => key !== "status" || !named.includes("error_code"));
  if (kind === undefined || other !== undefined) {
    refuse(
      `body must have one effect: error_code, status with headers and body, latency_ms or abort${other ? `, but has ${kind} and ${other}: set two faults` : ""}.`,
    );
  }
  const odd = details.find(
    (key) => given[key] !== undefined && key !== kind && !allowedBeside[kind].includes(key),
  );
  if (odd) refuse(`body.${odd} does not go with ${kind}.`);
  return readers[kind](given, id);
}

const readers: Readonly<Record<(typeof effects)[number], (given: Given, id: string) => FaultEffect>> = {
  error_code: errorEffect,
  status: ({ status = 500, headers = {}, body = "" }) => ({
    kind: "response",
    status,
    ...written(headers, body),
  }),
  latency_ms: ({ latency_ms = 0 }) => ({ kind: "latency", milliseconds: latency_ms }),
  abort: ({ abort = "reset" }) => ({ kind: "abort", how: abort }),
};

function errorEffect(given: Given, id: string): FaultEffect {
  const { operation, error_code, unchecked = false, message, retry_after } = given;
  const code = error_code == null ? null : knownCode(error_code);
  if (code && operation !== undefined && !unchecked) assertAllowed(code, knownOperation(operation));
  if (code === null && given.status === undefined)
    refuse("body.status is missing; it is required where error_code is null.");
  const status = given.status ?? (code ? errorCodes[code].status : 500);
  if (status < 400) refuse(`body.status must be from 400 on where there is an error_code, but is ${status}.`);
  return {
    kind: "error",
    ...{ code, status },
    message: message ?? `A fault answers this request. Take it away: DELETE /_mock/faults?id=${id}.`,
    ...(retry_after === undefined ? {} : { retryAfter: retry_after }),
  };
}

function knownCode(given: string): ErrorCode {
  if (Object.hasOwn(errorCodes, given)) return given as ErrorCode;
  const known = Object.keys(errorCodes);
  return refuse(
    `body.error_code: "${given}" is no error code.${hint(given, known)} There are ${known.join(", ")}.`,
  );
}

function assertAllowed(code: ErrorCode, operation: Operation): void {
  const { errors } = operations[operation];
  if (familyHas(errors, code)) return;
  refuse(
    `body.error_code: "${operation}" does not answer "${code}", and official SDKs cannot read it there. It answers ${codesOf(errors).join(", ")}. Say "unchecked": true to send it all the same.`,
  );
}

/** The operation of a name; an unknown one is refused with the nearest. */
export function knownOperation(given: string): Operation {
  if (Object.hasOwn(operations, given)) return given as Operation;
  return refuse(
    `body.operation: "${given}" is no operation; one is spelled "GET /check-api-key".${hint(given, Object.keys(operations))}`,
  );
}

function hint(given: string, known: readonly string[]): string {
  const meant = nearestName(given, known);
  return meant === undefined ? "" : ` Did you mean "${meant}"?`;
}

/** Headers and body of something that is sent as it is. */
function written(
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Pick<Extract<FaultEffect, { readonly kind: "response" }>, "headers" | "body"> {
  const isText = typeof body === "string";
  const type = !isText ? "application/json" : /^\s*</.test(body) ? "text/html" : "text/plain";
  const hasType = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
  return {
    headers: hasType ? headers : { ...headers, "content-type": `${type}; charset=utf-8` },
    body: isText ? body : JSON.stringify(body),
  };
}

/** Where a fault strikes that says nothing of it: where what it does usually comes from. */
export function usualStage(effect: FaultEffect): Fault["stage"] {
  if (effect.kind === "abort") return "answer";
  if (effect.kind !== "error" || effect.code === null) return "platform";
  return /^(?:PLATFORM|INTEGRATION)\./.test(effect.code) ? "platform" : "remote";
}
