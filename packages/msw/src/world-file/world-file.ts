/** A JSON object of a world file. */
type Values = Readonly<Record<string, unknown>>;

/** A world as a file, `kombo-world.json`: one of the mock's worlds by its name, and what differs from it. */
export interface WorldFile {
  /** For editors: where the form of these files is described. */
  readonly $schema?: string;
  /** The name of the world that it differs from: `small`, `demo`, `edge`, `large` or `empty`. */
  readonly extends: string;
  /** Which generation of that world's bytes is meant. */
  readonly generation: number;
  /** The seed that the world is made with, unless the mock is told another; 1 when left out. */
  readonly seed?: number;
  /** The world's date, `yyyy-MM-dd`, unless the mock is told another; 2026-01-15 when left out. */
  readonly date?: string;
  readonly clock?: FileClock;
  /** By id: what differs, a new integration, or null for one that is not there. */
  readonly integrations?: Readonly<Record<string, FileIntegration | null>>;
  /** The order of all integrations, where it is not that of the world with new ones at the end. */
  readonly order?: readonly string[];
  /** What differs in the records of AI Apply, which belong to no integration. */
  readonly ai_apply?: Pick<FileIntegration, "records">;
  readonly connect_links?: readonly Values[];
  readonly activation_tokens?: readonly Values[];
  /** Answers to passthrough requests; the last that fits is given. */
  readonly passthrough?: readonly Values[];
  /** When each integration was last called, where a mock looks at that. */
  readonly last_calls?: Readonly<Record<string, string>>;
  /** Test cards that were used. */
  readonly used_cards?: readonly string[];
  /** Failures that requests are to meet, as `GET /_mock/faults` shows them. */
  readonly faults?: readonly Values[];
  /** Canned answers, as `GET /_mock/stubs` shows them. */
  readonly stubs?: readonly Values[];
  /** What was announced by webhooks, the oldest first. */
  readonly webhook_events?: readonly Values[];
  /** Who is told of it, what became of each delivery, and what a throttle holds back. */
  readonly webhooks?: Values;
  /** How many things were numbered so far; ids of new links, syncs and integrations are made from it. */
  readonly counter?: number;
}

/** How time runs: `at` is where a frozen clock stands, `offset_ms` how far another one is from the real time. */
export interface FileClock {
  readonly mode: string;
  readonly at?: string;
  readonly offset_ms?: number;
}

/** An integration of a world file. All but `tool` may be left out, and that too where the world has the integration. */
export interface FileIntegration {
  readonly tool?: string;
  readonly category?: string;
  readonly country?: string;
  /** The date of its records, where it is not the world's. */
  readonly date?: string;
  /** Makes another integration in the place of the world's with this id. */
  readonly created?: boolean;
  readonly status?: string;
  readonly setup_status?: string;
  readonly qa_status?: string;
  readonly setup_steps?: readonly string[];
  readonly end_user?: Values;
  readonly data_expired_at?: string | null;
  readonly created_at?: string;
  readonly beta?: boolean;
  readonly coverage?: Readonly<Record<string, string>>;
  readonly scope?: Values;
  /** The scope config that the synced data was made with, where another one is set by now. */
  readonly synced_scope?: Values;
  /** The sync that has not ended: from when on it runs, and when it ends; neither where somebody has to end it. */
  readonly sync?: Values;
  /** Since when the tool rejects the stored credentials. */
  readonly failing_since?: string | null;
  /** How its syncs end by themselves, until one succeeds. */
  readonly syncs_end?: string | null;
  /** How many steps of the world's script its syncs have brought. */
  readonly scripted?: number;
  /** When all records of a model changed, since the scope config had, by model. */
  readonly restamped?: Readonly<Record<string, string>>;
  /** What records a new integration has in place of the world's: `empty`, `edge`, `large`, `bare` or `deleted`. */
  readonly data?: string;
  /** Replaces the custom fields. */
  readonly custom_fields?: readonly Values[];
  /** By collection. See the README for what a record can be. */
  readonly records?: Readonly<Record<string, readonly Values[]>>;
  /** What the tool knows and no sync has brought. */
  readonly pending?: readonly Values[];
}
