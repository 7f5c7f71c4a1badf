import * as v from "valibot";
import { traitNames } from "../cards/conditions.ts";
import { KomboError } from "../request/kombo-error.ts";
import { syncEnds } from "../state/lifecycle/sync-ends.ts";
import { faultInputs } from "./fault-inputs.ts";
import { journalInputs } from "./journal.inputs.ts";
import { webhookInputs } from "./webhook.inputs.ts";

const category = v.picklist(["HRIS", "ATS", "ASSESSMENT", "LMS"]);
const settings = v.record(v.string(), v.picklist(["ENABLED", "DISABLED", "OPTIONAL"]));
const coverage = v.record(v.string(), v.picklist(["SUPPORTED", "UNSUPPORTED", "NOT_IMPLEMENTED", "UNKNOWN"]));
/** An instant. */
export const instant = v.pipe(
  v.string(),
  v.isoTimestamp("must be an instant such as 2026-01-31T09:30:00.000Z"),
);
const duration = v.pipe(
  v.string(),
  v.regex(
    /^P(?=\d|T\d)(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
    "must be a duration such as PT3H, P14D or PT0.5S",
  ),
);

/** State, end user and coverage of an integration. */
export const integrationSettings = {
  status: v.optional(v.picklist(["ACTIVE", "INVALID", "INACTIVE"])),
  setup_status: v.optional(v.picklist(["INCOMPLETE", "FINAL_SYNC_PENDING", "COMPLETED"])),
  qa_status: v.optional(v.picklist(["PENDING", "FAILED", "PASSED"])),
  setup_steps: v.optional(v.array(v.picklist(["filtering", "field-mapping"]))),
  end_user: v.optional(
    v.strictObject({
      organization_name: v.optional(v.pipe(v.string(), v.minLength(1))),
      creator_email: v.optional(v.nullable(v.pipe(v.string(), v.email()))),
      origin_id: v.optional(v.nullable(v.string())),
    }),
  ),
  data_expired_at: v.optional(v.nullable(instant)),
  created_at: v.optional(instant),
  beta: v.optional(v.boolean()),
  /** Coverage that differs from the tool's own, by datapoint (`"hris_absences"`, `"hris_employees.ssn"`). */
  coverage: v.optional(coverage),
};

/** A scope config. */
export const scope = {
  id: v.optional(v.string()),
  name: v.optional(v.nullable(v.string())),
  /** Settings by datapoint; ENABLED where nothing is said. */
  settings: v.optional(settings),
  /** Datapoints that the customer opted out of. */
  opted_out: v.optional(v.array(v.string())),
};

/** What is to be the matter with an integration, by its name; what else is said comes over it. */
const trait = v.optional(v.picklist(traitNames));

/** Which records are meant, and when reads see what becomes of them. */
const recordOptions = {
  /** The first usable integration of the collection's category when left out. */
  integration_id: v.optional(v.string()),
  /** At once, or when the next sync brings it; at once when left out. */
  visible: v.optional(v.picklist(["now", "after-sync"])),
  /** From when on a sync brings what is `after-sync`; the next one does when left out. */
  due: v.optional(instant),
};

/** The inputs of the control calls, checked the same over all doors. */
export const inputs = {
  createIntegration: v.strictObject({
    tool: v.pipe(v.string(), v.regex(/^[a-z0-9]+$/, "must be a tool's id, such as personio")),
    /** `<tool>:<anything>`; made up when left out. */
    id: v.optional(v.pipe(v.string(), v.minLength(1))),
    /** The tool's first category when left out. */
    category: v.optional(category),
    country: v.optional(v.picklist(["DE", "FR", "GB", "NL", "US"])),
    scope: v.optional(v.strictObject(scope)),
    ...integrationSettings,
    trait,
  }),
  updateIntegration: v.strictObject({ ...integrationSettings, trait }),
  scenario: v.strictObject({
    integration_id: v.optional(v.string()),
    /** The category whose main integration is meant where none is named; the scenario's first when left out. */
    category: v.optional(category),
  }),
  setScope: v.strictObject(scope),
  setCustomFields: v.array(
    v.strictObject({
      key: v.pipe(v.string(), v.minLength(1)),
      model: v.pipe(v.string(), v.minLength(1)),
      label: v.optional(v.nullable(v.string())),
      description: v.optional(v.nullable(v.string())),
      /** The key of the tool's field that it is mapped to. */
      integration_field: v.optional(v.nullable(v.string())),
    }),
  ),
  connect: v.strictObject({
    /** The tool that the customer picks; the link's own, or the category's first, when left out. */
    tool: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]+$/, "must be a tool's id, such as personio"))),
    outcome: v.optional(v.picklist(["connect", "fail", "close"])),
    /** Datapoints that the customer opts out of. */
    opted_out: v.optional(v.array(v.string())),
  }),
  sync: v.strictObject({
    type: v.optional(v.picklist(["FULL", "DELTA"])),
    state: v.optional(v.picklist(syncEnds)),
    /** The models that a partial failure leaves as they were; one that would change is chosen when left out. */
    failed_models: v.optional(v.array(v.string())),
    /** Whether the synced data passes its checks; the first does unless told. */
    qa: v.optional(v.picklist(["PASSED", "FAILED"])),
    /** Whether the sync brings what a script has happen in the tool; as the mock's `remoteChanges` unless told. */
    changes: v.optional(v.picklist(["scripted", "none"])),
  }),
  passthrough: v.strictObject({
    tool: v.string(),
    api: v.string(),
    /** Only for this method; for all when left out. */
    method: v.optional(v.picklist(["GET", "POST", "DELETE", "PUT", "PATCH"])),
    /** Only for this path; for all when left out. */
    path: v.optional(v.string()),
    status: v.optional(v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599))),
    headers: v.optional(v.record(v.string(), v.string())),
    data: v.optional(v.unknown()),
  }),
  findRecords: v.strictObject({ integration_id: recordOptions.integration_id }),
  changeRecords: v.strictObject(recordOptions),
  createRecords: v.strictObject({
    ...recordOptions,
    /** How many records of the same values. */
    count: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000))),
  }),
  reset: v.strictObject({ integration_id: v.optional(v.string()) }),
  clock: v.union([v.strictObject({ now: instant }), v.strictObject({ advance: duration })]),
  ...webhookInputs,
  none: v.strictObject({}),
  ...faultInputs,
  ...journalInputs,
};

type Inputs = typeof inputs;

/** The name of a control call that takes an input. */
export type InputName = keyof Inputs;

/** What a control call takes. */
export type Input<Name extends InputName> = v.InferInput<Inputs[Name]>;

/** Checks what a control call was given; a fault is told with its path and what is allowed. */
export function checkInput<Name extends InputName>(
  name: Name,
  given: unknown,
  root = "body",
): v.InferOutput<Inputs[Name]> {
  const schema: Inputs[Name] = inputs[name];
  const faults = inputFaults(schema, given, root);
  if (faults.length > 0) throw new KomboError("PLATFORM.INPUT_INVALID", faults.join(" "));
  return v.parse<Inputs[Name]>(schema, given);
}

/** Every fault of an input, each with its path. */
export function inputFaults(schema: v.GenericSchema, given: unknown, root: string): string[] {
  const list = listForObject(schema, given, root);
  if (list) return [`${list} must be an object, but is a list.`];
  return (v.safeParse(schema, given).issues ?? []).map((issue) => {
    const path = [root, ...(issue.path ?? []).map(stepOf)].join("");
    if (issue.type === "union") {
      return "body must have `now`, an instant such as 2026-01-31T09:30:00.000Z, or `advance`, a duration such as PT3H.";
    }
    if (issue.expected === "never") {
      return `${path} is not known${issue.path?.length === 1 ? knownKeys(schema) : ""}.`;
    }
    if (issue.received === "undefined") return `${path} is missing; it is required.`;
    const allowed = issue.message.startsWith("must") ? issue.message : `must be ${spelled(issue.expected)}`;
    return `${path} ${allowed}, but is ${issue.received}.`;
  });
}

function stepOf({ key }: { readonly key?: unknown }): string {
  return typeof key === "number" ? `[${key}]` : `.${String(key)}`;
}

/** Where a list stands in the place of an object: the schemas alone would take it for one without keys. */
function listForObject(schema: object, given: unknown, path: string): string | undefined {
  if ("wrapped" in schema) return listForObject(schema.wrapped as object, given, path);
  if (!("entries" in schema) || typeof given !== "object" || given === null) return undefined;
  if (Array.isArray(given)) return path;
  for (const [key, inner] of Object.entries(schema.entries as Record<string, object>)) {
    const found = listForObject(inner, (given as Record<string, unknown>)[key], `${path}.${key}`);
    if (found) return found;
  }
  return undefined;
}

function knownKeys(schema: object): string {
  return "entries" in schema ? `; known are ${Object.keys(schema.entries as object).join(", ")}` : "";
}

/** `("A" | "B")` → `one of "A", "B"`; a type's name as it is. */
function spelled(expected: string | null): string {
  if (expected === null) return "valid";
  return expected.includes(" | ")
    ? `one of ${expected.replace(/^\(|\)$/g, "").replaceAll(" | ", ", ")}`
    : expected;
}
