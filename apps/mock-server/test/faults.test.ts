import type { FailOptions } from "@kombo-mock/msw";
import { describe, expect, test } from "vitest";
import { application, type Door, doors, outcomeOf, until } from "./doors.ts";

const groups = "GET /hris/groups";

/** Outcomes of so many requests, one after the other. */
async function outcomes(count: number, send: () => Promise<Response>): Promise<string[]> {
  const all: string[] = [];
  for (let request = 0; request < count; request++) all.push(await outcomeOf(send()));
  return all;
}

async function apply(door: Door, person?: string): Promise<Response> {
  const { call, ...sent } = application(door, person);
  return door.send(call, sent);
}

const applicants = async ({ mock, cast }: Door) =>
  (
    await mock.find(
      "ats.candidates",
      { first_name: "Ada", last_name: "Byron" },
      { integration_id: cast.jobWithoutQuestions.integration_id },
    )
  ).length;

const applyTo = "POST /ats/jobs/{job_id}/applications";

describe.each(Object.entries(doors))("through %s", (_name, open) => {
  test("a failure of the platform comes before the request is looked at", async () => {
    const door = await open();
    const { id } = await door.mock.fail(groups, "PLATFORM.UNKNOWN_ERROR", { times: 1 });
    expect(await outcomes(2, () => door.send(`${groups}?page_size=many`))).toEqual([
      "500 PLATFORM.UNKNOWN_ERROR",
      "400 PLATFORM.INPUT_INVALID",
    ]);
    expect(await door.mock.requests(groups)).toMatchObject([
      { marked: "fault", marked_by: id, answer: { code: "PLATFORM.UNKNOWN_ERROR" } },
      { marked: null, marked_by: null },
    ]);
  });

  test("a failure of the tool meets valid requests only, and then nothing was written", async () => {
    const door = await open();
    await door.mock.fail(applyTo, "REMOTE.SERVICE_UNAVAILABLE", { times: 1 });
    const { call, to } = application(door);
    expect(await outcomeOf(door.send(call, { to, body: {} }))).toBe("400 PLATFORM.INPUT_INVALID");
    expect(await outcomeOf(apply(door))).toBe("503 REMOTE.SERVICE_UNAVAILABLE");
    expect(await applicants(door)).toBe(0);
    expect(await outcomeOf(apply(door))).toBe("200");
    expect(await applicants(door)).toBe(1);
    expect(await door.mock.faults.list()).toMatchObject([{ stage: "remote", seen: 2, met: 1 }]);
  });

  test("an error on the way back leaves the write, and a retry meets the API's own duplicate error", async () => {
    const door = await open();
    await door.mock.fail(applyTo, "PLATFORM.UNKNOWN_ERROR", { stage: "answer", times: 1 });
    expect(await outcomes(2, () => apply(door))).toEqual([
      "500 PLATFORM.UNKNOWN_ERROR",
      "409 ATS.APPLICATION_ALREADY_EXISTS",
    ]);
    expect(await applicants(door)).toBe(1);
  });

  test.each(["platform", "remote", "answer"] as const)(
    "a load balancer's page can come at the stage %s",
    async (stage) => {
      const door = await open();
      const page = "<html><title>502 Bad Gateway</title></html>";
      await door.mock.faults.add({ operation: applyTo, stage, status: 502, body: page, times: 1 });
      const answer = await apply(door);
      expect([answer.status, answer.headers.get("content-type"), await answer.text()]).toEqual([
        502,
        "text/html; charset=utf-8",
        page,
      ]);
      expect(await applicants(door)).toBe(stage === "answer" ? 1 : 0);
    },
  );

  test.each(["platform", "remote", "answer"] as const)(
    "a connection can be reset at the stage %s",
    async (stage) => {
      const door = await open();
      await door.mock.faults.add({ operation: applyTo, stage, abort: "reset", times: 1 });
      await expect(apply(door)).rejects.toThrow(TypeError);
      expect(await applicants(door)).toBe(stage === "answer" ? 1 : 0);
      const [exchange] = await door.mock.requests(applyTo);
      expect(exchange).toMatchObject({
        marked: "fault",
        lost: "reset",
        answer: { status: stage === "answer" ? 200 : 0 },
      });
      expect(await outcomeOf(apply(door))).toBe(
        stage === "answer" ? "409 ATS.APPLICATION_ALREADY_EXISTS" : "200",
      );
    },
  );

  test.each(["platform", "answer"] as const)(
    "a request hangs at the stage %s until its client gives up",
    async (stage) => {
      const door = await open();
      await door.mock.faults.add({ operation: applyTo, stage, abort: "hang", times: 1 });
      const patience = new AbortController();
      const { call, ...sent } = application(door);
      let isSettled = false;
      const answer = door.send(call, { ...sent, signal: patience.signal }).finally(() => {
        isSettled = true;
      });
      const given = expect(answer).rejects.toMatchObject({ name: "AbortError" });
      await until(async () => (await door.mock.requests(applyTo)).length === 1);
      expect(isSettled).toBe(false);
      patience.abort();
      await given;
      expect(await applicants(door)).toBe(stage === "answer" ? 1 : 0);
    },
  );

  test.each(["platform", "remote", "answer"] as const)(
    "an answer breaks off in its body at the stage %s",
    async (stage) => {
      const door = await open();
      await door.mock.faults.add({ operation: applyTo, stage, abort: "truncate", times: 1 });
      const answer = await apply(door);
      expect(answer.status).toBe(200);
      await expect(answer.text()).rejects.toThrow(TypeError);
      expect(await applicants(door)).toBe(stage === "answer" ? 1 : 0);
    },
  );

  test.each(["platform", "remote", "answer"] as const)(
    "an answer ends before its JSON does at the stage %s",
    async (stage) => {
      const door = await open();
      await door.mock.faults.add({ operation: applyTo, stage, abort: "malformed", times: 1 });
      const answer = await apply(door);
      const text = await answer.text();
      expect([answer.status, text.slice(0, 9)]).toEqual([200, '{"status"']);
      expect(() => JSON.parse(text)).toThrow(SyntaxError);
      expect(await applicants(door)).toBe(stage === "answer" ? 1 : 0);
    },
  );

  test("latency lets later requests overtake, before the write or after it", async () => {
    const door = await open();
    const order: string[] = [];
    const named = async (name: string, answer: Promise<Response>) => {
      await (await answer).text();
      order.push(name);
    };
    for (const stage of ["platform", "remote", "answer"] as const) {
      await door.mock.faults.remove();
      await door.mock.faults.add({ operation: applyTo, stage, latency_ms: 150, times: 1 });
      const before = await applicants(door);
      const slow = named(`slow ${stage}`, apply(door, `${stage}@mail.example.com`));
      await until(async () => (await door.mock.faults.list())[0]?.met === 1);
      expect((await applicants(door)) - before).toBe(stage === "answer" ? 1 : 0);
      await named(`quick ${stage}`, door.send(groups));
      await slow;
      expect((await applicants(door)) - before).toBe(1);
    }
    expect(order).toEqual(
      ["platform", "remote", "answer"].flatMap((stage) => [`quick ${stage}`, `slow ${stage}`]),
    );
  });

  test("how often a fault strikes: the first, all but the first, every third, and together", async () => {
    const door = await open();
    const pattern = async (options: FailOptions) => {
      await door.mock.faults.remove();
      await door.mock.fail(groups, "PLATFORM.UNKNOWN_ERROR", options);
      return (await outcomes(8, () => door.send(groups)))
        .map((outcome) => (outcome === "200" ? "." : "x"))
        .join("");
    };
    expect(await pattern({})).toBe("xxxxxxxx");
    expect(await pattern({ times: 2 })).toBe("xx......");
    expect(await pattern({ after: 3 })).toBe("...xxxxx");
    expect(await pattern({ every: 3 })).toBe("..x..x..");
    expect(await pattern({ after: 2, every: 2, times: 2 })).toBe("...x.x..");
    expect(await pattern({ rate: 0 })).toBe("........");
    expect(await pattern({ rate: 1, times: 3 })).toBe("xxx.....");
  });

  test("a seeded rate is the same in each run, and another for another seed", async () => {
    const run = async (seed: number) => {
      const door = await open({ seed });
      await door.mock.fail(groups, "PLATFORM.UNKNOWN_ERROR", { rate: 0.4 });
      const all = await outcomes(40, () => door.send(groups));
      await door.close();
      return all;
    };
    const first = await run(1);
    expect(await run(1)).toEqual(first);
    expect(await run(2)).not.toEqual(first);
    const struck = first.filter((outcome) => outcome !== "200").length;
    expect(struck).toBeGreaterThan(6);
    expect(struck).toBeLessThan(30);
  });

  test("faults strike in the order in which they were set, and one that strikes shields the next", async () => {
    const door = await open();
    await door.mock.fail(groups, "PLATFORM.UNKNOWN_ERROR", { times: 2 });
    await door.mock.fail(groups, "INTEGRATION.QA_FAILED", { times: 1 });
    expect(await outcomes(4, () => door.send(groups))).toEqual([
      "500 PLATFORM.UNKNOWN_ERROR",
      "500 PLATFORM.UNKNOWN_ERROR",
      "409 INTEGRATION.QA_FAILED",
      "200",
    ]);
  });

  test("a request that is refused earlier counts at no later stage", async () => {
    const door = await open();
    const later = await door.mock.fail(groups, "REMOTE.INPUT_INVALID", { stage: "answer", after: 1 });
    await door.mock.fail(groups, "PLATFORM.UNKNOWN_ERROR", { times: 2 });
    await outcomes(2, () => door.send(groups));
    await door.send(`${groups}?page_size=many`);
    await door.send("GET /hris/absences");
    const seen = async () =>
      (await door.mock.faults.list({ id: later.id })).map((one) => [one.seen, one.met]);
    expect(await seen()).toEqual([[0, 0]]);
    expect(await outcomes(2, () => door.send(groups))).toEqual(["200", "400 REMOTE.INPUT_INVALID"]);
    expect(await seen()).toEqual([[2, 1]]);
  });

  test("a fault of one integration does not touch another, and goes with its reset", async () => {
    const door = await open();
    const { integration_id } = door.cast.employee;
    const other = (await door.mock.integrations.create({ tool: "personio" })).id;
    await door.mock.fail(groups, "INTEGRATION.PERMISSION_MISSING", { integration_id });
    await door.mock.fail(groups, "REMOTE.SERVICE_UNAVAILABLE", { integration_id: other });
    const both = async () => [
      await outcomeOf(door.send(groups)),
      await outcomeOf(door.send(groups, { to: other })),
    ];
    expect(await both()).toEqual(["403 INTEGRATION.PERMISSION_MISSING", "503 REMOTE.SERVICE_UNAVAILABLE"]);
    await door.mock.reset({ integration_id });
    expect(await both()).toEqual(["200", "503 REMOTE.SERVICE_UNAVAILABLE"]);
    await door.mock.faults.remove({ integration_id: other });
    expect(await both()).toEqual(["200", "200"]);
  });

  test("a fault for all operations passes over those whose family lacks its code", async () => {
    const door = await open();
    await door.mock.faults.add({ error_code: "INTEGRATION.INACTIVE" });
    expect(await outcomeOf(door.send("GET /check-api-key"))).toBe("200");
    expect(await outcomeOf(door.send(groups))).toBe("409 INTEGRATION.INACTIVE");
    expect(await door.mock.faults.list()).toMatchObject([{ seen: 1, met: 1 }]);
  });

  test("an error without a code, and one of another family when that is meant", async () => {
    const door = await open();
    await door.mock.fail(groups, null, { status: 503, message: "Down for maintenance.", times: 1 });
    await door.mock.fail(groups, "ATS.JOB_CLOSED", { unchecked: true, stage: "platform", times: 1 });
    const first = await door.send(groups);
    expect([first.status, await first.json()]).toMatchObject([
      503,
      { status: "error", error: { code: null, title: null, message: "Down for maintenance." } },
    ]);
    expect(await outcomeOf(door.send(groups))).toBe("400 ATS.JOB_CLOSED");
  });

  test("rate limits say when to try again", async () => {
    const door = await open();
    await door.mock.fail(groups, "PLATFORM.RATE_LIMIT_EXCEEDED", { times: 1 });
    await door.mock.fail(groups, "REMOTE.RATE_LIMIT_EXCEEDED", { times: 1, retry_after: 7 });
    const platform = await door.send(groups);
    const told = (name: string) => platform.headers.get(name);
    expect([
      platform.status,
      told("retry-after"),
      told("ratelimit-remaining"),
      told("ratelimit-reset"),
    ]).toEqual([429, "1", "0", "1"]);
    const remote = await door.send(groups);
    expect([remote.status, remote.headers.get("retry-after")]).toEqual([429, "7"]);
  });

  test("faults and stubs that no request met are listed", async () => {
    const door = await open();
    await door.mock.fail(groups, "PLATFORM.UNKNOWN_ERROR", { times: 1 });
    const unmet = await door.mock.fail("GET /hris/absences", "PLATFORM.UNKNOWN_ERROR");
    const unread = await door.mock.stub(groups, {
      body: { status: "success", data: { results: [], next: null } },
    });
    await door.send(groups);
    expect(await door.mock.unused()).toEqual({ faults: [unmet], stubs: [unread] });
    await door.send(groups);
    await door.send("GET /hris/absences");
    expect(await door.mock.unused()).toEqual({ faults: [], stubs: [] });
  });

  test("counters are part of a state that is exported and imported", async () => {
    const door = await open();
    await door.mock.fail(groups, "PLATFORM.UNKNOWN_ERROR", { times: 2 });
    await door.mock.faults.add({ stage: "answer", abort: "truncate", operation: groups, after: 9 });
    await door.mock.faults.add({ latency_ms: 1, operation: groups, rate: 0, integration_id: "x" });
    await door.mock.faults.add({ status: 502, body: "<p>no</p>", operation: "GET /hris/absences" });
    const answer = { body: { status: "success" as const, data: { results: [], next: null } } };
    await door.mock.stub(groups, answer, { times: 2, query: { page_size: 3 } });
    await door.send(groups);
    const state = await door.mock.exportState();
    const shown = async () => [await door.mock.faults.list(), await door.mock.stubs.list()];
    const before = await shown();
    await door.mock.reset();
    expect(await shown()).toEqual([[], []]);
    await door.mock.importState(state);
    expect(await shown()).toEqual(before);
    expect(await outcomes(2, () => door.send(groups))).toEqual(["500 PLATFORM.UNKNOWN_ERROR", "200"]);
  });
});
