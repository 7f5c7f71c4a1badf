import { closeSync, createReadStream, openSync, readSync } from "node:fs";
import { createInterface } from "node:readline";
import { fromHarEntry } from "../recorded/har.ts";
import { fromJournal } from "../recorded/journal.ts";
import { isObject } from "../recorded/json-value.ts";
import { fromNock } from "../recorded/nock.ts";
import type { Recorded } from "../recorded/recorded.ts";
import { fromVcr, interactionsOf } from "../recorded/vcr.ts";
import { InputError, reasonOf } from "./input-error.ts";
import { jsonItems } from "./json-items.ts";
import { filesBelow, isFolder, readData, shownPath } from "./read-files.ts";

/** An exchange with the file that it stands in. */
export interface Found {
  readonly source: string;
  /** Which exchange of the file, counted from 1. */
  readonly exchange: number;
  readonly recorded: Recorded;
}

const recordingNames = /\.(?:har|json|ndjson|jsonl|ya?ml)$/i;

/**
 * Reads exchanges from files and folders, one at a time: HAR, the journal, recordings of Polly.js, VCR and nock, or
 * exchanges of our own form. What is none of these is refused; inside a folder it is passed over and told.
 */
export async function* readRecordings(
  paths: readonly string[],
  tell: (line: string) => void,
): AsyncGenerator<Found> {
  for (const path of paths) {
    if (!isFolder(path)) {
      yield* readFile(path);
      continue;
    }
    let recordings = 0;
    for (const file of filesBelow(path, recordingNames)) {
      try {
        yield* readFile(file);
        recordings++;
      } catch (error) {
        if (!(error instanceof UnknownFormat)) throw error;
        tell(`passed over: ${error.message}`);
      }
    }
    if (recordings === 0) throw new InputError(`"${shownPath(path)}" holds no recordings. ${knownFormats}`);
  }
}

class UnknownFormat extends InputError {}

const knownFormats =
  "Known are HAR files, journal.ndjson, recordings of Polly.js and nock, VCR cassettes, and exchanges as { request, answer }.";

async function* readFile(file: string): AsyncGenerator<Found> {
  const source = shownPath(file);
  let exchange = 0;
  try {
    for await (const recorded of exchangesOf(file)) {
      exchange++;
      if (recorded === undefined) throw new UnknownFormat(unknown(source, exchange));
      yield { source, exchange, recorded };
    }
  } catch (error) {
    if (error instanceof InputError) throw error;
    const where = exchange > 0 ? ` after exchange ${exchange}` : "";
    const code = isObject(error) && typeof error["code"] === "string" ? `: ${reasonOf(error)}` : "";
    throw new InputError(`"${source}" cannot be read${where}; it is broken or breaks off${code}.`);
  }
}

function unknown(source: string, exchange: number): string {
  const what = exchange === 1 ? "is no recording that is known" : `holds at ${exchange} what is no exchange`;
  return `"${source}" ${what}. ${knownFormats}`;
}

async function* exchangesOf(file: string): AsyncGenerator<Recorded | undefined> {
  if (/\.(?:ndjson|jsonl)$/i.test(file)) {
    yield* lines(file);
  } else if (/\.ya?ml$/i.test(file)) {
    yield* fromWhole(readData(file));
  } else {
    const head = headOf(file);
    if (/^\s*\[/.test(head)) yield* items(file, [], fromItem);
    else if (/\.har$/i.test(file) || /^\s*\{\s*"log"\s*:/.test(head))
      yield* items(file, ["log", "entries"], fromHarEntry);
    else yield* fromWhole(readData(file));
  }
}

/** The items of a list, at the top of a file or further down, without ever holding the file as a whole. */
async function* items(
  file: string,
  path: readonly string[],
  read: (value: unknown) => Recorded | undefined,
): AsyncGenerator<Recorded | undefined> {
  for await (const item of jsonItems(createReadStream(file, { highWaterMark: 1 << 18 }), path))
    yield read(item);
}

async function* lines(file: string): AsyncGenerator<Recorded | undefined> {
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Number.POSITIVE_INFINITY,
  })) {
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      // A run that was killed may have ended in the middle of its last line.
      continue;
    }
    yield fromItem(value);
  }
}

function* fromWhole(value: unknown): Generator<Recorded | undefined> {
  const interactions = interactionsOf(value);
  const log = isObject(value) && isObject(value["log"]) ? value["log"]["entries"] : undefined;
  if (interactions) yield* interactions.map(fromVcr);
  else if (Array.isArray(log)) yield* log.map(fromHarEntry);
  else if (Array.isArray(value)) yield* value.map(fromItem);
  else yield fromItem(value);
}

function fromItem(value: unknown): Recorded | undefined {
  return fromNock(value) ?? fromVcr(value) ?? fromJournal(value);
}

function headOf(file: string): string {
  const buffer = Buffer.alloc(1_024);
  const handle = openSync(file, "r");
  try {
    const length = readSync(handle, buffer);
    return buffer.toString("utf8", 0, length).replace(/^\uFEFF/, "");
  } finally {
    closeSync(handle);
  }
}
