import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import type { Validator } from "@kombo-mock/openapi";
import { requestValidators as aiApply } from "@kombo-mock/openapi/requests/ai-apply";
import { requestValidators as assessment } from "@kombo-mock/openapi/requests/assessment";
import { requestValidators as ats } from "@kombo-mock/openapi/requests/ats";
import { requestValidators as custom } from "@kombo-mock/openapi/requests/custom";
import { requestValidators as general } from "@kombo-mock/openapi/requests/general";
import { requestValidators as hris } from "@kombo-mock/openapi/requests/hris";
import { requestValidators as lms } from "@kombo-mock/openapi/requests/lms";

const byDomain = { "ai-apply": aiApply, assessment, ats, custom, general, hris, lms };

/** The generated validators of all JSON bodies, by operation. */
export const bodyValidators: Readonly<Record<string, Validator>> = Object.fromEntries(
  Object.values(byDomain).flatMap((validators) =>
    Object.entries(validators).flatMap(([name, one]) => (one?.body ? [[name, one.body]] : [])),
  ),
);

/** How large each domain's request validators are, gzipped. */
export const scriptSizes = Object.keys(byDomain).map((domain) => ({
  domain,
  size: gzipSync(readFileSync(new URL(import.meta.resolve(`@kombo-mock/openapi/requests/${domain}`)))).length,
}));
