import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OutgoingAnswer } from "@kombo-mock/msw/core";

/** The OpenAPI document, as the package brings it. */
export function readDocument(): OutgoingAnswer {
  const path = fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json"));
  return {
    status: 200,
    headers: { "content-type": "application/json; charset=utf-8" },
    body: readFileSync(path, "utf8"),
  };
}
