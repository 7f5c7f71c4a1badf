import { Kombo } from "@kombo-api/sdk";
import { KomboAtsError } from "@kombo-api/sdk/models/errors";
import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type Mock, type MockOptions } from "@kombo-mock/msw";
import { ats } from "@kombo-mock/msw/ats";
import { general } from "@kombo-mock/msw/general";
import type { Body, Data, Item, Operation, PathParameters, Query } from "@kombo-mock/openapi";
import { expect } from "vitest";

type Recruiting = Extract<Operation, `${string} /ats/${string}`>;

/** The lists of recruiting, as the paths name them: `"jobs"`. */
type List = {
  [Op in Recruiting]: Op extends `GET /ats/${infer Name}`
    ? Item<Op> extends never
      ? never
      : Name extends `${string}/${string}`
        ? never
        : Name
    : never;
}[Recruiting];
type Listed<Name extends List> = Item<`GET /ats/${Name}`>;
type Filters<Name extends List> = Omit<Query<`GET /ats/${Name}`>, "page_size" | "cursor">;

type Parameters = Readonly<Record<string, string>>;

/** What an operation is called with: a body or path parameters only where it has them, and then always. */
type Input<Op extends Operation> = ([Body<Op>] extends [never]
  ? { readonly body?: never }
  : { readonly body: Body<Op> }) &
  (keyof PathParameters<Op> extends never
    ? { readonly path?: never }
    : { readonly path: PathParameters<Op> & Parameters });

interface Warning {
  readonly message: string;
}

/** The JSON of any answer, of which only the form is known. */
interface Envelope {
  readonly data?: unknown;
  readonly warnings?: readonly Warning[];
  readonly error?: { readonly code: string | null; readonly message: string };
}

/** A client with an API key that asks the mock over HTTP. */
function clientOf(mock: Mock, integrationId: string, key: string) {
  const request = async (method: string, path: string, body?: unknown) => {
    const response = await mock.fetch(`${mock.baseUrl}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        "x-integration-id": integrationId,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const envelope: Envelope = await response.json();
    const assumes = response.headers.get("x-kombo-mock-assumes") ?? "";
    return { status: response.status, envelope, assumes };
  };

  /** What a request that has to succeed was answered. */
  const succeed = async (method: string, path: string, body?: unknown) => {
    const { status, envelope, assumes } = await request(method, path, body);
    if (status !== 200)
      throw new Error(`${method} ${path} was answered with ${status}: ${envelope.error?.message}`);
    return { data: envelope.data, warnings: envelope.warnings ?? [], assumes };
  };

  /** The records of a list that the filters let through. */
  const read = async <Name extends List>(list: Name, filters?: Filters<Name>): Promise<Listed<Name>[]> => {
    const query = new URLSearchParams({ page_size: "250", ...filters });
    const { data } = await succeed("GET", `/ats/${list}?${query}`);
    return (data as { results: Listed<Name>[] }).results;
  };

  return {
    read,
    /** The record of a list that has an id in the tool. */
    async one<Name extends List>(list: Name, remoteId: string): Promise<Listed<Name>> {
      const query = new URLSearchParams({ remote_ids: remoteId });
      const { data } = await succeed("GET", `/ats/${list}?${query}`);
      return sole((data as { results: Listed<Name>[] }).results, `"${remoteId}" among the ${list}`);
    },
    /** Calls an operation as the document has it; anything but a 200 fails the test. */
    async call<Op extends Recruiting>(operation: Op, input: Input<Op>) {
      const { path = {}, body }: { readonly path?: Parameters; readonly body?: unknown } = input;
      const [method = "", template = ""] = operation.split(" ");
      const filled = Object.entries(path).reduce(
        (text, [name, value]) => text.replace(`{${name}}`, value),
        template,
      );
      const { data, ...more } = await succeed(method, filled, body);
      return { data: data as Data<Op>, ...more };
    },
    /** Sends anything to a path below `/ats`, also what no operation takes. */
    async send(method: string, path: string, body?: unknown) {
      const { status, envelope, assumes } = await request(method, `/ats${path}`, body);
      return { status, error: envelope.error, assumes };
    },
  };
}

/** A mock of a recruiting tool, reached by the official SDK and by plain requests. */
export async function recruiting(options: Partial<MockOptions> = {}, tool = "greenhouse") {
  const mock = createMock({ domains: [general, ats], clock: "frozen", checkAnswer, ...options });
  const known = (await mock.integrations.list()).find((one) => one.tool === tool && one.category === "ATS");
  const integrationId = (known ?? (await mock.integrations.create({ tool, category: "ATS" }))).id;
  const kombo = new Kombo({ ...mock.sdkOptions, integration_id: integrationId });

  return {
    mock,
    kombo,
    integrationId,
    ...clientOf(mock, integrationId, "ks_dev_mock"),
    /** The same with another API key. */
    as: (key: string) => clientOf(mock, integrationId, key),
    /** What the SDK's typed error says. */
    async failure(request: Promise<unknown>) {
      const error = await request.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof KomboAtsError))
        throw new Error(`Expected the SDK's typed error, got ${String(error)}.`);
      return { status: error.statusCode, code: error.error.code, message: error.error.message };
    },
    /** Every answer so far was what the document allows. */
    async expectValid() {
      const faults = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
      expect(faults).toEqual([]);
    },
  };
}

/** A value that the test needs to be there. */
export function given<Value>(value: Value | null | undefined, what: string): Value {
  if (value === null || value === undefined) throw new Error(`The test needs ${what}, which is ${value}.`);
  return value;
}

/** The one member of a list. */
export function sole<Value>(list: readonly Value[], what: string): Value {
  if (list.length !== 1) throw new Error(`The test needs exactly one ${what}, but there are ${list.length}.`);
  return given(list[0], what);
}

/** An application with all that it belongs to. */
export function linked(application: Listed<"applications">) {
  return {
    ...application,
    candidate: given(application.candidate, "the application's candidate"),
    job: given(application.job, "the application's job"),
    current_stage: given(application.current_stage, "the application's stage"),
  };
}

/** Somebody who is in no world. */
export const ada = { first_name: "Ada", last_name: "Okafor", email_address: "ada.okafor@mail.example.com" };
