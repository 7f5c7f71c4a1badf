import { fromBase64, headersOfList, isObject, numberIn, objectIn, textIn } from "./json-value.ts";
import type { Recorded } from "./recorded.ts";

/** An entry of a HAR file, as browsers, proxies and Polly.js write it; undefined for what is none. */
export function fromHarEntry(entry: unknown): Recorded | undefined {
  const request = objectIn(entry, "request");
  const response = objectIn(entry, "response");
  const [method, url] = [textIn(request, "method"), textIn(request, "url")];
  if (method === undefined || url === undefined) return undefined;
  const status = numberIn(response, "status") ?? 0;
  return {
    request: { method, url, headers: kept(request["headers"]), body: postedText(request) },
    answer: status === 0 ? null : { status, headers: answerHeaders(response), body: contentText(response) },
    test: textIn(entry, "comment") ?? null,
  };
}

function postedText(request: Readonly<Record<string, unknown>>): string | null | undefined {
  if (!isObject(request["postData"])) return (numberIn(request, "bodySize") ?? 0) > 0 ? undefined : null;
  return textIn(request["postData"], "text") ?? null;
}

function contentText(response: Readonly<Record<string, unknown>>): string | undefined {
  const content = objectIn(response, "content");
  const text = textIn(content, "text");
  return text !== undefined && textIn(content, "encoding") === "base64" ? fromBase64(text) : text;
}

/** Some writers say the content type only with the content. */
function answerHeaders(response: Readonly<Record<string, unknown>>): Record<string, string> | null {
  const headers = kept(response["headers"]);
  const type = textIn(objectIn(response, "content"), "mimeType");
  const isTold = Object.keys(headers ?? {}).some((name) => name.toLowerCase() === "content-type");
  return isTold || !type ? headers : { ...headers, "content-type": type };
}

/** An empty list is what a writer leaves that keeps no headers. */
function kept(list: unknown): Record<string, string> | null {
  const headers = headersOfList(list);
  return headers && Object.keys(headers).length > 0 ? headers : null;
}
