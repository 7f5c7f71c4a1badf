import type { ChildProcess, StdioOptions } from "node:child_process";
import { constants } from "node:os";
import spawn from "cross-spawn";

/** How a command ended. */
export interface Ended {
  /** As a shell would have it: 128 and the signal's number where a signal ended it. */
  readonly status: number;
  readonly signal: NodeJS.Signals | null;
  /** Whether it took longer than it may. */
  readonly timedOut: boolean;
  /** The end of what it printed; empty where it printed by itself. */
  readonly output: string;
}

/** A command that could not be started. */
export class StartError extends Error {
  override name = "StartError";
}

const keptOutput = 1_000_000;
/** How long what was printed last may take to arrive, in milliseconds. */
const afterExit = 2_000;

/**
 * Runs a command to its end. It prints by itself, or, with `captured`, into the result. Signals that this process gets
 * are handed on, and the command decides what to do.
 */
export async function runCommand(
  [file = "", ...args]: readonly string[],
  options: {
    readonly env: NodeJS.ProcessEnv;
    readonly captured?: boolean;
    /** Prints what is captured too, as it comes. */
    readonly echo?: boolean;
    /** In milliseconds; what takes longer is ended, with all that it started. */
    readonly timeout?: number;
  },
): Promise<Ended> {
  const { env, captured = false, echo = false, timeout } = options;
  const stdio: StdioOptions = captured ? ["ignore", "pipe", "pipe"] : "inherit";
  // A group of its own can be ended as a whole; at a terminal it would lose the keyboard.
  const detached = captured && process.platform !== "win32";
  const child = spawn(file, args, { stdio, env, detached });
  const output = captureOf(child, echo);
  const stopSignals = handOn(child, detached);
  let timedOut = false;
  const timer =
    timeout === undefined
      ? undefined
      : setTimeout(() => {
          timedOut = true;
          kill(child, detached);
        }, timeout);
  try {
    const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
      child.once("error", (error: NodeJS.ErrnoException) => reject(new StartError(faultOf(error, file))));
      child.once("close", (...ended) => resolve(ended));
      // What it started may hold its output open for good.
      child.once("exit", (...ended) => setTimeout(resolve, afterExit, ended).unref());
    });
    return { status: statusOf(code, signal), signal, timedOut, output: output() };
  } finally {
    clearTimeout(timer);
    stopSignals();
    child.stdout?.destroy();
    child.stderr?.destroy();
  }
}

function statusOf(code: number | null, signal: NodeJS.Signals | null): number {
  return code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
}

function captureOf(child: ChildProcess, echo: boolean): () => string {
  let text = "";
  for (const name of ["stdout", "stderr"] as const) {
    child[name]?.setEncoding("utf8").on("data", (more: string) => {
      text = (text + more).slice(-keptOutput);
      if (echo) process[name].write(more);
    });
  }
  return () => text;
}

/** Hands signals on; at a terminal an interrupt reaches the command by itself, unless it has a group of its own. */
function handOn(child: ChildProcess, isGroup: boolean): () => void {
  const pairs = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) => {
    const listener = () => {
      if (isGroup) killGroup(child, signal);
      else if (signal !== "SIGINT" || !process.stdin.isTTY) child.kill(signal);
    };
    process.on(signal, listener);
    return [signal, listener] as const;
  });
  return () => {
    for (const [signal, listener] of pairs) process.off(signal, listener);
  };
}

function kill(child: ChildProcess, isGroup: boolean): void {
  if (child.pid === undefined) return;
  if (isGroup) killGroup(child, "SIGKILL");
  else if (process.platform === "win32") spawn("taskkill", ["/pid", String(child.pid), "/T", "/F"]);
  else child.kill("SIGKILL");
}

function killGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (pid !== undefined) process.kill(-pid, signal);
  } catch {
    // It has ended in the meantime.
  }
}

function faultOf({ code, message }: NodeJS.ErrnoException, file: string): string {
  if (code === "ENOENT") return `There is no command "${file}".`;
  if (code === "EACCES") return `"${file}" may not be executed.`;
  return `"${file}" cannot be started: ${message}.`;
}
