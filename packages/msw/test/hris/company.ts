import type { Kombo } from "@kombo-api/sdk";
import { checkAnswer } from "@kombo-mock/contract";
import {
  customFields,
  integrationFields,
  type StoredRecord,
  type WorldName,
  worlds,
} from "@kombo-mock/factories/worlds";
import { createMock, hris, type Mock, type MockOptions } from "@kombo-mock/msw";
import { type Operation, type OperationEntry, operations } from "@kombo-mock/openapi";
import { expect } from "vitest";
import type { Change } from "../../src/state/change.ts";
import type { CollectionView } from "../../src/state/collection-view.ts";
import { commit } from "../../src/state/commit.ts";
import { createPartitions } from "../../src/state/partition.ts";

/** A record as an answer shows it. */
export interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** An answer of any operation: its data is looked at by the test that knows the operation. */
export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly data: Row & { readonly results: readonly Row[]; readonly next: string | null };
  readonly warnings: readonly { readonly message: string }[];
  readonly error: { readonly code: string | null; readonly title: string | null; readonly message: string };
}

type Query = Readonly<Record<string, string | number | boolean>>;

interface Sent {
  readonly query?: Query;
  readonly body?: unknown;
  /** Another integration than the company's. */
  readonly to?: string;
}

/** What a tool does behind the API's back. */
export interface Tool {
  readonly change: Change;
  view(collection: string): CollectionView;
  patch(collection: string, id: string, values: object): void;
  insert(collection: string, remoteId: string, values: object): string;
  markDeleted(collection: string, id: string): void;
  purge(collection: string, id: string): void;
}

/** The company of the small world, connected through the tool that covers nearly everything, and a client of it. */
export interface Company {
  readonly mock: Mock;
  readonly id: string;
  /** The official SDK's client of it. */
  sdk(): Promise<Kombo>;
  send(operation: Operation, path: string, sent?: Sent): Promise<Answer>;
  /** One page of a list. */
  get(path: string, query?: Query): Promise<Answer>;
  /** Every record of a list, over all its pages. */
  all(path: string, query?: Query): Promise<readonly Row[]>;
  /** The only record of a list with this id, whether deleted or not. */
  read(path: string, id: string): Promise<Row>;
  inTool<Result>(work: (tool: Tool) => Result): Promise<Result>;
  /** Fails when an answer was not as the document says. */
  assertValidAnswers(): Promise<void>;
}

/** Opens the company in a mock of its own. */
export function openCompany(
  options: Omit<Partial<MockOptions>, "world"> & { readonly world?: WorldName } = {},
): Company {
  const mock = createMock({ clock: "frozen", checkAnswer: judgeOnce(), ...options });
  const id = mock.cast.employee.integration_id;
  const { seed = 1, world = "small" } = options;
  const { name: worldName, layers } = worlds[world];
  const collections = [integrationFields, customFields, ...hris.collections];
  const partitions = createPartitions(
    { name: worldName, layers, seed },
    new Map(collections.map((one) => [one.name, one])),
  );

  const send: Company["send"] = async (operation, path, { query = {}, body, to = id } = {}) => {
    const { method } = operations[operation];
    const search = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]));
    const response = await mock.fetch(`${mock.baseUrl}${path}?${search}`, {
      method,
      headers: {
        authorization: "Bearer ks_dev_test",
        "x-integration-id": to,
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const envelope = JSON.parse(text) as Pick<Answer, "data" | "warnings" | "error">;
    return { ...envelope, status: response.status, text };
  };
  const get: Company["get"] = (path, query) => send(`GET ${path}` as Operation, path, query ? { query } : {});
  const all: Company["all"] = async (path, query) => {
    const rows: Row[] = [];
    let cursor = "";
    for (;;) {
      const { data, text, status } = await get(path, { page_size: 250, ...query, ...(cursor && { cursor }) });
      expect(status, text.slice(0, 300)).toBe(200);
      rows.push(...data.results);
      if (data.next === null) return rows;
      cursor = data.next;
    }
  };

  return {
    mock,
    async sdk() {
      // Loaded by those who want it: it is larger than all the rest.
      const { Kombo: Client } = await import("@kombo-api/sdk");
      return new Client({ ...mock.sdkOptions, integration_id: id });
    },
    id,
    send,
    get,
    all,
    async read(path, wanted) {
      const [row, ...others] = await all(path, { ids: wanted, include_deleted: true });
      expect(others).toEqual([]);
      return row ?? expect.fail(`${path} does not show ${wanted}.`);
    },
    async inTool(work) {
      const { root } = await mock.snapshot();
      const { root: next, result } = commit(root, partitions, (change) => {
        const at = (collection: string, of: string) => ({ integrationId: id, collection, id: of });
        return work({
          change,
          view: (collection) => change.view(id, collection),
          patch: (collection, of, values) => change.patch(at(collection, of), { ...values }),
          insert: (collection, remoteId, values) =>
            change.insert({ integrationId: id, collection, remoteId }, { ...values }),
          markDeleted: (collection, of) => change.markDeleted(at(collection, of)),
          purge: (collection, of) => change.purge(at(collection, of)),
        });
      });
      await mock.restore({ root: next });
      return result;
    },
    async assertValidAnswers() {
      const ours = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
      expect(ours.map(({ violation }) => `${violation.operation}: ${violation.message}`)).toEqual([]);
    },
  };
}

/** Judges answers, those of the same bytes once. */
function judgeOnce(): typeof checkAnswer {
  const known = new Map<string, ReturnType<typeof checkAnswer>>();
  return (operation, answer) => {
    const key = `${operation} ${answer.status} ${answer.body}`;
    const verdict = known.get(key) ?? checkAnswer(operation, answer);
    known.set(key, verdict);
    return verdict;
  };
}

/** Every list of HRIS: its operation's name, its path and what the document says of it. */
export const lists: readonly (OperationEntry & { readonly name: Operation })[] = (
  Object.entries(operations) as [Operation, OperationEntry][]
)
  .filter(
    ([name, { domain, method }]) =>
      domain === "hris" && method === "GET" && name !== "GET /hris/employees/form",
  )
  .map(([name, entry]) => ({ ...entry, name }));

/** Whether a list can be read page by page. */
export function isPaged({ parameters }: OperationEntry): boolean {
  return parameters.some(({ name }) => name === "cursor");
}

/** A record of a list that stands for any other: present, and first among equals. */
export function someRecord(
  view: CollectionView,
  test: (record: StoredRecord) => boolean = () => true,
): StoredRecord {
  for (const { record } of view.from(0)) {
    if ((record["remote_deleted_at"] ?? null) === null && test(record)) return record;
  }
  throw new Error(`"${view.name}" has no such record.`);
}

/** Ids of rows, in their order. */
export function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id);
}

/** What a refused call tells: status, code and message. */
export function refusal({ status, error, text }: Answer): {
  status: number;
  code: string | null;
  message: string;
} {
  if (status === 200) expect.fail(`The call was not refused: ${text.slice(0, 300)}`);
  return { status, code: error.code, message: error.message };
}
