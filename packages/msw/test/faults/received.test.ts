import { createMock, type Mock } from "@kombo-mock/msw";
import { assertReceived } from "@kombo-mock/msw/assert";
import { komboMatchers } from "@kombo-mock/msw/matchers";
import { beforeEach, expect, test } from "vitest";

expect.extend(komboMatchers);

let mock: Mock;

beforeEach(() => {
  mock = createMock({ clock: "frozen" });
});

async function send(call: string, body?: unknown): Promise<void> {
  const [method = "", path = ""] = call.split(" ");
  await mock.fetch(mock.baseUrl + path, {
    method,
    headers: {
      authorization: "Bearer ks_dev_mock",
      "x-integration-id": mock.cast.employee.integration_id,
      "content-type": "application/json",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
}

const absence = (start_date: string) => ({
  employee_id: mock.cast.employee.id,
  absence_type_id: mock.cast.vacation.id,
  ...{ start_date, end_date: start_date, status: "REQUESTED", start_half_day: true },
});

async function messageOf(assertion: Promise<unknown>): Promise<string> {
  return assertion.then(
    () => "It passed.",
    (error: Error) => error.message,
  );
}

test("a request is found by a part of its body, its query and its integration", async () => {
  await send("POST /hris/absences?x=1", absence("2026-03-02"));
  await send("GET /hris/groups?page_size=5");
  await expect(mock).toHaveReceived("POST /hris/absences");
  await expect(mock).toHaveReceived("POST /hris/absences", { body: { start_half_day: true }, times: 1 });
  await expect(mock).toHaveReceived("GET /hris/groups", {
    query: { page_size: 5 },
    integration_id: mock.cast.employee.integration_id,
  });
  await expect(mock).toHaveReceived("POST /hris/absences", {
    body: { start_date: expect.stringMatching(/^2026-03/) },
  });
  await expect(mock).not.toHaveReceived("GET /hris/groups", { query: { page_size: 6 } });
  await assertReceived(mock, "POST /hris/absences", { times: 1 });
});

test("a miss shows what is different in the nearest request, path by path", async () => {
  await send("POST /hris/absences", { ...absence("2026-03-02"), status: "APPROVED", employee_id: "nobody" });
  await send("POST /hris/absences", absence("2026-03-02"));
  const expected = {
    body: {
      ...{ employee_id: mock.cast.employee.id, status: "APPROVED" as const, start_half_day: true },
      employee_note: "Back on Monday",
    },
  };
  const message = [
    `"POST /hris/absences" was never received as expected. This is what is different in the nearest of 2 requests to it, exchange 1 (POST /hris/absences):`,
    `  body.employee_id: expected "${mock.cast.employee.id}", came "nobody"`,
    `  body.employee_note: expected "Back on Monday", and nothing came`,
  ].join("\n");
  expect(await messageOf(expect(mock).toHaveReceived("POST /hris/absences", expected))).toBe(message);
  expect(await messageOf(assertReceived(mock, "POST /hris/absences", expected))).toBe(message);
});

test("a miss without any such request says what came instead", async () => {
  const missed = () => messageOf(assertReceived(mock, "DELETE /hris/absences/{absence_id}"));
  expect(await missed()).toBe(
    '"DELETE /hris/absences/{absence_id}" was never received. No request came at all.',
  );
  await send("GET /hris/groups");
  await send("GET /hris/groups");
  await send("GET /nowhere");
  expect(await missed()).toBe(
    '"DELETE /hris/absences/{absence_id}" was never received. Received were: GET /hris/groups (2 times), GET /nowhere.',
  );
});

test("a wrong number of requests is told as such", async () => {
  await send("GET /hris/groups?page_size=5");
  await send("GET /hris/groups?page_size=5");
  expect(await messageOf(assertReceived(mock, "GET /hris/groups", { times: 1 }))).toBe(
    '"GET /hris/groups" was received 2 times (expected: once).',
  );
  expect(await messageOf(expect(mock).not.toHaveReceived("GET /hris/groups", { times: 2 }))).toBe(
    '"GET /hris/groups" was received 2 times.',
  );
});

test("a misspelt operation is refused with the nearest", async () => {
  const misspelt = "POST /hris/absense" as "POST /hris/absences";
  expect(await messageOf(assertReceived(mock, misspelt))).toBe(
    '"POST /hris/absense" is no operation; one is spelled "GET /check-api-key". Did you mean "POST /hris/absences"?',
  );
});

test("a body that the journal does not keep is said to be too large", async () => {
  await send("POST /hris/absences", { ...absence("2026-03-02"), employee_note: "x".repeat(20_000) });
  expect(
    await messageOf(assertReceived(mock, "POST /hris/absences", { body: { status: "APPROVED" } })),
  ).toMatch(
    /body: expected \{"status":"APPROVED"\}, came "\(\d+ characters, which the journal does not keep\)"/,
  );
});
