import { createMock, testCards } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const ask = async (
  mock: ReturnType<typeof createMock>,
  { id, path, body, signal }: { id: string; path: string; body?: object; signal?: AbortSignal },
) => {
  const answer = await mock.fetch(mock.baseUrl + path, {
    headers: {
      authorization: "Bearer ks_dev_mock",
      "x-integration-id": id,
      "content-type": "application/json",
    },
    ...(body ? { method: "POST", body: JSON.stringify(body) } : {}),
    ...(signal ? { signal } : {}),
  });
  return { status: answer.status, text: await answer.text() };
};

const { connectionReset, hanging, malformedBody, truncatedBody, slow, answerLost } = testCards.hris;
const path = "/hris/employees";

test("a connection that breaks is a network error, and nothing has been done", async () => {
  const mock = createMock({ clock: "frozen" });
  await expect(ask(mock, { id: connectionReset, path })).rejects.toThrow(TypeError);
});

test("only the client's own limit ends a request that hangs", async () => {
  const mock = createMock({ clock: "frozen" });
  const controller = new AbortController();
  const pending = ask(mock, { id: hanging, path, signal: controller.signal });
  controller.abort(new Error("That is enough."));
  await expect(pending).rejects.toThrow("That is enough.");
});

test("a body that is malformed is no JSON, and one that is cut off ends early", async () => {
  const mock = createMock({ clock: "frozen" });
  const { status, text } = await ask(mock, { id: malformedBody, path });
  expect(status).toBe(200);
  expect(() => JSON.parse(text)).toThrow(SyntaxError);
  await expect(ask(mock, { id: truncatedBody, path })).rejects.toThrow(TypeError);
});

test("an answer that is slow is held back by a fault of two seconds", async () => {
  const mock = createMock({ clock: "frozen" });
  const controller = new AbortController();
  const pending = ask(mock, { id: slow, path, signal: controller.signal });
  controller.abort(new Error("Too slow."));
  await expect(pending).rejects.toThrow("Too slow.");
  expect(await mock.faults.list()).toMatchObject([
    { integration_id: slow, latency_ms: 2_000, from: "slow", met: 1 },
  ]);
});

test("a write whose answer is lost was done, so that trying again is refused as doing it twice", async () => {
  const mock = createMock({ clock: "frozen" });
  const [employee] = await mock.find("hris.employees", undefined, { integration_id: answerLost });
  const [type] = await mock.find("hris.absence-types", undefined, { integration_id: answerLost });
  const body = {
    employee_id: employee?.id,
    absence_type_id: type?.id,
    start_date: "2027-03-01",
    end_date: "2027-03-01",
    status: "REQUESTED",
    employee_note: null,
  };
  const write = () => ask(mock, { id: answerLost, path: "/hris/absences", body });
  const made = async () =>
    (await mock.find("hris.absences", undefined, { integration_id: answerLost })).filter(
      ({ start_date }) => start_date === "2027-03-01",
    ).length;
  await expect(write()).rejects.toThrow(TypeError);
  expect(await made()).toBe(1);
  const again = await write();
  expect([again.status, again.text]).toEqual([400, expect.stringContaining("REMOTE.INPUT_INVALID")]);
  await mock.purge("hris.absences", { start_date: "2027-03-01" }, { integration_id: answerLost });
  expect([(await write()).status, await made()]).toEqual([200, 1]);
});
