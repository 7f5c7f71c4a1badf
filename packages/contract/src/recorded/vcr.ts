import { fromBase64, headersOfObject, isObject, numberIn, objectIn, textIn } from "./json-value.ts";
import type { Recorded } from "./recorded.ts";

/** An interaction of a VCR cassette, of the Ruby gem or of vcr.py; undefined for what is none. */
export function fromVcr(interaction: unknown): Recorded | undefined {
  const request = objectIn(interaction, "request");
  const response = objectIn(interaction, "response");
  const [method, url] = [textIn(request, "method"), textIn(request, "uri")];
  if (method === undefined || url === undefined) return undefined;
  const status = isObject(response["status"])
    ? numberIn(response["status"], "code")
    : numberIn(response, "status");
  return {
    request: {
      ...{ method: method.toUpperCase(), url },
      headers: headersOfObject(request["headers"]),
      body: vcrBody(request["body"]) || null,
    },
    answer:
      status === undefined
        ? null
        : { status, headers: headersOfObject(response["headers"]), body: vcrBody(response["body"]) ?? "" },
    test: null,
  };
}

/** The interactions of a cassette; undefined for what is none. */
export function interactionsOf(cassette: unknown): readonly unknown[] | undefined {
  if (!isObject(cassette)) return undefined;
  const list = cassette["http_interactions"] ?? cassette["interactions"];
  return Array.isArray(list) ? list : undefined;
}

/** The gem keeps `{ string }` or `{ base64_string }`, vcr.py `{ string }` or the text itself. */
function vcrBody(body: unknown): string | undefined {
  if (typeof body === "string") return body;
  const coded = textIn(body, "base64_string");
  return coded === undefined ? textIn(body, "string") : fromBase64(coded);
}
