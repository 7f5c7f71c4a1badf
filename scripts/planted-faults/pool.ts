import { Worker } from "node:worker_threads";
import type { Job, JobResult } from "./worker.ts";

/** How long a run may take, in milliseconds; what takes longer does not end. */
const patience = 60_000;

/** A few threads that run jobs, each one after the other. */
export class Pool {
  readonly #idle: Worker[] = [];
  readonly #all = new Set<Worker>();

  /** Runs a job on a thread; a run that does not end is a crash, and its thread is ended. */
  async run(job: Job): Promise<JobResult> {
    const worker = this.#idle.pop() ?? this.#start();
    let timer: NodeJS.Timeout | undefined;
    const ended = await new Promise<JobResult | string>((resolve) => {
      timer = setTimeout(resolve, patience, "The program does not end.");
      worker.once("message", resolve);
      worker.once("error", (error: unknown) => resolve(error instanceof Error ? `${error.name}: ${error.message}` : "error"));
      worker.postMessage(job);
    });
    clearTimeout(timer);
    worker.removeAllListeners();
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
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { stdout: true, stderr: true });
    this.#all.add(worker);
    return worker;
  }
}

const nothing: Omit<JobResult, "crash" | "trace"> = {
  ...{ violations: [], habits: [], plainHabits: [], findings: [], operations: [], webhooks: [] },
};
