import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OutgoingAnswer } from "@kombo-mock/msw/core";

/** The OpenAPI documents, as the packages bring them. */
const documents: Readonly<Record<string, string>> = {
  "/_mock/openapi.json": "@kombo-mock/openapi/openapi.json",
  "/_mock/control.json": "@kombo-mock/msw/control.openapi.json",
};

/** Answers the document of the API or of the control calls; undefined for everything else. */
export function readDocument(pathname: string): OutgoingAnswer | undefined {
  const file = documents[pathname];
  if (file === undefined) return undefined;
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: readFileSync(fileURLToPath(import.meta.resolve(file)), "utf8"),
  };
}
