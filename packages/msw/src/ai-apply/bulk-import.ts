import type { Entity } from "@kombo-mock/factories";
import { aiApplyPartition as integrationId, type StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { isoString } from "../state/clock.ts";
import type { ImportedPosting } from "./bulk-import.lines.ts";
import { collections } from "./collections.ts";
import { newPosting } from "./postings.values.ts";
import { nextReading, scheduleStepAt } from "./step.ts";

const { careerSites, postings } = collections;

/** Makes a feed's postings those of a list: creates, updates, and archives those that the list lacks. */
export function importPostings(
  context: RequestContext,
  feed: StoredRecord,
  lines: readonly ImportedPosting[],
): Entity<"AiApplyBulkImportResult"> {
  // Of two lines about one posting, the later one tells how it is.
  const wanted = new Map(lines.map((line) => [keyOf(line), line]));
  const known = new Map(
    context
      .view(postings)
      .withValue("job_feed_id", feed.id)
      .map((posting) => [keyOf(asLine(context, posting)), posting]),
  );
  const reading = new Reading(context);
  const numbers = new RemoteIds(context);
  const sites = new Sites(context);
  for (const [key, line] of wanted) {
    const posting = known.get(key);
    if (posting) update(context, posting, line, reading);
    else {
      const { url, job_code, location = null } = line;
      const values = { career_site_id: sites.idOf(line.career_site_label), job_feed_id: feed.id };
      context.change.insert(
        { integrationId, collection: postings, remoteId: numbers.next() },
        newPosting(context, { url, job_code, location, ...values, due_at: reading.next() }),
      );
    }
  }
  reading.schedule();
  const missing = [...known].filter(
    ([key, posting]) => !wanted.has(key) && posting["availability"] !== "ARCHIVED",
  );
  for (const [, posting] of missing) archive(context, posting);
  const created = [...wanted.keys()].filter((key) => !known.has(key)).length;
  return { created, processed: wanted.size, archived: missing.length };
}

/** What tells which posting a line is about. */
function keyOf({ url, career_site_label, job_code }: Omit<ImportedPosting, "location">): string {
  return JSON.stringify([url, career_site_label, job_code]);
}

function asLine({ view }: RequestContext, posting: StoredRecord) {
  const site = view(careerSites).get(String(posting["career_site_id"]));
  const { url, job_code } = posting;
  return {
    url: String(url),
    career_site_label: String(site?.["label"]),
    job_code: typeof job_code === "string" ? job_code : null,
  };
}

/** A location that is left out stays; what had left the feed is read again. */
function update(
  context: RequestContext,
  posting: StoredRecord,
  { location }: ImportedPosting,
  reading: Reading,
): void {
  const isBack =
    posting["archived_reason"] === "REMOVED_FROM_JOB_FEED" &&
    context.assume("archived-posting-in-import") === "read-again";
  const pending = { availability: "PENDING", archived_at: null, archived_reason: null };
  const values = {
    ...(location === undefined ? {} : { location }),
    ...(isBack ? { ...pending, due_at: reading.next() } : {}),
  };
  const at = { integrationId, collection: postings, id: posting.id };
  const isChanged = Object.entries(values).some(
    ([key, value]) => JSON.stringify(posting[key] ?? null) !== JSON.stringify(value),
  );
  if (isChanged) context.change.patch(at, { ...values, updated_at: isoString(context.now) });
}

function archive({ change, now }: RequestContext, { id }: StoredRecord): void {
  const stamp = isoString(now);
  change.patch(
    { integrationId, collection: postings, id },
    {
      ...{ availability: "ARCHIVED", archived_reason: "REMOVED_FROM_JOB_FEED" },
      ...{ archived_at: stamp, updated_at: stamp },
    },
  );
}

/** When each of the import's postings is read: what was PENDING before comes first, and is counted once. */
class Reading {
  readonly #context: RequestContext;
  #count = 0;
  #first: number | undefined;
  #waiting: ((ahead: number) => number) | undefined;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  next(): string {
    const { change, assume } = this.#context;
    this.#waiting ??= nextReading(change, assume("posting-read-seconds"));
    const due = this.#waiting(this.#count++);
    this.#first ??= due;
    return isoString(due);
  }

  /** Once, since each look at the root would have the next change begin with a copy of all. */
  schedule(): void {
    if (this.#first !== undefined) scheduleStepAt(this.#context.change, this.#first);
  }
}

/** The tool's ids of new postings, looked for once: each look would begin a new view of all. */
class RemoteIds {
  readonly #context: RequestContext;
  #last: number | undefined;

  constructor(context: RequestContext) {
    this.#context = context;
  }

  next(): string {
    const { change } = this.#context;
    this.#last =
      this.#last === undefined ? Number(change.newRemoteId(integrationId, postings)) : this.#last + 1;
    return String(this.#last);
  }
}

/** Career sites by their label: the first that has it, or a new one. */
class Sites {
  readonly #context: RequestContext;
  readonly #known = new Map<string, string>();

  constructor(context: RequestContext) {
    this.#context = context;
  }

  idOf(label: string): string {
    const { change, view } = this.#context;
    const id =
      this.#known.get(label) ??
      view(careerSites).withValue("label", label)[0]?.id ??
      change.insert(
        { integrationId, collection: careerSites, remoteId: change.newRemoteId(integrationId, careerSites) },
        { label },
      );
    this.#known.set(label, id);
    return id;
  }
}
