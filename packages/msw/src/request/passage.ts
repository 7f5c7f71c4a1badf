import { hash128 } from "@kombo-mock/factories";
import type { Change } from "../state/change.ts";
import type { Fault, Stub } from "../state/fault.ts";
import { familyHas } from "./error-codes.ts";
import { reachesTool } from "./limits.ts";
import type { RequestFacts } from "./matching-stub.ts";
import { matchingStub } from "./matching-stub.ts";

/** What a request meets at a stage: how long it is held up, and the fault that ends its way. */
interface Encounter {
  readonly waits: number;
  readonly stop: Fault | undefined;
}

/**
 * One request's way through the stages. It decides each stage once, however often the request is taken up again after
 * it was held up, and counts what was met, to be noted in the root whether the request succeeds or not.
 */
export class Passage {
  // Made when a fault is there: nearly all requests meet none.
  #reached: Map<Fault["stage"], Encounter> | undefined;
  #faults: Map<string, { readonly met: boolean }> | undefined;
  #stub: string | undefined;
  #marked: { readonly by: "fault" | "stub"; readonly id: string } | undefined;

  /** What made the answer, or held it up. */
  get marked(): { readonly by: "fault" | "stub"; readonly id: string } | undefined {
    return this.#marked;
  }

  /** Whether there is something to note. */
  get counted(): boolean {
    return this.#faults !== undefined || this.#stub !== undefined;
  }

  /**
   * What happens at a stage. Faults lie behind one another in the order in which they were set: what one of them stops
   * does not reach the next.
   */
  reach(
    stage: Fault["stage"],
    { faults }: Change["root"],
    request: RequestFacts,
    seed: number,
  ): Encounter | undefined {
    const before = this.#reached?.get(stage);
    if (before) return { ...before, waits: 0 };
    if (faults.length === 0) return undefined;
    this.#reached ??= new Map();
    let waits = 0;
    let stop: Fault | undefined;
    for (const fault of faults) {
      if (fault.stage !== stage || !isAbout(fault, request)) continue;
      const met = meets(fault, seed);
      this.#faults ??= new Map();
      this.#faults.set(fault.id, { met });
      if (!met) continue;
      this.#marked = { by: "fault", id: fault.id };
      if (fault.effect.kind !== "latency") {
        stop = fault;
        break;
      }
      waits += fault.effect.milliseconds;
    }
    const encounter = { waits, stop };
    this.#reached.set(stage, encounter);
    return encounter;
  }

  /** The canned answer for a request, taken from the first stub that is left for it. */
  takeStub({ stubs }: Change["root"], request: RequestFacts): Stub | undefined {
    if (stubs.length === 0) return undefined;
    const stub = matchingStub(stubs, request);
    if (!stub) return undefined;
    this.#stub = stub.id;
    this.#marked = { by: "stub", id: stub.id };
    return stub;
  }

  /** Notes in the root what was met since the last time. */
  count(change: Change): void {
    const met = this.#faults;
    if (met) {
      const faults = change.root.faults.map((fault) => {
        const counted = met.get(fault.id);
        if (!counted) return fault;
        return { ...fault, seen: fault.seen + 1, met: fault.met + (counted.met ? 1 : 0) };
      });
      change.set({ faults });
      this.#faults = undefined;
    }
    if (this.#stub === undefined) return;
    const used = this.#stub;
    const stubs = change.root.stubs.map((stub) =>
      stub.id === used ? { ...stub, used: stub.used + 1 } : stub,
    );
    change.set({ stubs });
    this.#stub = undefined;
  }
}

/** A fault for all operations passes over those whose family does not have its code, and those that ask no tool. */
function isAbout(
  { operation, integrationId, effect, stage, unchecked }: Fault,
  { operation: asked, integrationId: named }: RequestFacts,
): boolean {
  if (integrationId !== undefined && integrationId !== named) return false;
  if (operation !== undefined) return operation === asked?.name;
  if (stage === "remote" && asked && !reachesTool(asked)) return false;
  if (effect.kind !== "error" || effect.code === null || unchecked === true || !asked) return true;
  return familyHas(asked.entry.errors, effect.code);
}

function meets({ id, after, every, rate, times, seen, met }: Fault, seed: number): boolean {
  const turn = seen + 1 - after;
  if (turn < 1 || turn % every !== 0 || (times !== null && met >= times)) return false;
  return rate === null || hash128(`${seed}\n${id}\n${turn}`)[0] / 0x1_0000_0000 < rate;
}
