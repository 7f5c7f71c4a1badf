import type { KomboGeneralErrorCode } from "@kombo-api/sdk/models";
import {
  HTTPClientError,
  KomboError,
  KomboGeneralError,
  RequestTimeoutError,
  ResponseValidationError,
} from "@kombo-api/sdk/models/errors";

/** What an operator reads for each code of the API: the cause, then what to do. */
const codeTexts: Readonly<Record<KomboGeneralErrorCode, string>> = {
  "PLATFORM.AUTHENTICATION_INVALID": "the API key is missing or not valid; set KOMBO_API_KEY to one that is",
  "PLATFORM.IP_NOT_WHITELISTED":
    "the API key may not be used from this address; add the address to the key's allow list",
  "PLATFORM.INTEGRATION_NOT_FOUND":
    "there is no such integration; check its id, and that the API key belongs to the same environment",
  "PLATFORM.INPUT_INVALID": "the API did not accept the request; check the integration's id",
  "PLATFORM.RATE_LIMIT_EXCEEDED": "too many requests were sent; wait a minute, then try again",
  "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": "too many requests are under way; wait for them, then try again",
  "PLATFORM.TASK_TIMED_OUT": "the API took too long; try again",
  "PLATFORM.UNKNOWN_ERROR": "the API failed; try again later",
};

/** Says in one sentence why an integration could not be read and what to do about it. */
export function explainFailure(error: unknown, integrationId: string): string {
  return `Could not read "${integrationId}": ${causeOf(error)}.`;
}

function causeOf(error: unknown): string {
  if (error instanceof KomboGeneralError) return generalCause(error);
  if (error instanceof ResponseValidationError) {
    return `the answer is not what the API documents; check KOMBO_BASE_URL, or update the SDK (HTTP ${error.statusCode})`;
  }
  if (error instanceof KomboError) {
    return `something other than the API answered; check KOMBO_BASE_URL, or try again later (HTTP ${error.statusCode})`;
  }
  if (error instanceof RequestTimeoutError) return "the API did not answer in time; try again later";
  if (error instanceof HTTPClientError) {
    return `the API cannot be reached; check the network and KOMBO_BASE_URL (${networkCode(error.cause)})`;
  }
  // Only the name: messages of errors that are not the SDK's may quote headers, and so the API key.
  return `unexpected ${error instanceof Error ? error.name : typeof error}; check KOMBO_API_KEY and KOMBO_BASE_URL`;
}

function generalCause({ error: { code, message }, statusCode }: KomboGeneralError): string {
  if (code !== null) return `${codeTexts[code]} (${code}, HTTP ${statusCode})`;
  const said = message.trim().replace(/\s+/g, " ").replace(/\.$/, "");
  return `${said}; check that KOMBO_BASE_URL ends in /v1, or try again later (no code, HTTP ${statusCode})`;
}

/** The system's code for a failed connection, such as ECONNREFUSED, which fetch hides below its own error. */
function networkCode(failure: unknown): string {
  const reason = failure instanceof Error ? (failure.cause ?? failure) : failure;
  return reason instanceof Error && "code" in reason ? String(reason.code) : "no connection";
}
