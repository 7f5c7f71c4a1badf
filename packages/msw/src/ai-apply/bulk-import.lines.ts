import { isObject, shown } from "../control/seed-values.ts";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";

/** One posting of an import. */
export interface ImportedPosting {
  readonly url: string;
  readonly career_site_label: string;
  readonly job_code: string | null;
  /** Undefined where the line says nothing of it. */
  readonly location: unknown;
}

/** The vendor's bound of an import's body, in bytes. */
const mostBytes = 35_000_000;
const mostFaultsTold = 20;

/** Reads the lines of an import; refuses those that are no postings. Empty ones are passed over. */
export function readLines(context: RequestContext, body: unknown): ImportedPosting[] {
  // A body without a character is read as one without keys, as everywhere.
  if (typeof body !== "string")
    throw new KomboError("PLATFORM.INPUT_INVALID", "body must hold a posting on each line, but is empty.");
  if (body.length > mostBytes / 3 && new TextEncoder().encode(body).length > mostBytes) {
    throw new KomboError("PLATFORM.INPUT_INVALID", "body is larger than the 35 MB that an import may have.");
  }
  const faults: string[] = [];
  const postings = body.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const read = readLine(line);
    if (Array.isArray(read)) {
      faults.push(...read.map((fault) => `body, line ${index + 1}: ${fault}`));
      return [];
    }
    return [read];
  });
  if (faults.length === 0 || context.assume("import-with-faulty-lines") === "skip") return postings;
  const told = faults.slice(0, mostFaultsTold);
  if (faults.length > told.length) told.push(`And ${faults.length - told.length} more.`);
  throw new KomboError("PLATFORM.INPUT_INVALID", `${told.join(" ")} Nothing was imported.`, {
    assumes: "import-with-faulty-lines",
  });
}

/** A posting, or what is wrong with it. */
function readLine(line: string): ImportedPosting | string[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return ["it is not JSON. Write one object on each line, without line breaks inside."];
  }
  if (!isObject(value)) return [`it must be an object, but is ${shown(value)}.`];
  const { url, career_site_label, job_code = null, location } = value;
  const faults: string[] = [];
  if (typeof url !== "string" || !URL.canParse(url))
    faults.push(`url must be an absolute URL, but is ${shown(url)}.`);
  if (typeof career_site_label !== "string")
    faults.push(`career_site_label must be a string, but is ${shown(career_site_label)}.`);
  if (value["job_code"] !== undefined && typeof job_code !== "string")
    faults.push(`job_code must be a string, but is ${shown(job_code)}.`);
  if (location !== undefined && location !== null && !isLocation(location))
    faults.push("location must be null, or an object with a country, and a postal_code if there is one.");
  if (faults.length > 0) return faults;
  return {
    url: String(url),
    career_site_label: String(career_site_label),
    job_code: typeof job_code === "string" ? job_code : null,
    location,
  };
}

function isLocation(value: unknown): boolean {
  if (!isObject(value) || typeof value["country"] !== "string") return false;
  const code = value["postal_code"];
  return code === undefined || typeof code === "string";
}
