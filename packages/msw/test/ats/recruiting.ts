import { Kombo } from "@kombo-api/sdk";
import { KomboAtsError } from "@kombo-api/sdk/models/errors";
import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type MockOptions } from "@kombo-mock/msw";
import { ats } from "@kombo-mock/msw/ats";
import { general } from "@kombo-mock/msw/general";
import { expect } from "vitest";

/** An answer of the mock to a request that the SDK has no method for. */
interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into the JSON as a client without types would.
  readonly data: any;
  readonly warnings: readonly { readonly message: string }[];
  readonly error: { readonly code: string | null; readonly message: string } | undefined;
  readonly assumes: string;
}

/** A mock of a recruiting tool, reached by the official SDK and by plain requests. */
export async function recruiting(options: Partial<MockOptions> = {}, tool = "greenhouse") {
  const mock = createMock({ domains: [general, ats], clock: "frozen", checkAnswer, ...options });
  const known = (await mock.integrations.list()).find((one) => one.tool === tool && one.category === "ATS");
  const integrationId = (known ?? (await mock.integrations.create({ tool, category: "ATS" }))).id;
  const kombo = new Kombo({ ...mock.sdkOptions, integration_id: integrationId });

  const call = async (method: string, path: string, body?: unknown): Promise<Answer> => {
    const response = await mock.fetch(`${mock.baseUrl}/ats${path}`, {
      method,
      headers: {
        authorization: "Bearer ks_dev_mock",
        "x-integration-id": integrationId,
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { data, warnings = [], error } = await response.json();
    const assumes = response.headers.get("x-kombo-mock-assumes") ?? "";
    return { status: response.status, data, warnings, error, assumes };
  };
  return {
    mock,
    kombo,
    integrationId,
    call,
    /** The records of a list that have an id in the tool, or all. */
    async read(list: string, remoteId?: string, query = "") {
      const filter = remoteId === undefined ? "" : `&remote_ids=${remoteId}`;
      return (await call("GET", `/${list}?page_size=250${filter}${query}`)).data.results;
    },
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

/** Somebody who is in no world. */
export const ada = { first_name: "Ada", last_name: "Okafor", email_address: "ada.okafor@mail.example.com" };
