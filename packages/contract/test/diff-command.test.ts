/// <reference types="node" />

import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type Draft, draftAt } from "./draft.ts";

// Each test starts a process.
vi.setConfig({ testTimeout: 30_000 });

const root = join(import.meta.dirname, "../../..");
const text = readFileSync(fileURLToPath(import.meta.resolve("@kombo-mock/openapi/openapi.json")), "utf8");
const folder = mkdtempSync(join(tmpdir(), "kombo-mock-drift-"));
let server: Server;
let origin: string;

beforeAll(async () => {
  server = createServer((request, answer) => {
    answer.statusCode = request.url === "/openapi.json" ? 200 : 404;
    answer.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  origin = `127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

/** Runs the command in the temporary folder. */
function drift(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const script = join(root, "scripts/contract-drift.ts");
  const child = spawn(process.execPath, ["--conditions=kombo-mock-source", script, ...args], {
    cwd: folder,
    env: { ...process.env, INIT_CWD: folder },
  });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => {
    out += String(chunk);
  });
  child.stderr.on("data", (chunk) => {
    err += String(chunk);
  });
  return new Promise((resolve) => {
    child.on("close", (code) => resolve({ code, out, err }));
  });
}

/** Writes our document with a change as a file, and gives its name. */
function changed(name: string, change: (document: Draft) => void): string {
  const document = JSON.parse(text) as Draft;
  change(document);
  writeFileSync(join(folder, name), JSON.stringify(document));
  return name;
}

function written(name: string, content: string): string {
  writeFileSync(join(folder, name), content);
  return name;
}

const addOperation = (document: Draft) => {
  const paths = draftAt(document, "paths");
  if (paths) paths["/brand-new"] = { get: { responses: { 200: {} } } };
};
const addErrorCode = (document: Draft) => {
  const path = ["components", "schemas", "GeneralErrorEnvelope", "properties", "error", "properties", "code"];
  const code = draftAt(document, ...path);
  if (Array.isArray(code?.["enum"])) code["enum"].push("PLATFORM.BRAND_NEW");
};

test("our own document is no different and exits with 0", async () => {
  const file = changed("same.json", () => {});
  expect(await drift(file)).toEqual({ code: 0, out: "No difference.\n", err: "" });
});

test("what breaks nothing exits with 1", async () => {
  const { code, out } = await drift(changed("more.json", addOperation));
  expect(code).toBe(1);
  expect(out).toBe(
    'GET /brand-new\n    new      "GET /brand-new" is new.\n\n1 difference at 1 operation: 1 new, 0 gone, 0 changed; none breaking.\n',
  );
});

test("what breaks clients exits with 2 and is told once for all operations that share it", async () => {
  const { code, out } = await drift(changed("codes.json", addErrorCode));
  expect(code).toBe(2);
  expect(out).toMatch(
    /^\d+ operations: .*, .*, .* and \d+ more\n {2}! new {6}answer\(default\)\.error\.code has the new/,
  );
});

test("--list all tells it at every operation", async () => {
  const { code, out } = await drift(changed("codes.json", addErrorCode), "--list", "all");
  expect(code).toBe(2);
  expect(out).toMatch(/^GET \/check-api-key\n {2}! new/m);
  expect(out).not.toContain("more");
});

test("--json prints the differences as data", async () => {
  const { code, out } = await drift("--json", changed("more.json", addOperation));
  expect(code).toBe(1);
  expect(JSON.parse(out)).toEqual([
    {
      operation: "GET /brand-new",
      direction: "operation",
      location: "operation",
      change: "operation-added",
      before: null,
      after: "GET /brand-new",
      breaking: false,
      message: '"GET /brand-new" is new.',
    },
  ]);
});

test("a document may be YAML", async () => {
  const file = written(
    "small.yaml",
    "openapi: 3.1.0\npaths:\n  /only:\n    get: { responses: { 200: {} } }\n",
  );
  const { code, out } = await drift(file);
  expect(code).toBe(2);
  expect(out).toContain('"GET /only" is new.');
  expect(out).toContain('"GET /check-api-key" is gone.');
});

test("a document is fetched from a URL, and it says so", async () => {
  const { code, out, err } = await drift(`http://${origin}/openapi.json`);
  expect({ code, out, err }).toEqual({ code: 0, out: "No difference.\n", err: `fetching ${origin}\n` });
});

test.each([
  { given: [], want: "No document is given.\n\nUsage: pnpm contract:drift <file-or-url>" },
  { given: ["a.json", "b.json"], want: 'One document is compared at a time; "b.json" is too much.' },
  { given: ["a.json", "--list", "some"], want: '--list takes "all", not "some".' },
  { given: ["a.json", "--loud"], want: "Unknown option '--loud'" },
  { given: ["missing.json"], want: '"missing.json" cannot be read: ENOENT' },
  { given: [written("broken.json", "{")], want: '"broken.json" is not JSON: ' },
  { given: [written("broken.yaml", "a: [")], want: '"broken.yaml" is not YAML: ' },
  { given: [written("empty.json", "")], want: "The later document is not an object." },
  { given: [written("old.json", '{"swagger":"2.0"}')], want: "The later document is not OpenAPI 3.0 or 3.1" },
  { given: ["http://127.0.0.1:1/"], want: '"http://127.0.0.1:1/" cannot be fetched: ' },
])("$given exits with 3 and says: $want", async ({ given, want }) => {
  const { code, out, err } = await drift(...given);
  expect({ code, out }).toEqual({ code: 3, out: "" });
  expect(err).toContain(want);
});

test("a URL that is not found exits with 3", async () => {
  const { code, err } = await drift(`http://${origin}/nothing`);
  expect(code).toBe(3);
  expect(err).toContain("cannot be fetched: the answer is 404.");
});
