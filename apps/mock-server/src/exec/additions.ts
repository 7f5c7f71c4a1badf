import { readOwnDocument } from "@kombo-mock/contract/cli";
import {
  Coverage,
  type CoverageReport,
  coverageLines,
  createSurfaces,
  type Suggestion,
  suggestionsOf,
} from "@kombo-mock/contract/coverage";
import { fromJournal } from "@kombo-mock/contract/recorded";
import type { ReportView } from "@kombo-mock/contract/report";
import {
  AppearedFields,
  mergeUsages,
  ObservedUsage,
  type Relied,
  type Usage,
} from "@kombo-mock/contract/usage";
import { candidatesOf } from "./infer/candidates.ts";
import { type InferSettings, inferRelied, linesOfInference, observedUsage } from "./infer/infer-usage.ts";
import type { Recording } from "./recording.ts";
import {
  committedUsage,
  itemsOfUsage,
  linesOfUsage,
  type UsageOutcome,
  type UsageTask,
  usageOutcome,
  usageTaskOf,
  writeUsageFile,
} from "./usage-task.ts";

/** What can be asked for beside the judgement. */
export interface AskedFor {
  readonly coverage?: true;
  readonly usage?: UsageTask;
  readonly inferUsage?: true;
}

/** The same as data, under its keys in `report.json`. */
export interface AddedData {
  readonly coverage?: CoverageReport & { readonly next: readonly Suggestion[] };
  readonly usage?: UsageOutcome & { readonly inferred?: Relied };
}

interface Inferred {
  readonly relied: Relied;
  readonly usage: Usage;
  readonly lines: readonly string[];
}

/** Coverage and usage of a run, collected exchange by exchange. */
export class Additions {
  readonly #task: UsageTask | undefined;
  readonly #coverage: Coverage | undefined;
  readonly #observed = new ObservedUsage();
  readonly #appeared: AppearedFields | undefined;
  readonly #document: unknown;
  readonly #committed: Usage | undefined;
  #inferred: Inferred | undefined;

  constructor(asked: AskedFor, recording: Recording) {
    this.#task = usageTaskOf(asked);
    this.#document = asked.coverage || asked.inferUsage ? readOwnDocument() : undefined;
    const surfaceOf = this.#document === undefined ? undefined : createSurfaces(this.#document);
    this.#coverage = surfaceOf && asked.coverage && new Coverage(surfaceOf);
    this.#appeared = surfaceOf && asked.inferUsage && new AppearedFields(surfaceOf);
    this.#committed = this.#task && committedUsage(this.#task);
    recording.onExchange(({ line, operation }) => {
      const recorded = operation === null ? undefined : fromJournal(line);
      if (operation === null || !recorded) return;
      const { request, answer } = recorded;
      this.#coverage?.add({ operation, url: request.url, answer });
      this.#observed.add({ operation, request, answer });
      this.#appeared?.add({ operation, answer });
    });
  }

  /** What the run used: what it sent, which errors it met, and which fields it was observed to rely on. */
  get #used(): Usage {
    const sent = this.#observed.usage();
    return this.#inferred ? mergeUsages([sent, this.#inferred.usage]) : sent;
  }

  /** Finds out by further runs on which fields the tests rely, where that was asked for. */
  async infer(settings: InferSettings): Promise<void> {
    if (!this.#appeared || !this.#committed) return;
    const candidates = candidatesOf(this.#appeared.places(), this.#committed, this.#document);
    const relied = await inferRelied(candidates, settings, (line) =>
      process.stderr.write(`infer-usage: ${line}\n`),
    );
    const usage = observedUsage(candidates.filter(({ name }) => relied.observed.includes(name)));
    this.#inferred = { relied, usage, lines: linesOfInference(relied, settings.settings.command) };
  }

  /** `isComplete` says whether all tests have run, and well. */
  data(isComplete: boolean): AddedData {
    const coverage = this.#coverage?.report();
    const inferred = this.#inferred ? { inferred: this.#inferred.relied } : {};
    return {
      ...(coverage ? { coverage: { ...coverage, next: suggestionsOf(coverage) } } : {}),
      ...(this.#task && this.#committed
        ? { usage: { ...usageOutcome(this.#task, this.#committed, this.#used, isComplete), ...inferred } }
        : {}),
    };
  }

  /** Writes the file of usages, where that was asked for. */
  write(): void {
    if (this.#task?.what === "write" && this.#committed)
      writeUsageFile(this.#task, this.#committed, this.#used);
  }

  /** The report with what was asked for. */
  show(view: ReportView, { coverage, usage }: AddedData, isComplete: boolean): ReportView {
    const told = this.#task && usage ? linesOfUsage(this.#task, usage, isComplete) : [];
    return {
      ...view,
      items: [...view.items, ...(usage ? itemsOfUsage(usage) : [])],
      remarks: [...view.remarks, ...(this.#inferred?.lines ?? []), ...told],
      sections: coverage ? [{ title: "Coverage", lines: coverageLines(coverage) }] : [],
    };
  }
}
