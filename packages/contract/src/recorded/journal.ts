import { isAnswerMark, type MeantViolation } from "../journal-line.ts";
import { bodyText, headersOfObject, isObject, numberIn, objectIn, textIn } from "./json-value.ts";
import type { Recorded } from "./recorded.ts";

/** A line of the journal, or an exchange in a file of its own; undefined for what is none. */
export function fromJournal(value: unknown): Recorded | undefined {
  const request = objectIn(value, "request");
  const [method, url] = [textIn(request, "method"), textIn(request, "url")];
  if (!isObject(value) || method === undefined || url === undefined) return undefined;
  const given = isObject(value["answer"]) ? value["answer"] : value["response"];
  const status = numberIn(given, "status");
  return {
    request: {
      ...{ method, url, headers: headersOfObject(request["headers"]) },
      body: isDropped(request["body"]) ? undefined : bodyText(request["body"]),
    },
    answer:
      !isObject(given) || status === undefined
        ? null
        : {
            ...{ status, headers: headersOfObject(given["headers"]) },
            body: isDropped(given["body"]) ? undefined : (bodyText(given["body"]) ?? ""),
          },
    test: textIn(value, "test") ?? textIn(value, "label") ?? null,
    marked: isAnswerMark(value["marked"]) ? value["marked"] : null,
    meant: Array.isArray(value["meant"]) ? value["meant"].flatMap(meantOf) : [],
  };
}

function meantOf(value: unknown): MeantViolation[] {
  const [rule, location] = [textIn(value, "rule"), textIn(value, "location")];
  return rule === undefined || location === undefined ? [] : [{ rule, location }];
}

function isDropped(body: unknown): boolean {
  return body === undefined || (isObject(body) && Object.keys(body).join() === "size");
}
