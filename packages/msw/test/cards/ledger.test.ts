import { type ConditionName, createMock, type ErrorCode, testCardList } from "@kombo-mock/msw";
import type { Operation } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { errorCodes } from "../../src/request/error-codes.ts";
import { type CardClient, cardClient, outcome } from "./card-client.ts";

/** How a code comes about: by a test card, by `mock.fail`, by a key that is one, or not at all, for a reason. */
type Way =
  | { readonly card: ConditionName; readonly call: keyof CardClient }
  | { readonly fail: Operation; readonly call: keyof CardClient; readonly category: "HRIS" | "ATS" }
  | { readonly key: string }
  | { readonly not: string };

const absence = { fail: "POST /hris/absences", call: "write", category: "HRIS" } as const;
const rejection = {
  fail: "POST /ats/applications/{application_id}/reject",
  call: "write",
  category: "ATS",
} as const;

/** Every code that there is. */
const ways: Readonly<Record<ErrorCode, Way>> = {
  "PLATFORM.AUTHENTICATION_INVALID": { key: "ks_dev_invalid_1" },
  "PLATFORM.IP_NOT_WHITELISTED": { key: "ks_dev_blocked_1" },
  "PLATFORM.INPUT_INVALID": absence,
  "PLATFORM.INTEGRATION_NOT_FOUND": { card: "deleted", call: "read" },
  "PLATFORM.RATE_LIMIT_EXCEEDED": { card: "rate-limited", call: "read" },
  "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED": { card: "concurrency-limited", call: "write" },
  "PLATFORM.TASK_TIMED_OUT": { card: "timed-out", call: "read" },
  "PLATFORM.UNKNOWN_ERROR": { card: "unknown-error", call: "read" },
  "INTEGRATION.PERMISSION_MISSING": { card: "permission-missing", call: "write" },
  "INTEGRATION.AUTHENTICATION_INVALID": { card: "invalid", call: "write" },
  "INTEGRATION.QA_FAILED": { card: "qa-failed", call: "read" },
  "INTEGRATION.SETUP_SYNC_PENDING": { card: "first-sync-pending", call: "read" },
  "INTEGRATION.SETUP_INCOMPLETE": { card: "setup-incomplete", call: "read" },
  "INTEGRATION.INACTIVE": { card: "inactive", call: "read" },
  "INTEGRATION.MODEL_NOT_AVAILABLE": { card: "model-not-covered", call: "readModel" },
  "INTEGRATION.MODEL_DISABLED": { card: "model-disabled", call: "readModel" },
  "INTEGRATION.ACTION_NOT_AVAILABLE": { card: "action-not-covered", call: "write" },
  "INTEGRATION.ACTION_DISABLED": { card: "action-disabled", call: "write" },
  "REMOTE.SERVICE_UNAVAILABLE": { card: "remote-down", call: "write" },
  "REMOTE.RATE_LIMIT_EXCEEDED": { card: "remote-rate-limited", call: "write" },
  "REMOTE.INPUT_INVALID": { card: "remote-input-invalid", call: "write" },
  "REMOTE.UNKNOWN_HTTP_ERROR": { card: "remote-unknown-error", call: "write" },
  "HRIS.EMPLOYEE_ALREADY_EXISTS": absence,
  "HRIS.STAFFING_ENTITY_CLOSED": {
    not: "The official SDK in this generation does not know the code: over plain HTTP only.",
  },
  "ATS.JOB_CLOSED": rejection,
  "ATS.APPLICATION_ALREADY_EXISTS": rejection,
  "AI_APPLY.JOB_FEED_IMPORT_ALREADY_RUNNING": { not: "No operation of AI Apply is served here." },
  "AI_APPLY.JOB_FEED_IMPORT_TIMED_OUT": { not: "No operation of AI Apply is served here." },
};

const told = Object.entries(ways) as [ErrorCode, Way][];

test("the ledger has every code", () => {
  expect(Object.keys(ways).sort()).toEqual(Object.keys(errorCodes).sort());
});

test.each(told.flatMap(([code, way]) => ("card" in way ? [{ code, ...way }] : [])))(
  "$code comes from the test card $card",
  async ({ code, card, call }) => {
    const mock = createMock({ clock: "frozen" });
    const found = testCardList.find(({ name, category }) => name === card && category === "HRIS");
    expect(found).toBeDefined();
    if (found) expect(await cardClient(mock, found)[call]()).toBe(code);
  },
);

test.each(told.flatMap(([code, way]) => ("fail" in way ? [{ code, ...way }] : [])))(
  "$code comes from mock.fail",
  async ({ code, fail, call, category }) => {
    const mock = createMock({ clock: "frozen" });
    const { integration_id } = category === "HRIS" ? mock.cast.employee : mock.cast.candidate;
    await mock.faults.add({ operation: fail, error_code: code, times: 1 });
    expect(await cardClient(mock, { id: integration_id, category })[call]()).toBe(code);
  },
);

test.each(told.flatMap(([code, way]) => ("key" in way ? [{ code, ...way }] : [])))(
  "$code comes from the key $key",
  async ({ code, key }) => {
    const mock = createMock({ clock: "frozen", apiKey: key });
    const { employee } = mock.cast;
    const client = cardClient(mock, { id: employee.integration_id, category: "HRIS" });
    expect(await client.details()).toBe(code);
  },
);

test("a code that the SDK does not know is sent over plain HTTP all the same", async () => {
  const mock = createMock({ clock: "frozen" });
  const id = mock.cast.employee.integration_id;
  await mock.fail("GET /hris/employees", "HRIS.STAFFING_ENTITY_CLOSED");
  const answer = await mock.fetch(`${mock.baseUrl}/hris/employees`, {
    headers: { authorization: "Bearer ks_dev_mock", "x-integration-id": id },
  });
  expect(await answer.json()).toMatchObject({ error: { code: "HRIS.STAFFING_ENTITY_CLOSED" } });
});

/** The states that an integration can be in, as far as its calls tell: what reads, writes and its details answer. */
const states = {
  "first sync running": "first-sync-pending",
  "setup open": "setup-incomplete",
  "last sync of the setup running": "final-sync-pending",
  "checks failed": "qa-failed",
  "all is well": "active",
  "syncs fail": "sync-failing",
  "syncs fail in part": "sync-partially-failing",
  "credentials are rejected": "invalid",
  "switched off": "inactive",
  deleted: "deleted",
} as const satisfies Readonly<Record<string, ConditionName>>;

test.each(Object.entries(states))("%s: scenario and trait do what the card does", async (_, name) => {
  const mock = createMock({ clock: "frozen" });
  const card = testCardList.find((one) => one.name === name && one.category === "HRIS");
  const all = async ({ details, read, write }: CardClient) => [await details(), await read(), await write()];
  const byCard = card && (await all(cardClient(mock, card)));
  const { id } = await mock.integrations.create({ tool: card?.tool ?? "" });
  await mock.scenario(name, { integration_id: id });
  expect(await all(cardClient(mock, { id, category: "HRIS" }))).toEqual(byCard);
  if (name === "deleted") return;
  const made = await mock.integrations.create({ tool: card?.tool ?? "", trait: name });
  expect(await outcome(() => all(cardClient(mock, { id: made.id, category: "HRIS" })))).toBe(String(byCard));
});
