import type { Entity } from "@kombo-mock/factories";
import type { SetupStep } from "@kombo-mock/factories/worlds";
import type { ConditionName } from "../cards/conditions.ts";
import type { TestCard } from "../cards/test-cards.ts";
import type { SyncEnd } from "../state/lifecycle/sync-ends.ts";
import type { IntegrationState } from "../state/root.ts";
import type { WorldFile } from "../world-file/world-file.ts";
import type { ConditionControl } from "./condition-vocabulary.ts";
import type { EnvironmentControl } from "./environment-vocabulary.ts";
import type { FaultControl } from "./fault-vocabulary.ts";
import type { Input } from "./inputs.ts";
import type { JournalControl } from "./journal-vocabulary.ts";
import type { CollectionName, RecordOf, Seed, Where } from "./seed-types.ts";
import type { OrderReport, WebhookControl } from "./webhook-vocabulary.ts";

/** What tests and people do to a mock beside the API: the same in process and over HTTP. */
export interface MockControl extends ConditionControl, EnvironmentControl, FaultControl, JournalControl {
  /** Everything back to the beginning, or only one integration. */
  reset(options?: Input<"reset">): Promise<void>;
  /** What differs from the world, as a readable file: `createMock({ world: file })` begins with it. */
  exportState(): Promise<WorldFile>;
  /** Replaces everything by what a file of the same world says. A file with a fault changes nothing. */
  importState(state: WorldFile): Promise<void>;
  readonly integrations: {
    list(): Promise<IntegrationSummary[]>;
    /** The documented test cards: ids that need no setting up, with what each does. */
    cards(): Promise<readonly TestCard[]>;
    create(integration: Input<"createIntegration">): Promise<IntegrationSummary>;
    update(id: string, changes: Input<"updateIntegration">): Promise<IntegrationSummary>;
    remove(id: string): Promise<void>;
    /** What the scope config asks for and what the customer opted out of; replaces both. */
    setScope(id: string, scope: Input<"setScope">): Promise<IntegrationSummary>;
    /** The custom fields of the integration; replaces all. */
    setCustomFields(id: string, fields: Input<"setCustomFields">): Promise<void>;
  };
  /** The records of a collection, deleted ones too: all, one by its id, or those that show some values. */
  find<Name extends CollectionName>(
    collection: Name,
    which?: string | Where<Name>,
    options?: Input<"findRecords">,
  ): Promise<RecordOf<Name>[]>;
  /** Creates a number of records of the same values; what is not given is made up for each. */
  create<Name extends CollectionName>(
    collection: Name,
    values: Seed<Name>,
    options: Input<"createRecords"> & { readonly count: number },
  ): Promise<RecordOf<Name>[]>;
  /** Creates several records. */
  create<Name extends CollectionName>(
    collection: Name,
    values: readonly Seed<Name>[],
    options?: Input<"changeRecords">,
  ): Promise<RecordOf<Name>[]>;
  /**
   * Creates a record, with others nested in it as deep as you like, and answers it as a later read will. What is not
   * given is made up.
   *
   * @example
   * await mock.create("hris.employees", {
   *   first_name: "Ada",
   *   manager: { first_name: "Grace" },
   *   absences: [{ status: "APPROVED", type: { name: "Vacation" } }],
   * });
   */
  create<Name extends CollectionName>(
    collection: Name,
    values?: Seed<Name>,
    options?: Input<"changeRecords">,
  ): Promise<RecordOf<Name>>;
  /** Changes all records that show some values; what is not given stays. */
  update<Name extends CollectionName>(
    collection: Name,
    where: Where<Name>,
    changes: Seed<Name>,
    options?: Input<"changeRecords">,
  ): Promise<RecordOf<Name>[]>;
  /** Changes a record; what is not given stays. */
  update<Name extends CollectionName>(
    collection: Name,
    id: string,
    changes: Seed<Name>,
    options?: Input<"changeRecords">,
  ): Promise<RecordOf<Name>>;
  /** Deletes records in the tool, by id or by values: reads show them with `remote_deleted_at` when asked for deleted ones. */
  remove<Name extends CollectionName>(
    collection: Name,
    which: string | Where<Name>,
    options?: Input<"changeRecords">,
  ): Promise<void>;
  /** Takes records away, by id or by values, as if they had never been there. */
  purge<Name extends CollectionName>(
    collection: Name,
    which: string | Where<Name>,
    options?: Input<"findRecords">,
  ): Promise<void>;
  /** What the customer does in the connect window that a link opens. */
  connect(link: string, choice?: Input<"connect">): Promise<Connected>;
  /** Runs a sync to its end, or ends the one that is under way. */
  sync(id: string, end?: Input<"sync">): Promise<SyncReport>;
  /** Sets what the connected tool answers to passthrough requests. */
  passthrough(tool: string, api: string, answer: Omit<Input<"passthrough">, "tool" | "api">): Promise<void>;
  readonly clock: {
    now(): Promise<string>;
    /** Sets the time; a frozen clock stays there. */
    set(instant: string): Promise<string>;
    /** Moves the time by a duration such as `PT3H`, and runs what becomes due. */
    advance(duration: string): Promise<string>;
  };
  /**
   * Runs everything that is due by now, and waits until nothing that requests caused is under way. With `flush`, also
   * sends what throttles hold back, and deliveries that wait for their time.
   */
  settle(options?: Input<"settle">): Promise<void>;
  readonly webhooks: WebhookControl;
  /** What a recruiter does in the tool: orders a package. Answers when the receiver of the webhook has had its say. */
  orderAssessment(order?: Input<"orderAssessment">): Promise<OrderReport>;
}

/** Answer of `connect`: what redeems the connection, and the integration that there is now. */
export interface Connected {
  /** For `GET /connect/integration-by-token/{token}`; null when the customer failed or closed the window. */
  readonly token: string | null;
  readonly integration_id: string | null;
}

/** What to do in the connect window. */
export type ConnectRequest = Input<"connect">;

/** How a sync ended. */
export interface SyncReport {
  readonly sync_id: string;
  readonly type: Entity<"SyncType">;
  readonly state: SyncEnd;
}

/** An integration as the control calls show it. */
export interface IntegrationSummary {
  readonly id: string;
  readonly tool: string;
  readonly category: Entity<"IntegrationCategory">;
  readonly status: Entity<"IntegrationStatus">;
  readonly setup_status: Entity<"SetupStatus">;
  readonly qa_status: IntegrationState["qaStatus"];
  readonly setup_steps: readonly SetupStep[];
  readonly end_user: Entity<"EndUser">;
  readonly scope_config: Entity<"ScopeConfig">;
  readonly data_expired_at: string | null;
  readonly created_at: string;
  /** The sync that has not ended; its start is null while it is queued. */
  readonly sync: {
    readonly id: string;
    readonly type: Entity<"SyncType">;
    readonly state: "QUEUED" | "RUNNING";
    readonly started_at: string | null;
  } | null;
  readonly pending_changes: number;
  /** What it stands for, when it is a test card. */
  readonly card: { readonly name: ConditionName; readonly does: string } | null;
}
