import { expect, test, vi } from "vitest";
import { requestAbsence } from "../src/request-absence.ts";
import { fetchDoor } from "./doors.ts";

// In process, where nothing but the sample waits by timers.
test("a read is sent again when it fails for a moment, and a write is not", async () => {
  const waits: number[] = [];
  vi.stubGlobal("setTimeout", (work: () => void, milliseconds: number) => {
    waits.push(milliseconds);
    queueMicrotask(work);
  });
  const { control, kombo, usual, here } = await fetchDoor.open();
  await control.create("hris.absence-types", { name: "Sabbatical" }, here);
  await control.fail("GET /hris/absence-types", "PLATFORM.RATE_LIMIT_EXCEEDED", { times: 2, retry_after: 7 });
  await control.fail("POST /hris/absences", "PLATFORM.RATE_LIMIT_EXCEEDED", { times: 1 });
  await expect(requestAbsence(kombo, usual)).rejects.toMatchObject({ status: 429 });
  expect(waits).toEqual([7_000, 7_000]);
  expect(await control.requests("GET /hris/absence-types")).toHaveLength(3);
  expect(await control.requests("POST /hris/absences")).toHaveLength(1);
});
