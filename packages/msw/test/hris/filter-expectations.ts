import type { Row } from "./company.ts";

/** How a parameter filters: the values that a record has for it, and whether the record passes what is asked. */
export interface Expectation {
  readonly valuesOf: (row: Row) => readonly unknown[];
  readonly passes: (row: Row, given: string) => boolean;
  /** Whether several values can be asked for, separated by commas. */
  readonly isList?: boolean;
  /** Other texts that are worth asking for. */
  readonly also?: readonly string[];
}

const has = (field: string) => (row: Row) => [row[field]];
const within = (given: string, value: unknown) => given.split(",").includes(String(value));

const oneOf = (field: string): Expectation => ({
  valuesOf: has(field),
  passes: (row, given) => within(given, row[field]),
  isList: true,
});
const equals = (field: string): Expectation => ({
  valuesOf: has(field),
  passes: (row, given) => row[field] === given,
});
const ignoringCase = (field: string): Expectation => ({
  ...oneOf(field),
  valuesOf: (row) => (typeof row[field] === "string" ? [row[field], row[field].toUpperCase()] : []),
  passes: (row, given) => within(given.toLowerCase(), String(row[field]).toLowerCase()),
});
const textOf = (value: unknown) => (typeof value === "string" ? value : "");
const contains = (field: string): Expectation => ({
  valuesOf: (row) => [textOf(row[field]).slice(1, 4), textOf(row[field]).toUpperCase()],
  passes: (row, given) => textOf(row[field]).toLowerCase().includes(given.toLowerCase()),
  also: ["e", "no such name"],
});
const related = (field: string, key = "id"): Expectation => ({
  valuesOf: (row) => [row[field]].flat().map((one) => (one as Row | null)?.[key]),
  passes: (row, given) => [row[field]].flat().some((one) => within(given, (one as Row | null)?.[key])),
  isList: true,
});

const dayLength = 86_400_000;
const instantOf = (text: string) =>
  Date.parse(text.includes("T") ? `${text.replace("Z", "")}Z` : text.replace("Z", ""));
const dayOf = (text: unknown) => String(text).slice(0, 10);
/** A date-time with and without zone and fraction, its day, and the days around it. */
function spellings(value: unknown): string[] {
  if (typeof value !== "string") return [];
  const iso = new Date(value).toISOString();
  const around = [-dayLength, dayLength].map((by) =>
    new Date(Date.parse(iso) + by).toISOString().slice(0, 10),
  );
  return [iso, iso.slice(0, -1), iso.slice(0, 19), `${iso.slice(0, 19)}Z`, iso.slice(0, 10), ...around];
}
const dates = (fields: readonly string[], passes: Expectation["passes"]): Expectation => ({
  valuesOf: (row) => fields.flatMap((field) => spellings(row[field])),
  passes,
});
const compares = (field: string, test: (value: number, given: number) => boolean): Expectation =>
  dates(
    [field],
    (row, given) => typeof row[field] === "string" && test(Date.parse(row[field]), instantOf(given)),
  );

/** Statuses that are the tool's own words cannot be asked for. */
const mappedStatus = (row: Row) =>
  has("employment_status")(row).filter((value) => /^[A-Z]+$/.test(textOf(value)));

/** Every filter of every list, beyond those that all have. */
export const filters: Readonly<Record<string, Readonly<Record<string, Expectation>>>> = {
  "/hris/employees": {
    employment_status: { ...equals("employment_status"), valuesOf: mappedStatus },
    employment_statuses: oneOf("employment_status"),
    group_ids: related("groups"),
    legal_entity_ids: oneOf("legal_entity_id"),
    work_location_ids: oneOf("work_location_id"),
    work_emails: ignoringCase("work_email"),
    personal_emails: ignoringCase("personal_email"),
    custom_fields: {
      valuesOf: (row) =>
        Object.entries((row["custom_fields"] ?? {}) as object).map(([key, value]) =>
          JSON.stringify({ [key]: value }),
        ),
      passes(row, given) {
        const [pair] = Object.entries(JSON.parse(given) as Record<string, unknown>);
        const shown = row["custom_fields"] as Readonly<Record<string, unknown>> | null;
        return shown !== null && pair !== undefined && shown[pair[0]] === pair[1];
      },
      also: ['{"shirt_size":1}', '{"shirt_size":true}', ' { "shirt_size" : "XL" } '],
    },
  },
  "/hris/groups": {
    types: { ...oneOf("type"), also: ["null,TEAM", "DEPARTMENT,TEAM,COST_CENTER,null"] },
    name_contains: contains("name"),
  },
  "/hris/legal-entities": { name_contains: contains("name") },
  "/hris/locations": { name_contains: contains("name") },
  "/hris/skills": { name_contains: contains("name") },
  "/hris/time-off-balances": { employee_id: equals("employee_id") },
  "/hris/absences": {
    // The time of day does not count, and the last day belongs to the absence.
    date_from: dates(
      ["start_date", "end_date"],
      (row, given) => row["end_date"] !== null && dayOf(row["end_date"]) >= dayOf(given),
    ),
    date_until: dates(
      ["start_date", "end_date"],
      (row, given) => row["start_date"] !== null && dayOf(row["start_date"]) <= dayOf(given),
    ),
    type_ids: oneOf("type_id"),
    employee_id: equals("employee_id"),
    time_from: dates(["start_date", "end_date"], (row, given) =>
      [row["start_date"], row["end_date"]].some((day) => Date.parse(String(day)) > instantOf(given)),
    ),
    time_until: dates(
      ["start_date", "end_date"],
      (row, given) => Date.parse(String(row["start_date"])) < instantOf(given),
    ),
  },
  "/hris/timesheets": {
    employee_id: equals("employee_id"),
    started_before: compares("started_at", (value, given) => value < given),
    started_after: compares("started_at", (value, given) => value >= given),
    ended_before: compares("ended_at", (value, given) => value <= given),
    ended_after: compares("ended_at", (value, given) => value >= given),
  },
  "/hris/performance-reviews": {
    types: oneOf("type"),
    review_cycle_ids: related("review_cycle"),
    reviewee_ids: related("reviewee"),
  },
  "/hris/staffing-entities": { model_types: oneOf("model_type"), statuses: oneOf("status") },
  "/hris/employee-skill-assignments": { employee_ids: oneOf("employee_id"), skill_ids: oneOf("skill_id") },
};
