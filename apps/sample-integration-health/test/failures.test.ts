import { HTTPClient, Kombo } from "@kombo-api/sdk";
import { KomboDefaultError, KomboGeneralError, ResponseValidationError } from "@kombo-api/sdk/models/errors";
import { describe, expect, test } from "vitest";
import { explainFailure } from "../src/failure-text.ts";
import { readIntegrationHealth } from "../src/read-integration-health.ts";
import { doors, example, now } from "./doors.ts";

async function failureOf(kombo: Kombo, integrationId = example): Promise<unknown> {
  return readIntegrationHealth(kombo, integrationId, now).then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe.each(doors)("a failure over $name", ({ open }) => {
  test("an unknown integration arrives as the typed error and is explained", async () => {
    const { kombo } = await open();
    const failure = await failureOf(kombo, "factorial:unknown");
    expect(failure).toBeInstanceOf(KomboGeneralError);
    expect(failure).toMatchObject({ statusCode: 404, error: { code: "PLATFORM.INTEGRATION_NOT_FOUND" } });
    expect(explainFailure(failure, "factorial:unknown")).toBe(
      'Could not read "factorial:unknown": there is no such integration; check its id, and that the API key belongs to the same environment (PLATFORM.INTEGRATION_NOT_FOUND, HTTP 404).',
    );
  });

  test("a removed integration is unknown", async () => {
    const { control, kombo } = await open();
    await control.integrations.remove(example);
    expect(await failureOf(kombo)).toMatchObject({ error: { code: "PLATFORM.INTEGRATION_NOT_FOUND" } });
  });

  test.each(["ks_dev_invalid_x", "ks_dev_expired_x"])(
    "the wrong key %s arrives as the typed error and is explained",
    async (key) => {
      const { komboWith } = await open();
      const failure = await failureOf(komboWith(key));
      expect(failure).toBeInstanceOf(KomboGeneralError);
      expect(failure).toMatchObject({ statusCode: 401, error: { code: "PLATFORM.AUTHENTICATION_INVALID" } });
      expect(explainFailure(failure, example)).toBe(
        `Could not read "${example}": the API key is missing or not valid; set KOMBO_API_KEY to one that is (PLATFORM.AUTHENTICATION_INVALID, HTTP 401).`,
      );
    },
  );

  test("a missing key arrives as the typed error, and is a violation of the contract", async () => {
    const { komboWith, takeViolations } = await open();
    const failure = await failureOf(komboWith(undefined));
    expect(failure).toBeInstanceOf(KomboGeneralError);
    expect(failure).toMatchObject({ statusCode: 401, error: { code: "PLATFORM.AUTHENTICATION_INVALID" } });
    expect(takeViolations()).toMatchObject([
      { rule: "missing-authorization", location: "header.Authorization", blame: "consumer" },
    ]);
  });

  test("a key that may not be used from here arrives as the typed error and is explained", async () => {
    const { komboWith } = await open();
    const failure = await failureOf(komboWith("ks_dev_blocked_x"));
    expect(failure).toMatchObject({ statusCode: 403, error: { code: "PLATFORM.IP_NOT_WHITELISTED" } });
    expect(explainFailure(failure, example)).toContain("add the address to the key's allow list");
  });
});

/** A client whose every request ends like this. */
function komboThatGets(end: () => Response): Kombo {
  return new Kombo({ api_key: "ks_dev_sample", http_client: new HTTPClient({ fetcher: async () => end() }) });
}

test("an answer that is not the API's is explained", async () => {
  const page = new Response("<html></html>", { status: 502, headers: { "content-type": "text/html" } });
  const failure = await failureOf(komboThatGets(() => page));
  expect(failure).toBeInstanceOf(KomboDefaultError);
  expect(explainFailure(failure, example)).toBe(
    `Could not read "${example}": something other than the API answered; check KOMBO_BASE_URL, or try again later (HTTP 502).`,
  );
});

test("an answer of another shape is explained", async () => {
  const failure = await failureOf(komboThatGets(() => Response.json({ status: "success", data: {} })));
  expect(failure).toBeInstanceOf(ResponseValidationError);
  expect(explainFailure(failure, example)).toBe(
    `Could not read "${example}": the answer is not what the API documents; check KOMBO_BASE_URL, or update the SDK (HTTP 200).`,
  );
});

test("an error without a code is explained in the API's own words, on one line", async () => {
  const error = { code: null, title: null, message: "No such\nroute.", log_url: null };
  const answer = () => Response.json({ status: "error", error }, { status: 404 });
  expect(explainFailure(await failureOf(komboThatGets(answer)), example)).toBe(
    `Could not read "${example}": No such route; check that KOMBO_BASE_URL ends in /v1, or try again later (no code, HTTP 404).`,
  );
});

test("a network that does not carry is explained with the system's code", async () => {
  const refused = Object.assign(new Error("connect ECONNREFUSED"), { code: "ECONNREFUSED" });
  const kombo = komboThatGets(() => {
    throw new TypeError("fetch failed", { cause: refused });
  });
  expect(explainFailure(await failureOf(kombo), example)).toBe(
    `Could not read "${example}": the API cannot be reached; check the network and KOMBO_BASE_URL (ECONNREFUSED).`,
  );
});

test("an answer that does not come in time is explained", async () => {
  const kombo = komboThatGets(() => {
    throw new DOMException("The operation was aborted due to timeout", "TimeoutError");
  });
  expect(explainFailure(await failureOf(kombo), example)).toBe(
    `Could not read "${example}": the API did not answer in time; try again later.`,
  );
});

test("an unexpected error is explained without its message, which may hold the key", () => {
  const failure = new TypeError('"Bearer ks_dev_secret" is an invalid header value.');
  expect(explainFailure(failure, example)).toBe(
    `Could not read "${example}": unexpected TypeError; check KOMBO_API_KEY and KOMBO_BASE_URL.`,
  );
});
