import { Coverage, type CoverageReport } from "../coverage/coverage.ts";
import { createSurfaces } from "../coverage/surface.ts";
import { operationOf } from "../exchange.ts";
import { apiPathOf } from "../recorded/api-path.ts";
import { readOwnDocument } from "./own-document.ts";
import { readRecordings } from "./recordings.ts";

/** Collects from recordings, one exchange at a time, what was met of the operations that they use. */
export async function coverRecordings(
  paths: readonly string[],
  options: { readonly baseUrls: readonly string[]; readonly tell: (line: string) => void },
): Promise<CoverageReport> {
  const coverage = new Coverage(createSurfaces(readOwnDocument()));
  for await (const { recorded } of readRecordings(paths, options.tell)) {
    const { request, answer } = recorded;
    const url = apiPathOf(request.method, request.url, options.baseUrls);
    const operation = url === null ? undefined : operationOf({ method: request.method, url });
    if (url !== null && operation) coverage.add({ operation, url, answer });
  }
  return coverage.report();
}
