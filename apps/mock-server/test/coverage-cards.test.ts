import { Coverage, cardOfCode, cardOfData, createSurfaces, states } from "@kombo-mock/contract/coverage";
import { createMock, testCards } from "@kombo-mock/msw";
import type { Operation } from "@kombo-mock/openapi";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { expect, test } from "vitest";

const surfaceOf = createSurfaces(document);

/** The test card of each code that a coverage would advise for an operation. */
function advised(operation: Operation) {
  const coverage = new Coverage(surfaceOf);
  coverage.add({ operation, url: "/v1", answer: null });
  const missing = coverage.report().operations[operation]?.errors.missing ?? [];
  return missing.flatMap((code) => {
    const card = cardOfCode(code, operation);
    return card === undefined ? [] : [{ operation, code, card }];
  });
}

function clientOf(card: string) {
  const mock = createMock();
  return async (operation: string, body?: object) => {
    const [method = "GET", path = ""] = operation.split(" ");
    const headers = {
      authorization: "Bearer ks_dev_x",
      "x-integration-id": card,
      "content-type": "application/json",
    };
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    const answer = await mock.fetch(`https://api.kombo.dev/v1${path}`, { method, headers, ...sent });
    // The bridge from an answer of any operation.
    return (await answer.json()) as {
      readonly data?: { readonly results?: readonly Readonly<Record<string, unknown>>[] };
      readonly error?: { readonly code: string | null };
    };
  };
}

const reads = (["GET /hris/employees", "GET /ats/jobs", "GET /assessment/orders/open"] as const).flatMap(
  advised,
);

test.each(reads)("the card $card answers $operation with $code", async ({ operation, code, card }) => {
  expect((await clientOf(card)(operation)).error?.code).toBe(code);
});

test.each(advised("POST /hris/absences"))(
  "the card $card answers $operation with $code",
  async ({ operation, code, card }) => {
    const ask = clientOf(card);
    const first = async (path: string) =>
      (await ask(`GET ${path}?page_size=1`)).data?.results?.[0]?.["id"] ?? "x";
    const body = {
      employee_id: await first("/hris/employees"),
      absence_type_id: await first("/hris/absence-types"),
      start_date: "2027-03-01",
      end_date: "2027-03-01",
      status: "REQUESTED",
      employee_note: null,
    };
    expect((await ask(operation, body)).error?.code).toBe(code);
  },
);

test("each state that a coverage names is a test card", () => {
  const known = Object.values(testCards).flatMap((cards) => Object.values(cards));
  const named = Object.entries<{ readonly tools: Readonly<Record<string, string>> }>(states);
  const ids = named.flatMap(([name, { tools }]) => Object.values(tools).map((tool) => `${tool}:${name}`));
  expect(ids.filter((id) => !known.some((card) => card === id))).toEqual([]);
});

test("integrations with other records are advised that have them", async () => {
  const empty = await clientOf(cardOfData("empty", "GET /ats/jobs") ?? "")("GET /ats/jobs");
  expect(empty.data?.results).toEqual([]);
  const bare = await clientOf(cardOfData("all-null", "GET /hris/employees") ?? "")("GET /hris/employees");
  expect(bare.data?.results?.[0]?.["work_email"]).toBeNull();
  const edge = cardOfData("edge-cases", "GET /hris/employees") ?? "";
  const deleted = await clientOf(edge)("GET /hris/employees?include_deleted=true");
  expect(deleted.data?.results?.some((one) => one["remote_deleted_at"] !== null)).toBe(true);
});
