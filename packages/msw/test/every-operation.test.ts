import { checkAnswer } from "@kombo-mock/contract";
import { createMock } from "@kombo-mock/msw";
import { type Operation, operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { requestsOf } from "./document-requests.ts";

/** Examples that only work after something else has happened: what they answer in a fresh world. */
const needSomething: Readonly<Partial<Record<Operation, number>>> = {
  "GET /connect/integration-by-token/{token}": 400,
  "POST /connect/activate-integration": 400,
  "GET /lms/courses/bulk/{task_id}": 404,
};

// The keys of the index are the operations.
const names = Object.keys(operations) as Operation[];
const expected: readonly number[] = [200, 400, 401, 403, 404, 409];

/** Sends everything that the document makes of an operation to a fresh world, one after the other. */
async function answers(name: Operation) {
  const mock = createMock({ clock: "frozen", checkAnswer });
  const given: { fault: string | null; status: number; text: string }[] = [];
  for (const { fault, method, path, headers, body } of requestsOf(name)) {
    const answer = await mock.fetch(`${mock.baseUrl}${path}`, {
      ...{ method, headers },
      ...(body === undefined ? {} : { body }),
    });
    given.push({ fault, status: answer.status, text: await answer.text() });
  }
  const faults = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
  return { given, faults };
}

test.each(names)(
  "%s answers its example and everything that is wrong with it as the document allows, and again the same",
  async (name) => {
    const { given, faults } = await answers(name);
    expect(given[0]?.status, given[0]?.text).toBe(needSomething[name] ?? 200);
    const unexpected = given.filter(({ status }) => !expected.includes(status));
    expect(unexpected).toEqual([]);
    expect(faults).toEqual([]);
    expect((await answers(name)).given).toEqual(given);
  },
);
