import type { Operation } from "@kombo-mock/openapi";
import { apiPathOf } from "../recorded/api-path.ts";
import { judgeBareBody } from "../recorded/bare.ts";
import { judgeRecorded } from "../recorded/recorded.ts";
import { type CheckReport, makeReport, type ReportOptions } from "../report/report.ts";
import { Tally } from "../report/tally.ts";
import { InputError } from "./input-error.ts";
import { filesBelow, isFolder, readData, shownPath } from "./read-files.ts";
import { readRecordings } from "./recordings.ts";

/** Judges every exchange with the API that recordings hold, one at a time. */
export async function checkRecordings(
  paths: readonly string[],
  options: ReportOptions & { readonly baseUrls: readonly string[]; readonly tell: (line: string) => void },
): Promise<CheckReport> {
  const tally = new Tally(options.waivers, options.today);
  const operations = new Map<string, number>();
  let [exchanges, skipped] = [0, 0];
  for await (const { source, exchange, recorded } of readRecordings(paths, options.tell)) {
    const url = apiPathOf(recorded.request.method, recorded.request.url, options.baseUrls);
    if (url === null) {
      skipped++;
      continue;
    }
    exchanges++;
    const { operation, violations } = judgeRecorded({ ...recorded, request: { ...recorded.request, url } });
    if (operation) operations.set(operation, (operations.get(operation) ?? 0) + 1);
    tally.add(violations, { source, exchange, test: recorded.test });
  }
  return makeReport(tally, { exchanges, skipped, operations: Object.fromEntries(operations) }, options);
}

/** Judges files that each hold a body of an operation. */
export function checkBodies(
  operation: Operation,
  paths: readonly string[],
  options: ReportOptions,
): CheckReport {
  const tally = new Tally(options.waivers, options.today);
  const files = paths.flatMap((path) => (isFolder(path) ? filesBelow(path, /\.json$/i) : [path]));
  if (paths.length === 0) throw new InputError(`Name the files that hold answers of "${operation}".`);
  for (const file of files) {
    tally.add(judgeBareBody(operation, readData(file)), { source: shownPath(file), exchange: 0, test: null });
  }
  return makeReport(
    tally,
    { exchanges: files.length, skipped: 0, operations: { [operation]: files.length } },
    options,
  );
}
