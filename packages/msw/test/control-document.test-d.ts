import type { components } from "../generated/control.d.ts";
import type { TestCard } from "../src/cards/test-cards.ts";
import type { BroughtAbout, Scenario } from "../src/control/condition-vocabulary.ts";
import { connectMock } from "../src/control/connect-mock.ts";
import type { Fork } from "../src/control/environment-vocabulary.ts";
import type { FaultSummary, StubSummary } from "../src/control/fault-summaries.ts";
import { type Sent, serverCalls } from "../src/control/server-calls.ts";
import type { Connected, IntegrationSummary, SyncReport } from "../src/control/vocabulary.ts";
import type { DeliveryReport, EndpointReport, OrderReport } from "../src/control/webhook-vocabulary.ts";
import type { Expectation } from "../src/request/expectations.ts";
import type { Exchange } from "../src/request/journal.ts";
import type { LedgerEntry } from "../src/request/ledger.ts";
import type { Snapshot } from "../src/state/snapshots.ts";
import type { SentEvent } from "../src/webhooks/collected-event.ts";
import type { FileIntegration, WorldFile } from "../src/world-file/world-file.ts";

type Schemas = components["schemas"];

/** Whether two types have the same keys and take the same values, whatever of them may be written to. */
type Same<A, B> = [Sent<A>, Sent<B>, keyof A, keyof B] extends [Sent<B>, Sent<A>, keyof B, keyof A]
  ? true
  : false;

// What the vocabulary says of an answer is what the document says of it.
({
  BroughtAbout: true,
  Connected: true,
  DeliveryReport: true,
  EndpointReport: true,
  Exchange: true,
  Expectation: true,
  FaultSummary: true,
  FileIntegration: true,
  Fork: true,
  IntegrationSummary: true,
  LedgerEntry: true,
  OrderReport: true,
  Scenario: true,
  SentEvent: true,
  Snapshot: true,
  StubSummary: true,
  SyncReport: true,
  TestCard: true,
  WorldFile: true,
}) satisfies {
  readonly BroughtAbout: Same<Schemas["BroughtAbout"], BroughtAbout>;
  readonly Connected: Same<Schemas["Connected"], Connected>;
  readonly DeliveryReport: Same<Schemas["DeliveryReport"], DeliveryReport>;
  readonly EndpointReport: Same<Schemas["EndpointReport"], EndpointReport>;
  readonly Exchange: Same<Schemas["Exchange"], Exchange>;
  readonly Expectation: Same<Schemas["Expectation"], Expectation>;
  readonly FaultSummary: Same<Schemas["FaultSummary"], FaultSummary>;
  readonly FileIntegration: Same<Schemas["FileIntegration"], FileIntegration>;
  readonly Fork: Same<Schemas["Fork"], Fork>;
  readonly IntegrationSummary: Same<Schemas["IntegrationSummary"], IntegrationSummary>;
  readonly LedgerEntry: Same<Schemas["LedgerEntry"], LedgerEntry>;
  readonly OrderReport: Same<Schemas["OrderReport"], OrderReport>;
  readonly Scenario: Same<Schemas["Scenario"], Scenario>;
  readonly SentEvent: Same<Schemas["SentEvent"], SentEvent>;
  readonly Snapshot: Same<Schemas["Snapshot"], Snapshot>;
  readonly StubSummary: Same<Schemas["StubSummary"], StubSummary>;
  readonly SyncReport: Same<Schemas["SyncReport"], SyncReport>;
  readonly TestCard: Same<Schemas["TestCard"], TestCard>;
  readonly WorldFile: Same<Schemas["WorldFile"], WorldFile>;
};

const { call, list } = serverCalls("http://127.0.0.1:4747", undefined);

const report: Promise<Schemas["SyncReport"]> = call("POST /integrations/{id}/syncs", { path: { id: "1" } });
void report;

// @ts-expect-error a call that the document does not have
call("POST /integrations/{id}/sync", { path: { id: "1" } });

// @ts-expect-error a parameter of the path is missing
call("POST /integrations/{id}/syncs", {});

// @ts-expect-error a body that is required
call("POST /stubs");

// @ts-expect-error a value that the body's key does not take
call("POST /integrations/{id}/syncs", { path: { id: "1" }, body: { type: "HALF" } });

// @ts-expect-error a key that the query does not have
list("GET /webhooks/deliveries", { query: { kind: "data-changed" } });

// @ts-expect-error a call that answers no list
list("GET /clock");

const mock = connectMock({ url: "http://127.0.0.1:4747" });

// @ts-expect-error a rule that does not exist
mock.expectViolation({ rule: "undeclared-parameters" });

// @ts-expect-error an operation that does not exist
mock.expectViolation({ rule: "undeclared-parameter", operation: "GET /hris/employee" });
