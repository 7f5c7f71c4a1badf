import { describe, expect, test } from "vitest";
import { doors, outcomeOf } from "./doors.ts";
import { messageOf } from "./transports.ts";

const skills = "GET /hris/skills";
const skill = (name: string) => ({
  ...{ id: name, remote_id: name, name, description: null, ordered_levels: [] },
  ...{ changed_at: "2026-01-15T09:00:00.000Z", remote_deleted_at: null, remote_data: null },
});
const page = (...names: string[]) => ({
  status: "success" as const,
  data: { results: names.map(skill), next: null },
});

async function namesOf(answer: Promise<Response>): Promise<string[]> {
  const { data } = (await (await answer).json()) as ReturnType<typeof page>;
  return data.results.map(({ name }) => name);
}

describe.each(Object.entries(doors))("through %s", (_name, open) => {
  test("stubs answer the next requests in order, as often as they are told, and then the mock does", async () => {
    const door = await open();
    const usual = await namesOf(door.send(skills));
    await door.mock.stub(skills, { body: page("one") });
    const { id } = await door.mock.stub(skills, { body: page("two") }, { times: 2 });
    const came = [];
    for (let request = 0; request < 4; request++) came.push(await namesOf(door.send(skills)));
    expect(came).toEqual([["one"], ["two"], ["two"], usual]);
    expect((await door.mock.requests(skills)).map(({ marked }) => marked)).toEqual([
      null,
      "stub",
      "stub",
      "stub",
      null,
    ]);
    expect((await door.mock.requests(skills))[3]?.marked_by).toBe(id);
    expect((await door.mock.stubs.list()).map(({ used }) => used)).toEqual([1, 2]);
  });

  test("a stub is for an integration, path parameters and query parameters", async () => {
    const door = await open();
    const other = (await door.mock.integrations.create({ tool: "personio" })).id;
    await door.mock.stub(skills, { body: page("other") }, { integration_id: other, times: null });
    await door.mock.stub(skills, { body: page("named") }, { query: { name_contains: "a b" }, times: null });
    expect(await namesOf(door.send(skills, { to: other }))).toEqual(["other"]);
    expect(await namesOf(door.send(`${skills}?name_contains=a+b&ids=x`))).toEqual(["named"]);
    expect(await namesOf(door.send(skills))).not.toContain("other");

    const error = { code: "PLATFORM.UNKNOWN_ERROR", title: null, message: "No.", log_url: null } as const;
    const gone = { status: 500, body: { status: "error" as const, error } };
    const params = { absence_id: "a/b" };
    await door.mock.stub("DELETE /hris/absences/{absence_id}", gone, { params, times: null });
    expect(await outcomeOf(door.send("DELETE /hris/absences/a%2Fb", { body: {} }))).toBe(
      "500 PLATFORM.UNKNOWN_ERROR",
    );
    expect(await outcomeOf(door.send("DELETE /hris/absences/other", { body: {} }))).toContain("404");
    await door.mock.reset({ integration_id: other });
    expect((await door.mock.stubs.list()).map(({ integration_id }) => integration_id)).toEqual([null, null]);
  });

  test("an answer that the document does not allow is refused when it is set", async () => {
    const door = await open();
    const broken = { status: "success", data: { results: [{ id: 1 }], next: null } };
    const message = await messageOf(() => door.mock.stub(skills, { body: broken as never }));
    expect(message).toMatch(
      /^The document does not allow this answer to "GET \/hris\/skills": answer\.data\./,
    );
    expect(message).toMatch(/Say "unchecked": true to send it all the same\.$/);
    const error = { code: "ATS.JOB_CLOSED", title: null, message: "No.", log_url: null } as never;
    const foreign = { status: 400, body: { status: "error" as const, error } };
    expect(await messageOf(() => door.mock.stub(skills, foreign))).toContain("answer.error.code");
    const misspelt = { method: "GET" as const, path: "/hris/skils", body: page() };
    expect(await messageOf(() => door.mock.stubs.add(misspelt))).toContain('"GET /hris/skills"');
    expect(await door.mock.stubs.list()).toEqual([]);
    await door.mock.stub(skills, { body: broken }, { unchecked: true });
    expect(await (await door.send(skills)).json()).toEqual(broken);
  });

  test("an unchecked stub answers where the API has nothing, with any status, headers and text", async () => {
    const door = await open();
    const stub = { method: "GET" as const, path: "/beta/{thing}", unchecked: true };
    await door.mock.stubs.add({ ...stub, status: 202, headers: { "x-beta": "1" }, body: "soon" });
    await door.mock.stubs.add({ ...stub, status: 204, delay_ms: 1 });
    const first = await door.send("GET /beta/one");
    expect([first.status, first.headers.get("x-beta"), await first.text()]).toEqual([202, "1", "soon"]);
    const second = await door.send("GET /beta/two");
    expect([second.status, await second.text()]).toEqual([204, ""]);
    expect((await door.send("GET /beta/three")).status).toBe(404);
  });

  test("faults of the platform come before stubs, and those of the tool after", async () => {
    const door = await open();
    await door.mock.stub(skills, { body: page("stub") }, { times: null });
    await door.mock.fail(skills, "PLATFORM.UNKNOWN_ERROR", { times: 1 });
    await door.mock.fail(skills, "REMOTE.SERVICE_UNAVAILABLE");
    expect(await outcomeOf(door.send(skills))).toBe("500 PLATFORM.UNKNOWN_ERROR");
    expect(await namesOf(door.send(skills))).toEqual(["stub"]);
    await door.mock.stubs.remove();
    expect(await outcomeOf(door.send(skills))).toBe("503 REMOTE.SERVICE_UNAVAILABLE");
  });
});
