import { type MatchedOperation, unknownOperation } from "@kombo-mock/contract/judge";
import { loadAnswerCheck } from "../request/answer-check.ts";
import { cannedBy } from "../request/divert.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Environment } from "../state/environment.ts";
import type { Fault, Stub } from "../state/fault.ts";
import { effectOf, knownOperation, usualStage } from "./fault-effect.ts";
import { type FaultSummary, faultSummary, type StubSummary, stubSummary } from "./fault-summaries.ts";
import { checkInput, type Input } from "./inputs.ts";
import { refuse } from "./seed-values.ts";

/** The control calls about faults and stubs. */
export function faultCalls(environment: Environment, machinery: Machinery) {
  return {
    addFault(given: unknown): FaultSummary {
      const input = checkInput("addFault", given);
      return environment.commit((change) => {
        const fault = faultOf(input, change.newId("fault"));
        change.set({ faults: [...change.root.faults, fault] });
        return faultSummary(fault);
      });
    },
    listFaults(given: unknown = {}): FaultSummary[] {
      const { faults } = environment.root;
      return faults.filter(chosen(checkInput("whichFaults", given, "query"))).map(faultSummary);
    },
    removeFaults(given: unknown = {}): void {
      const { id, ...which } = checkInput("whichFaults", given, "query");
      environment.commit((change) => {
        const { faults } = change.root;
        if (id !== undefined) assertKnown("fault", id, faults);
        const isGone = chosen({ id, ...which });
        change.set({ faults: faults.filter((one) => !isGone(one)) });
      });
    },
    /** Waits for the judges of answers to be loaded, unless nothing is to be judged. */
    async addStub(given: unknown): Promise<StubSummary> {
      const input = checkInput("addStub", given);
      if (input.unchecked !== true) await assertAnswer(input, machinery);
      return environment.commit((change) => {
        const stub = stubOf(input, change.newId("stub"));
        change.set({ stubs: [...change.root.stubs, stub] });
        return stubSummary(stub);
      });
    },
    listStubs(given: unknown = {}): StubSummary[] {
      const { stubs } = environment.root;
      return stubs.filter(chosen(checkInput("whichFaults", given, "query"))).map(stubSummary);
    },
    removeStubs(given: unknown = {}): void {
      const { id, ...which } = checkInput("whichFaults", given, "query");
      environment.commit((change) => {
        const { stubs } = change.root;
        if (id !== undefined) assertKnown("stub", id, stubs);
        const isGone = chosen({ id, ...which });
        change.set({ stubs: stubs.filter((one) => !isGone(one)) });
      });
    },
  };
}

function faultOf(input: Input<"addFault">, id: string): Fault {
  const { operation, integration_id, after = 0, times = null, every = 1, rate = null, unchecked } = input;
  const named = operation === undefined ? undefined : knownOperation(operation);
  const effect = effectOf(input, id);
  return {
    ...{ id, stage: input.stage ?? usualStage(effect), effect, after, times, every, rate, seen: 0, met: 0 },
    ...(named === undefined ? {} : { operation: named }),
    ...(integration_id === undefined ? {} : { integrationId: integration_id }),
    ...(unchecked === true ? { unchecked } : {}),
    from: null,
  };
}

function stubOf(input: Input<"addStub">, id: string): Stub {
  const { method, path, query = {}, integration_id, status = 200 } = input;
  const { headers = {}, body = null, delay_ms = 0, times = 1 } = input;
  return {
    ...{ id, method, path, query, status, headers, body, delayMs: delay_ms, times, used: 0 },
    ...(integration_id === undefined ? {} : { integrationId: integration_id }),
  };
}

/** Holds a canned answer against the document. */
async function assertAnswer(input: Input<"addStub">, machinery: Machinery): Promise<void> {
  const operation: MatchedOperation | undefined = machinery.router.match(input.method, input.path);
  const remedy = 'Say "unchecked": true to send it all the same.';
  if (!operation) {
    const { message } = unknownOperation(`${input.method} ${input.path}`, machinery.router);
    return refuse(`body.path: ${message} ${remedy}`);
  }
  const check = await loadAnswerCheck(operation);
  const broken = check(operation.name, cannedBy(stubOf(input, "")));
  if (broken.length === 0) return;
  const told = broken.slice(0, 20).map(({ message }) => message);
  if (broken.length > told.length) told.push(`And ${broken.length - told.length} more.`);
  refuse(`The document does not allow this answer to "${operation.name}": ${told.join(" ")} ${remedy}`);
}

function chosen(which: Input<"whichFaults">) {
  return ({ id, integrationId }: Pick<Fault, "id" | "integrationId">): boolean =>
    (which.id === undefined || id === which.id) &&
    (which.integration_id === undefined || integrationId === which.integration_id);
}

function assertKnown(kind: string, id: string, all: readonly { readonly id: string }[]): void {
  if (all.some((one) => one.id === id)) return;
  const known = all.map((one) => one.id).join(", ");
  refuse(`query.id: there is no ${kind} "${id}". There ${known === "" ? "are none" : `are ${known}`}.`);
}
