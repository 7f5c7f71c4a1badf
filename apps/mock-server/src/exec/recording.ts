import { appendFileSync, existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromJournal, type JournalLine, journalLine, judgeRecorded } from "@kombo-mock/contract/recorded";
import { type CheckReport, makeReport, type ReportOptions, Tally } from "@kombo-mock/contract/report";
import type { Operation } from "@kombo-mock/openapi";
import { requestShape } from "./request-shape.ts";

/** An exchange that was judged, as listeners are told of it. */
export interface Recorded {
  readonly line: JournalLine;
  readonly operation: Operation | null;
}

const longestBody = 1_048_576;
const mostInAll = 268_435_456;

/**
 * What a run of tests did, through both doors: those that reached the server, and those that mocks inside the tests
 * have written into a folder. Judged as it comes, so that a run that is killed has a report too.
 */
export class Recording {
  readonly #options: ReportOptions;
  readonly #file: string | undefined;
  readonly #source: string | null;
  readonly #tally: Tally;
  readonly #operations = new Map<string, number>();
  readonly #read = new Map<string, number>();
  readonly #listeners: ((recorded: Recorded) => void)[] = [];
  #exchanges = 0;
  #accepted = 0;
  #written = 0;

  /** `file` is where the journal goes, and what reports call it. */
  constructor(options: ReportOptions, journal?: { readonly file: string; readonly shown: string }) {
    this.#options = options;
    this.#file = journal?.file;
    this.#source = journal?.shown ?? null;
    this.#tally = new Tally(options.waivers, options.today);
  }

  /** Tells a function of every exchange from now on. */
  onExchange(listener: (recorded: Recorded) => void): void {
    this.#listeners.push(listener);
  }

  /** How many exchanges there were. */
  get exchanges(): number {
    return this.#exchanges;
  }

  add(line: JournalLine): void {
    this.#exchanges++;
    const recorded = fromJournal(line);
    if (!recorded) return;
    const { operation, violations } = judgeRecorded(recorded);
    if (operation && line.answer?.status !== 401) this.#accepted++;
    if (operation) this.#operations.set(operation, (this.#operations.get(operation) ?? 0) + 1);
    const request = requestShape(operation, line.request);
    this.#tally.add(violations, {
      ...{ source: this.#source, exchange: this.#exchanges, test: recorded.test },
      ...(request === undefined ? {} : { request }),
    });
    if (this.#file !== undefined) this.#write(this.#file, line);
    for (const listener of this.#listeners) listener({ line, operation });
  }

  /** Takes over what mocks inside the tests have written since the last time. */
  collect(folder: string): void {
    if (!existsSync(folder)) return;
    for (const name of readdirSync(folder).sort()) {
      const from = this.#read.get(name) ?? 0;
      const bytes = readFileSync(join(folder, name)).subarray(from);
      // A process that was killed while writing leaves half a line.
      const end = bytes.lastIndexOf(0x0a) + 1;
      this.#read.set(name, from + end);
      for (const text of bytes.toString("utf8", 0, end).split("\n").filter(Boolean)) {
        // The bridge from what our own mocks wrote; what is none of their lines is left out when it is read.
        this.add(JSON.parse(text) as JournalLine);
      }
    }
  }

  report(): CheckReport {
    const operations = Object.fromEntries(this.#operations);
    const seen = { exchanges: this.#exchanges, accepted: this.#accepted, skipped: 0, operations };
    return makeReport(this.#tally, seen, this.#options);
  }

  #write(file: string, line: JournalLine): void {
    const isFull = this.#written > mostInAll;
    const short = <Body extends JournalLine["answer"] | JournalLine["request"]>(part: Body): Body => {
      const body = part?.body;
      const isLong = typeof body === "string" && (isFull || body.length > longestBody);
      return isLong ? { ...part, body: { size: body.length } } : part;
    };
    const text = `${journalLine({ ...line, request: short(line.request), answer: short(line.answer) })}\n`;
    this.#written += text.length;
    appendFileSync(file, text);
  }
}
