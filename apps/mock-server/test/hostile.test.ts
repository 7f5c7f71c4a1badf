import { parseVariation, printVariation, type Variation } from "@kombo-mock/contract/variation";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { type HostileSettings, type RunResult, runHostile } from "../src/exec/hostile/run-hostile.ts";

const green: RunResult = {
  ...{ status: 0, signal: null, timedOut: false, output: "2 passed" },
  ...{ operations: ["GET /hris/employees", "webhook data-changed"], violations: [], shown: [] },
};
const red = (output: string): RunResult => ({ ...green, status: 1, output });
const crash = red("TypeError: Cannot read properties of null (reading 'toLowerCase')");
const assertion = red("AssertionError: expected 1 to be 2");

/** Runs a hostile mode over tests that come to what a function says of the variations, by their texts. */
async function hunt(
  outcomeOf: (texts: readonly string[], run: number) => RunResult,
  settings: Partial<HostileSettings> = {},
) {
  const runs: string[][] = [];
  const told: string[] = [];
  const outcome = await runHostile(
    { variants: 20, seed: 1, budget: 30, faults: false, replay: [], document, ...settings },
    async (variations: readonly Variation[]) => {
      const texts = variations.map(printVariation);
      runs.push(texts);
      return outcomeOf(texts, runs.length);
    },
    (line) => told.push(line),
  );
  const findings = outcome.findings.map(({ kind, variations, isSmallest, replay }) => ({
    kind,
    texts: variations.map(printVariation),
    isSmallest,
    replay,
  }));
  return { ...outcome, findings, log: runs, told };
}

const email = "GET /hris/employees work_email=null";

test("tests that stay green are run once unchanged and once in each variant", async () => {
  const { findings, runs, variants, log, told } = await hunt(() => green);
  expect({ findings, runs, variants }).toEqual({ findings: [], runs: 21, variants: 20 });
  expect(log[0]).toEqual([]);
  expect(new Set(log.flat()).has(email)).toBe(true);
  expect(told[0]).toMatch(/^unchanged: green, 2 operations with \d+ variations$/);
});

test("reads fail only where that was asked for", async () => {
  const isFault = (text: string) => text.includes("fault=");
  expect((await hunt(() => green)).log.flat().filter(isFault)).toEqual([]);
  const { log } = await hunt(() => green, { faults: true });
  expect(log.flat().filter(isFault).toSorted()).toEqual([
    "GET /hris/employees fault=429",
    "GET /hris/employees fault=503",
    "GET /hris/employees fault=reset",
  ]);
});

test("tests that fail unchanged are not varied", async () => {
  const { isGreen, findings, runs, told } = await hunt(() => crash);
  expect({ isGreen, findings, runs }).toEqual({ isGreen: false, findings: [], runs: 1 });
  expect(told).toEqual(["the tests fail unchanged, so nothing is varied"]);
});

test("a crash is reduced to the one line that shows it, found once, and told with how to repeat it", async () => {
  const { findings, log, told } = await hunt((texts) => (texts.includes(email) ? crash : green));
  expect(findings).toEqual([
    { kind: "crash", texts: [email], isSmallest: true, replay: `--hostile-replay "${email}"` },
  ]);
  const found = log.findLastIndex((texts) => texts.includes(email));
  expect(log[found]).toEqual([email]);
  expect(log.length - found).toBeGreaterThan(5);
  expect(told.filter((line) => line.includes("TypeError"))).toHaveLength(1);
});

test("what needs two variations keeps both", async () => {
  const { log } = await hunt(() => green);
  const [one = "", other = ""] = [log[1]?.[7], log[1]?.[20]];
  const { findings } = await hunt(
    (texts) => (texts.includes(one) && texts.includes(other) ? assertion : green),
    {
      budget: 200,
    },
  );
  expect(findings).toMatchObject([{ kind: "assertion", texts: [one, other], isSmallest: true }]);
});

test("two faults are two findings, a crash and an assertion", async () => {
  const title = "GET /hris/employees job_title=long";
  const { findings } = await hunt(
    (texts) => (texts.includes(email) ? crash : texts.includes(title) ? assertion : green),
    { budget: 100 },
  );
  expect(findings.map(({ kind, texts }) => [kind, ...texts]).toSorted()).toEqual([
    ["assertion", title],
    ["crash", email],
  ]);
});

test("tests that are green when they run again are flaky, and nothing is reduced", async () => {
  const { findings, runs } = await hunt((_, run) => (run === 4 ? crash : green));
  expect(findings).toMatchObject([{ kind: "flaky", isSmallest: false }]);
  expect(runs).toBe(22);
});

test("the budget bounds what is repeated and reduced, and the finding says that it could be smaller", async () => {
  const { findings, runs, told } = await hunt((texts) => (texts.length > 0 ? crash : green), {
    budget: 3,
    variants: 4,
  });
  expect(runs).toBe(1 + 4 + 3);
  expect(findings.map(({ isSmallest }) => isSmallest)).toEqual([false, false, false, false]);
  expect(told.some((line) => line.includes("the budget of 3 runs is used up"))).toBe(true);
});

test("requests that only a variant makes wrong are violations, those of the green run are not", async () => {
  const known = "error undeclared-parameter GET /hris/employees query.pagesize";
  const { findings } = await hunt((texts) => ({
    ...green,
    violations: texts.includes(email)
      ? [known, "error invalid-parameter GET /hris/absences query.ids"]
      : [known],
  }));
  expect(findings).toMatchObject([{ kind: "violation", texts: [email] }]);
});

test("what a variation shows by itself is told once and needs no reducing", async () => {
  const forged = "webhook data-changed signature=bad";
  const { findings, runs } = await hunt((texts) => ({
    ...green,
    shown: texts.includes(forged) ? [{ variation: forged, message: "It was accepted." }] : [],
  }));
  expect(findings).toMatchObject([{ kind: "violation", texts: [forged], isSmallest: true }]);
  expect(runs).toBe(21);
});

test("a replay runs the tests unchanged and then once with what is named", async () => {
  const replay = [parseVariation(email)];
  const { findings, log } = await hunt((texts) => (texts.includes(email) ? crash : green), { replay });
  expect(log).toEqual([[], [email]]);
  expect(findings).toMatchObject([{ kind: "crash", texts: [email], isSmallest: true }]);
  expect((await hunt(() => green, { replay })).findings).toEqual([]);
});

test("a value in quotes is quoted for a shell", async () => {
  const text = 'GET /hris/employees first_name="null"';
  const { findings } = await hunt((texts) => (texts.includes(text) ? crash : green), {
    replay: [parseVariation(text)],
  });
  expect(findings[0]?.replay).toBe(`--hostile-replay '${text}'`);
});

test("what the tests do from request to request is told once, and so is what only a variation shows", async () => {
  const page = "unread-page in GET /hris/employees";
  const plain = await hunt(() => ({ ...green, habits: { all: [page], plain: [page] } }));
  expect(plain.findings).toEqual([{ kind: "habit", texts: [], isSmallest: true, replay: "" }]);
  const varied = await hunt((texts) => {
    const seen = texts.includes(email) ? [page] : [];
    return { ...green, habits: { all: seen, plain: seen } };
  });
  expect(varied.findings).toMatchObject([{ kind: "habit", texts: [email], isSmallest: true }]);
});
