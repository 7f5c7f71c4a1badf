import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The OpenAPI document that this package judges by, as parsed JSON. */
export function readOwnDocument(): unknown {
  const file = createRequire(import.meta.url).resolve("@kombo-mock/openapi/openapi.json");
  return JSON.parse(readFileSync(file, "utf8"));
}
