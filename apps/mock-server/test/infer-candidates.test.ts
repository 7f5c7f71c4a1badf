import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { expect, test } from "vitest";
import { candidatesOf } from "../src/exec/infer/candidates.ts";

const operation = "GET /hris/employees";
const at = (field: string) => `answer.data.results[].${field}`;
const places = ["id", "work_email", "manager", "manager.first_name", "employment_status"].map(at);
const none = { version: 1, operations: {} } as const;

const changesOf = (committed: Parameters<typeof candidatesOf>[1] = none) =>
  Object.fromEntries(
    candidatesOf(new Map([[operation, places]]), committed, document).map(({ place, changes }) => [
      place,
      changes.map((one) => one?.change ?? null),
    ]),
  );

test("what appeared and may change is a candidate: first gone, then something else; ids never change", () => {
  expect(changesOf()).toEqual({
    [at("work_email")]: ["null", null, null],
    [at("manager.first_name")]: ["null", null, "emoji"],
    [at("employment_status")]: ["null", null, "unknown"],
    // By itself, since nobody reads what lies in nothing.
    [at("manager")]: [null, "null", null],
  });
});

test("what is known already is no candidate, nor what it lies in", () => {
  const response_fields = { [at("manager.first_name")]: "observed", [at("work_email")]: "declared" } as const;
  const committed = { version: 1, operations: { [operation]: { response_fields } } } as const;
  expect(Object.keys(changesOf(committed))).toEqual([at("employment_status")]);
});

test("fields of an answer that is no list begin with its data", () => {
  const single = "GET /integrations/{integration_id}";
  const found = candidatesOf(
    new Map([[single, ["answer.data", "answer.data.end_user.creator_email"]]]),
    none,
    document,
  );
  expect(found).toMatchObject([
    {
      name: `${single} answer.data.end_user.creator_email`,
      changes: [{ operation: single, at: "end_user.creator_email" }, null, null],
    },
  ]);
});
