import { Worker } from "node:worker_threads";
import type { Job, JobResult } from "./worker.ts";

/** How long a run may take, in milliseconds; what takes longer does not end. */
const patience = 60_000;

/** A few threads that run jobs, each one after the other. */
export class Pool {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();
  readonly #waiting: (() => void)[] = [];
  #free: number;

  constructor(threads: number) {
    this.#free = threads;
  }

  /** Runs a job on a thread; a run that does not end is a crash, and its thread is ended. */
  async run(job: Job): Promise<JobResult> {
    if (this.#free === 0) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    else this.#free--;
    try {
      return await this.#runNow(job);
    } finally {
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free++;
    }
  }

  async #runNow(job: Job): Promise<JobResult> {
    const worker = this.#idle.pop() ?? this.#start();
    let timer: NodeJS.Timeout | undefined;
    const ended = await new Promise<JobResult | string>((resolve) => {
      timer = setTimeout(resolve, patience, "The program does not end.");
      const onMessage = (result: JobResult) => {
        worker.off("error", onError);
        resolve(result);
      };
      const onError = (error: unknown) => {
        worker.off("message", onMessage);
        resolve(error instanceof Error ? `${error.name}: ${error.message}` : "error");
      };
      worker.once("message", onMessage).once("error", onError);
      worker.postMessage(job);
    });
    clearTimeout(timer);
    if (typeof ended !== "string") {
      this.#idle.push(worker);
      return ended;
    }
    this.#all.delete(worker);
    await worker.terminate();
    return { ...nothing, crash: ended, trace: ended };
  }

  async close(): Promise<void> {
    await Promise.all([...this.#all].map((worker) => worker.terminate()));
  }

  #start(): Worker {
    const worker = new Worker(new URL("./worker.ts", import.meta.url), {
      ...{ stdout: true, stderr: true },
      // Node says once that its stripping of types is an experiment.
      execArgv: [...process.execArgv, "--disable-warning=ExperimentalWarning"],
    });
    this.#all.add(worker);
    return worker;
  }
}

const nothing: Omit<JobResult, "crash" | "trace"> = {
  ...{ violations: [], habits: [], plainHabits: [], findings: [], operations: [], webhooks: [] },
};
