import { describe, expect, test } from "vitest";
import { application, type Door, doors, outcomeOf, until } from "./doors.ts";

const list = "GET /hris/groups";

const rateOf = ({ headers }: Response) =>
  ["limit", "remaining", "reset"].map((name) => headers.get(`ratelimit-${name}`));
const concurrencyOf = ({ headers }: Response) =>
  ["limit", "remaining"].map((name) => headers.get(`concurrency-${name}`));

async function apply(door: Door, person: string): Promise<Response> {
  const { call, ...sent } = application(door, person);
  return door.send(call, sent);
}

describe.each(Object.entries(doors))("through %s", (_name, open) => {
  test("every answer says what is left of the window, which follows the environment's clock", async () => {
    const door = await open();
    expect(rateOf(await door.send(list))).toEqual(["300", "299", "60"]);
    await door.mock.clock.advance("PT2.5S");
    expect(rateOf(await door.send("GET /nowhere"))).toEqual(["300", "298", "58"]);
    await door.mock.clock.advance("PT57.5S");
    expect(rateOf(await door.send(`${list}?page_size=many`))).toEqual(["300", "299", "60"]);
    await door.mock.reset();
    expect(rateOf(await door.send(list))).toEqual(["300", "299", "60"]);
  });

  test("nothing is refused for its number unless that is asked for", async () => {
    const door = await open({ assume: { "rate-limit": 60, "rate-limit-window": 3_600 } });
    const answers = [];
    for (let request = 0; request < 62; request++) answers.push(await door.send(list));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    expect(answers.slice(-3).map(rateOf)).toEqual([
      ["60", "0", "3600"],
      ["60", "0", "3600"],
      ["60", "0", "3600"],
    ]);
  });

  test("an enforced rate limit refuses until the next window, and changes nothing", async () => {
    const door = await open({ enforceLimits: { requestsPerMinute: 2 } });
    await door.send(list);
    await door.mock.clock.advance("PT10S");
    await door.send(list);
    const state = await door.mock.exportState();
    const refused = await door.send(list);
    expect([refused.status, refused.headers.get("retry-after"), ...rateOf(refused)]).toEqual([
      429,
      "50",
      "2",
      "0",
      "50",
    ]);
    expect(refused.headers.get("x-kombo-mock-assumes")).toBe("rate-limit");
    expect(await refused.json()).toMatchObject({ error: { code: "PLATFORM.RATE_LIMIT_EXCEEDED" } });
    expect(await door.mock.exportState()).toEqual(state);
    await door.mock.clock.advance("PT50S");
    expect(await outcomeOf(door.send(list))).toBe("200");
  });

  test("actions, and lists of attachments, say how many more may be under way; reads of a model do not", async () => {
    const door = await open();
    const { pendingApplication: one } = door.cast;
    const attachments = `GET /ats/applications/${one.id}/attachments`;
    expect(concurrencyOf(await door.send(attachments, { to: one.integration_id }))).toEqual(["30", "29"]);
    expect(concurrencyOf(await apply(door, "a@mail.example.com"))).toEqual(["30", "29"]);
    expect(concurrencyOf(await door.send("POST /hris/absences", { body: {} }))).toEqual(["30", "29"]);
    expect(concurrencyOf(await door.send(list))).toEqual([null, null]);
    expect(concurrencyOf(await door.send("GET /check-api-key"))).toEqual([null, null]);
  });

  test("an enforced limit of concurrent actions counts those that are held up, by integration", async () => {
    const door = await open({ enforceLimits: { actionsAtOnce: 2 } });
    const { call } = application(door);
    const operation = "POST /ats/jobs/{job_id}/applications";
    await door.mock.faults.add({ operation, stage: "answer", latency_ms: 400, times: 2 });
    const slow = [apply(door, "a@mail.example.com"), apply(door, "b@mail.example.com")];
    await until(async () => (await door.mock.faults.list())[0]?.met === 2);
    const refused = await apply(door, "c@mail.example.com");
    expect([refused.status, refused.headers.get("retry-after"), ...concurrencyOf(refused)]).toEqual([
      429,
      "1",
      "2",
      "0",
    ]);
    expect(await refused.json()).toMatchObject({ error: { code: "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED" } });
    expect(await outcomeOf(door.send(call, { body: {} }))).not.toContain("CONCURRENCY");
    expect(await outcomeOf(door.send(list))).toBe("200");
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual([200, 200]);
    expect(await outcomeOf(apply(door, "c@mail.example.com"))).toBe("200");
  });
});
