import type { Violation } from "@kombo-mock/contract";
import { createMock, type MockControl } from "@kombo-mock/msw";
import { connectMock } from "@kombo-mock/msw/connect";
import { startServer } from "kombo-mock";
import { expect, onTestFinished } from "vitest";
import { createKomboClient } from "../src/kombo-client.ts";
import { judgingFetch, type Send } from "./judging-fetch.ts";

const apiKey = "ks_dev_absences";

/** A way to reach a mock of one's own. */
interface Door {
  readonly name: "fetch" | "HTTP";
  /** Opens it for one test; it is closed, and its exchanges are judged, when the test is over. */
  open(): Promise<OpenDoor>;
}

/** A mock behind a door, its HRIS integration, an employee of it, and a client that comes through. */
type OpenDoor = Awaited<ReturnType<typeof walkIn>>;

/** Answered by a function with fetch's signature. */
export const fetchDoor: Door = {
  name: "fetch",
  async open() {
    const mock = createMock({ clock: "frozen" });
    return walkIn(mock.baseUrl, mock, mock.fetch);
  },
};

const httpDoor: Door = {
  name: "HTTP",
  async open() {
    const { url, baseUrl, close } = await startServer({ port: 0, clock: "frozen" });
    onTestFinished(close);
    return walkIn(baseUrl, connectMock({ url, apiKey }), fetch);
  },
};

/** Every door: what holds for one holds for all. */
export const doors = [fetchDoor, httpDoor];

async function walkIn(baseUrl: string, control: MockControl, send: Send) {
  const violations: Violation[] = [];
  const judged = judgingFetch(send, (found) => violations.push(...found));
  const kombo = createKomboClient({ apiKey, baseUrl, fetch: judged });
  const integrations = await control.integrations.list();
  const integrationId = integrations.find(({ tool }) => tool === "bamboohr")?.id ?? "";
  const [employee] = await control.find("hris.employees", undefined, { integration_id: integrationId });
  onTestFinished(async () => {
    expect(violations).toEqual([]);
    expect(await control.contract()).toEqual([]);
  });
  const usual = {
    ...{ integrationId, employeeId: employee?.id ?? "", type: "Sabbatical" },
    ...{ from: "2026-03-02", until: "2026-03-06" },
  };
  return { control, kombo, usual, here: { integration_id: integrationId } };
}
