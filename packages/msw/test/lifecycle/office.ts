import { Kombo } from "@kombo-api/sdk";
import { KomboAtsError, KomboGeneralError, KomboHrisError } from "@kombo-api/sdk/models/errors";
import { checkAnswer } from "@kombo-mock/contract";
import {
  ats,
  type CollectionName,
  createMock,
  hris,
  type Mock,
  type MockOptions,
  type Root,
} from "@kombo-mock/msw";
import { type Operation, operations } from "@kombo-mock/openapi";
import { expect } from "vitest";

/** An event as the root keeps it. */
type Announced = Root["events"][number];

/** A mock with the official SDK's client, and what its answers and announcements are. */
export interface Office {
  readonly mock: Mock;
  readonly id: string;
  readonly kombo: Kombo;
  /** Has regular syncs announced too, which takes somebody who names that event. */
  hearSyncs(): Promise<void>;
  /** What was announced since the last look. */
  news(): Promise<Announced[]>;
  /** The types of these, in their order. */
  newsTypes(): Promise<string[]>;
  summary(id?: string): Promise<Awaited<ReturnType<Mock["integrations"]["list"]>>[number]>;
  /** What the official SDK says of a read, a write and the details. */
  answers(id?: string): Promise<{ read: string; write: string; details: string }>;
  send(operation: Operation, path: string, sent?: { body?: unknown; to?: string }): Promise<Sent>;
  connect(more?: object): Promise<string>;
}

interface Sent {
  readonly status: number;
  readonly text: string;
  // The test that knows the operation looks at it.
  readonly data: Readonly<Record<string, never>>;
}

/** Opens a mock of the small world under a frozen clock, unless told otherwise. */
export function openOffice(options: Partial<MockOptions> = {}): Office {
  const mock = createMock({ clock: "frozen", checkAnswer, ...options });
  // The integration of the world that covers most.
  const id = mock.cast.employee.integration_id;
  const kombo = new Kombo({ ...mock.sdkOptions, integration_id: id });
  const seen = new Set<string>();
  const office: Office = {
    mock,
    id,
    kombo,
    async hearSyncs() {
      await mock.webhooks.deliverTo(() => new Response(), { events: ["sync-finished"] });
    },
    async news() {
      await mock.settle();
      const { root } = await mock.snapshot();
      const fresh = root.events.filter((event) => !seen.has(event.id));
      for (const event of fresh) seen.add(event.id);
      return fresh;
    },
    newsTypes: async () => (await office.news()).map(({ type }) => type),
    async summary(of = id) {
      const found = (await mock.integrations.list()).find((one) => one.id === of);
      return found ?? expect.fail(`There is no ${of}.`);
    },
    async answers(of = id) {
      const client = new Kombo({ ...mock.sdkOptions, integration_id: of });
      return {
        read: await outcomeOf(async () => {
          await client.hris.getEmployees({});
          return "200";
        }),
        write: await outcomeOf(async () => {
          const [employee] = await mock.find("hris.employees", {}, { integration_id: of }).catch(() => []);
          const [type] = await mock.find("hris.absence-types", {}, { integration_id: of }).catch(() => []);
          await client.hris.createAbsence({
            employee_id: employee?.id ?? "none",
            absence_type_id: type?.id ?? "none",
            start_date: new Date("2026-06-01"),
            end_date: new Date("2026-06-01"),
            employee_note: null,
          });
          return "200";
        }),
        details: await outcomeOf(async () => {
          const { data } = await client.general.getIntegrationDetails({ integration_id: of });
          return `${data.status} ${data.setup_status}`;
        }),
      };
    },
    async send(operation, path, { body, to = id } = {}) {
      const response = await mock.fetch(mock.baseUrl + path, {
        method: operations[operation].method,
        headers: {
          authorization: "Bearer ks_dev_test",
          "content-type": "application/json",
          "x-integration-id": to,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, text, data: (JSON.parse(text) as { data: Sent["data"] }).data };
    },
    async connect(more = {}) {
      const { data } = await kombo.connect.createConnectionLink({
        end_user_email: "ada@example.com",
        end_user_organization_name: "Example Ltd",
        integration_tool: "hibob",
        ...more,
      });
      const { integration_id } = await mock.connect(data.link);
      return integration_id ?? expect.fail("Nothing was connected.");
    },
  };
  return office;
}

async function outcomeOf(call: () => Promise<string>): Promise<string> {
  try {
    return await call();
  } catch (error) {
    if (
      error instanceof KomboHrisError ||
      error instanceof KomboAtsError ||
      error instanceof KomboGeneralError
    ) {
      return `${error.statusCode} ${error.error.code}`;
    }
    throw error;
  }
}

/** Every foreign id of an integration's records that leads nowhere. */
export async function danglingIds(mock: Mock, integrationId: string, category: string): Promise<string[]> {
  const collections = category === "ATS" ? ats.collections : hris.collections;
  const rows = new Map<string, readonly object[]>();
  for (const { name, entity } of collections) {
    if (entity === null) continue;
    const found = await mock.find(name as CollectionName, {}, { integration_id: integrationId });
    rows.set(name, found);
  }
  const ids = new Map(
    [...rows].map(([name, list]) => [name, new Set(list.map((row) => fieldOf(row, "id")))]),
  );
  return collections.flatMap(({ name, references }) =>
    Object.entries(references).flatMap(([key, target]) =>
      (rows.get(name) ?? []).flatMap((row) => {
        const to = fieldOf(row, key) ?? null;
        return to === null || ids.get(target)?.has(to) ? [] : [`${name}.${key}: ${String(to)}`];
      }),
    ),
  );
}

/** A field of a row by its name. */
export function fieldOf(row: object, key: string): unknown {
  return (row as Readonly<Record<string, unknown>>)[key];
}

/** Fails when an answer was not as the document says. */
export async function assertValidAnswers(mock: Mock): Promise<void> {
  const ours = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
  expect(ours.map(({ violation }) => `${violation.operation}: ${violation.message}`)).toEqual([]);
}
