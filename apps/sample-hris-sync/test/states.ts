import type { DatabaseSync } from "node:sqlite";
import { type ColumnType, type ModelName, models } from "../src/columns.ts";
import type { KomboClient } from "../src/kombo-client.ts";
import { readChanges } from "../src/read-changes.ts";

type Row = Readonly<Record<string, unknown>>;

/** The records of each model by id, in their own fields, and the members of groups. */
export type State = Readonly<Record<ModelName, Readonly<Record<string, Row>>>> & {
  /** `<employee> <group>`, of groups that are there. */
  readonly memberships: readonly string[];
};

/** What the mirror has of an integration. */
export function mirroredState(database: DatabaseSync, integrationId: string): State {
  const table = (model: ModelName) =>
    byId(
      database
        .prepare(`SELECT * FROM ${model} WHERE integration_id = ?`)
        .all(integrationId)
        .map((row) => ownFields(model, row, (value, type) => read[type](value))),
    );
  const memberships = database.prepare(
    `SELECT employee_id, group_id FROM employee_groups JOIN groups
     ON groups.integration_id = employee_groups.integration_id AND groups.id = group_id
     WHERE groups.integration_id = ? AND remote_deleted_at IS NULL`,
  );
  return {
    groups: table("groups"),
    employees: table("employees"),
    absences: table("absences"),
    memberships: memberships
      .all(integrationId)
      .map((row) => `${row["employee_id"]} ${row["group_id"]}`)
      .sort(),
  };
}

/** What the API lists of an integration, deleted records too. */
export async function listedState(kombo: KomboClient, integrationId: string): Promise<State> {
  const all = { integrationId, pageSize: 250 };
  const groups = await readChanges.groups(kombo, all);
  const employees = await readChanges.employees(kombo, all);
  const absences = await readChanges.absences(kombo, all);
  const own = (model: ModelName, rows: readonly object[]) =>
    byId(rows.map((row) => ownFields(model, row, (value) => value)));
  return {
    groups: own("groups", groups),
    employees: own("employees", employees),
    absences: own("absences", absences),
    memberships: employees.flatMap((one) => one.groups.map((group) => `${one.id} ${group.id}`)).sort(),
  };
}

function ownFields(model: ModelName, row: object, value: (value: unknown, type: ColumnType) => unknown): Row {
  const given = new Map<string, unknown>(Object.entries(row));
  return Object.fromEntries(
    Object.entries(models[model]).map(([name, type]) => {
      const found = given.get(name) ?? null;
      return [name, found === null ? null : value(found, type)];
    }),
  );
}

const read: Readonly<Record<ColumnType, (value: unknown) => unknown>> = {
  TEXT: (value) => value,
  REAL: (value) => value,
  BOOLEAN: (value) => value === 1,
  JSON: (value) => JSON.parse(String(value)),
};

function byId(rows: readonly Row[]): Readonly<Record<string, Row>> {
  return Object.fromEntries(rows.map((row) => [String(row["id"]), row]));
}
