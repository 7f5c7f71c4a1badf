import { expect, test } from "vitest";
import { ada, given, recruiting } from "./recruiting.ts";

test("writes about the oddest records of a world are done or refused, and what is read stays valid", async () => {
  const { expectValid, read, send } = await recruiting({ world: "edge" });
  const all = { include_deleted: "true" } as const;
  const user = given((await read("users"))[0], "a user");
  const interview = {
    ...{ title: "Call", start_time: "2026-02-01T09:00:00Z", end_time: "2026-02-01T09:30:00Z" },
    ...{ interviewer_user_ids: [user.id], organizer_user_id: user.id, location: { type: "PHYSICAL" } },
  };
  const reasons = await read("rejection-reasons", all);
  const statuses = new Map<string, Set<number>>();
  const attempt = async (method: string, path: string, body?: unknown) => {
    const { status, error } = await send(method, path, body);
    const action = `${method} ${path.split("/").at(-1)}`;
    statuses.set(action, (statuses.get(action) ?? new Set()).add(status));
    expect(error?.code ?? "none").not.toBe("PLATFORM.UNKNOWN_ERROR");
  };

  for (const [index, { id, job }] of (await read("applications", all)).entries()) {
    const stages = job === null ? [] : ((await read("jobs", { ...all, ids: job.id }))[0]?.stages ?? []);
    await attempt("PUT", `/applications/${id}/stage`, { stage_id: stages.at(-1)?.id ?? "none" });
    await attempt("POST", `/applications/${id}/notes`, { content: "🦜 \ud800", content_type: "PLAIN_TEXT" });
    await attempt("POST", `/applications/${id}/interviews`, interview);
    await attempt("POST", `/applications/${id}/reject`, {
      rejection_reason_id: given(reasons[index % reasons.length], "a reason").id,
    });
    await attempt("GET", `/applications/${id}/attachments`);
  }
  for (const { id } of await read("candidates", all)) {
    await attempt("POST", `/candidates/${id}/tags`, { tag: { name: "REFERRAL" } });
    await attempt("GET", `/candidates/${id}/attachments`);
  }
  for (const [index, { id }] of (await read("jobs", all)).entries()) {
    const candidate = { ...ada, email_address: `ada.${index}@mail.example.com` };
    await attempt("POST", `/jobs/${id}/applications`, { candidate });
  }
  for (const list of ["applications", "candidates", "jobs", "notes", "interviews", "tags"] as const) {
    expect((await read(list, all)).length).toBeGreaterThan(0);
  }

  await expectValid();
  // Deleted records take no writes, but can still be looked into.
  expect(Object.fromEntries([...statuses].map(([action, seen]) => [action, [...seen].sort()]))).toEqual({
    "PUT stage": [200, 400],
    "POST notes": [200, 400],
    "POST interviews": [200, 400],
    "POST reject": [200, 400],
    "GET attachments": [200],
    "POST tags": [200, 400],
    "POST applications": [200, 400],
  });
});
