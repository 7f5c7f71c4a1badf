import { type ConditionName, createMock, testCardList } from "@kombo-mock/msw";
import { expect, test } from "vitest";
import { type CardClient, cardClient } from "./card-client.ts";

const well = { details: "ACTIVE, COMPLETED", read: "some" } as const;
const always = (code: string) => ({ details: code, read: code, write: code });
const refusing = (details: string, code: string) => ({ details, read: code, write: code });

type Found = { readonly [Call in keyof CardClient]?: string };

/** What the official SDK finds out, call after call in this order; of some cards another test knows more. */
const found = {
  active: { ...well, write: "ok" },
  invalid: { details: "INVALID, COMPLETED", read: "some", write: "INTEGRATION.AUTHENTICATION_INVALID" },
  inactive: refusing("INACTIVE, COMPLETED", "INTEGRATION.INACTIVE"),
  "setup-incomplete": refusing("ACTIVE, INCOMPLETE", "INTEGRATION.SETUP_INCOMPLETE"),
  "final-sync-pending": refusing("ACTIVE, FINAL_SYNC_PENDING", "INTEGRATION.SETUP_SYNC_PENDING"),
  "first-sync-pending": refusing("ACTIVE, COMPLETED", "INTEGRATION.SETUP_SYNC_PENDING"),
  "qa-failed": refusing("ACTIVE, COMPLETED", "INTEGRATION.QA_FAILED"),
  "credentials-failing": { ...well, write: "ok" },
  "sync-failing": { ...well, write: "ok" },
  "sync-partially-failing": { ...well, write: "ok" },
  "data-expired": { ...well, write: "ok" },
  deleted: always("PLATFORM.INTEGRATION_NOT_FOUND"),
  "model-not-covered": { details: well.details, readModel: "INTEGRATION.MODEL_NOT_AVAILABLE" },
  "model-disabled": { details: well.details, readModel: "INTEGRATION.MODEL_DISABLED" },
  "model-opted-out": { details: well.details, readModel: "INTEGRATION.MODEL_DISABLED" },
  "action-not-covered": { ...well, write: "INTEGRATION.ACTION_NOT_AVAILABLE" },
  "action-disabled": { ...well, write: "INTEGRATION.ACTION_DISABLED" },
  "action-opted-out": { ...well, write: "INTEGRATION.ACTION_DISABLED" },
  "field-off": well,
  "rate-limited": always("PLATFORM.RATE_LIMIT_EXCEEDED"),
  "rate-limited-twice": { ...always("PLATFORM.RATE_LIMIT_EXCEEDED"), write: "ok" },
  "concurrency-limited": always("PLATFORM.CONCURRENCY_LIMIT_EXCEEDED"),
  "unknown-error": always("PLATFORM.UNKNOWN_ERROR"),
  "timed-out": always("PLATFORM.TASK_TIMED_OUT"),
  "bad-gateway": always("KomboDefaultError 502"),
  flaky: { ...well, write: "PLATFORM.UNKNOWN_ERROR" },
  slow: {},
  hanging: {},
  "connection-reset": {},
  "truncated-body": {},
  "malformed-body": {},
  "permission-missing": { ...well, write: "INTEGRATION.PERMISSION_MISSING" },
  "remote-down": { ...well, write: "REMOTE.SERVICE_UNAVAILABLE" },
  "remote-rate-limited": { ...well, write: "REMOTE.RATE_LIMIT_EXCEEDED" },
  "remote-input-invalid": { ...well, write: "REMOTE.INPUT_INVALID" },
  "remote-unknown-error": { ...well, write: "REMOTE.UNKNOWN_HTTP_ERROR" },
  "answer-lost": well,
  empty: { details: well.details, read: "none" },
  "edge-cases": { ...well, write: "ok" },
  "all-null": well,
  "all-deleted": { details: well.details, read: "none" },
  large: well,
} as const satisfies Readonly<Record<ConditionName, Found>>;

const mock = createMock({
  clock: "frozen",
  assume: { "absence-beyond-balance": "accept", "overlapping-absences": "accept" },
});

test.each(testCardList)(
  "$id does what its name says, and so does its twin, without any setting up",
  {
    timeout: 60_000,
  },
  async ({ name, category, id, twin }) => {
    const expected = Object.entries(found[name]);
    for (const one of [id, twin]) {
      const client = cardClient(mock, { id: one, category });
      const came: [string, string][] = [];
      for (const [call] of expected) came.push([call, await client[call as keyof CardClient]()]);
      expect(came, one).toEqual(expected);
    }
  },
);

test("no two cards have an id in common, and twins look like the vendor's ids", () => {
  const ids = testCardList.flatMap(({ id, twin }) => [id, twin]);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { tool, twin } of testCardList) {
    expect(twin).toMatch(new RegExp(`^${tool}:[1-9A-HJ-NP-Za-km-z]{24}$`));
  }
});

test("ids and twins stay as they are", () => {
  const [first, last] = [testCardList[0], testCardList.at(-1)];
  expect([first?.id, first?.twin]).toEqual(["humaans:active", "humaans:1UHnLTLaVTyZobT6UCMeTVBC"]);
  expect([last?.id, last?.twin]).toEqual(["workable:large", "workable:n2dc9fJzNQ9YRyTdUMcC6LhE"]);
});
