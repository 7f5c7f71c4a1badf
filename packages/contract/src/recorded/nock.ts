import { bodyText, headersOfObject, headersOfPairs, isObject, numberIn, textIn } from "./json-value.ts";
import type { Recorded, RecordedHeaders } from "./recorded.ts";

/** A recording of nock (`nock.recorder` with `output_objects`, or nockBack); undefined for what is none. */
export function fromNock(value: unknown): Recorded | undefined {
  const [scope, path, method] = [textIn(value, "scope"), textIn(value, "path"), textIn(value, "method")];
  if (!isObject(value) || scope === undefined || path === undefined || method === undefined) return undefined;
  const headers = answerHeaders(value);
  return {
    request: {
      ...{ method, url: scope.replace(/:(?:443|80)$/, "") + path },
      // Headers are kept only when asked for.
      headers: headersOfObject(value["reqheaders"]),
      body: bodyText(value["body"]),
    },
    answer: {
      ...{ status: numberIn(value, "status") ?? 200, headers },
      // A list of hexadecimal chunks is what nock keeps of a compressed answer.
      body: isCompressed(headers) ? undefined : (bodyText(value["response"]) ?? ""),
    },
    test: null,
  };
}

function answerHeaders(value: Readonly<Record<string, unknown>>): RecordedHeaders {
  const raw = value["rawHeaders"] ?? value["headers"];
  return Array.isArray(raw) ? headersOfPairs(raw) : headersOfObject(raw);
}

function isCompressed(headers: RecordedHeaders): boolean {
  return Object.entries(headers ?? {}).some(
    ([name, one]) => name.toLowerCase() === "content-encoding" && one !== "identity",
  );
}
