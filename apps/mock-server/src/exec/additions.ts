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
import { ObservedUsage, type Usage } from "@kombo-mock/contract/usage";
import type { Recording } from "./recording.ts";
import {
  committedUsage,
  itemsOfUsage,
  linesOfUsage,
  type UsageOutcome,
  type UsageTask,
  usageOutcome,
  writeUsageFile,
} from "./usage-task.ts";

/** What can be asked for beside the judgement. */
export interface AskedFor {
  readonly coverage?: true;
  readonly usage?: UsageTask;
}

/** The same as data, under its keys in `report.json`. */
export interface AddedData {
  readonly coverage?: CoverageReport & { readonly next: readonly Suggestion[] };
  readonly usage?: UsageOutcome;
}

/** Coverage and usage of a run, collected exchange by exchange. */
export class Additions {
  readonly #asked: AskedFor;
  readonly #coverage: Coverage | undefined;
  readonly #observed = new ObservedUsage();
  readonly #committed: Usage | undefined;

  constructor(asked: AskedFor, recording: Recording) {
    this.#asked = asked;
    this.#coverage = asked.coverage ? new Coverage(createSurfaces(readOwnDocument())) : undefined;
    this.#committed = asked.usage && committedUsage(asked.usage);
    recording.onExchange(({ line, operation }) => {
      const recorded = operation === null ? undefined : fromJournal(line);
      if (operation === null || !recorded) return;
      const { request, answer } = recorded;
      this.#coverage?.add({ operation, url: request.url, answer });
      this.#observed.add({ operation, request, answer });
    });
  }

  /** What the run used, as far as it sends anything or meets errors. */
  get used(): Usage {
    return this.#observed.usage();
  }

  /** `isComplete` says whether all tests have run, and well. */
  data(isComplete: boolean): AddedData {
    const { usage } = this.#asked;
    const coverage = this.#coverage?.report();
    return {
      ...(coverage ? { coverage: { ...coverage, next: suggestionsOf(coverage) } } : {}),
      ...(usage && this.#committed
        ? { usage: usageOutcome(usage, this.#committed, this.used, isComplete) }
        : {}),
    };
  }

  /** Writes the file of usages, where that was asked for. */
  write(): void {
    const { usage } = this.#asked;
    if (usage?.what === "write" && this.#committed) writeUsageFile(usage, this.#committed, this.used);
  }

  /** The report with what was asked for. */
  show(view: ReportView, { coverage, usage }: AddedData, isComplete: boolean): ReportView {
    const task = this.#asked.usage;
    const told = task && usage ? linesOfUsage(task, usage, isComplete) : [];
    return {
      ...view,
      items: [...view.items, ...(usage ? itemsOfUsage(usage) : [])],
      remarks: [...view.remarks, ...told],
      sections: coverage ? [{ title: "Coverage", lines: coverageLines(coverage) }] : [],
    };
  }
}
