import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { type ColumnType, type ModelName, models } from "./columns.ts";

type Row = { readonly id: string };

const stored: Readonly<Record<ColumnType, (value: unknown) => SQLInputValue>> = {
  TEXT: (value) => String(value),
  REAL: (value) => Number(value),
  BOOLEAN: (value) => (value === true ? 1 : 0),
  JSON: (value) => JSON.stringify(value),
};

/** Writes records into their table, and answers how many of them it did not have, or had otherwise. */
export function writeRows(
  database: DatabaseSync,
  { model, integrationId }: { readonly model: ModelName; readonly integrationId: string },
  rows: readonly Row[],
): number {
  const columns: readonly (readonly [string, ColumnType])[] = Object.entries(models[model]);
  const names = columns.map(([name]) => name);
  const statement = database.prepare(
    `INSERT INTO ${model} (integration_id, ${names.join(", ")}) VALUES (?, ${names.map(() => "?").join(", ")})
     ON CONFLICT DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(", ")}
     WHERE (${names.join(", ")}) IS NOT (${names.map((name) => `excluded.${name}`).join(", ")})`,
  );
  let changed = 0;
  for (const row of rows) {
    const fields = new Map(Object.entries(row));
    const values = columns.map(([name, type]) => {
      const value: unknown = fields.get(name) ?? null;
      return value === null ? null : stored[type](value);
    });
    changed += Number(statement.run(integrationId, ...values).changes);
  }
  return changed;
}

/** Makes the groups of employees what they are now. */
export function writeMemberships(
  database: DatabaseSync,
  integrationId: string,
  employees: readonly (Row & { readonly groups: readonly Row[] })[],
): void {
  const leave = database.prepare(
    `DELETE FROM employee_groups WHERE integration_id = ? AND employee_id = ?
     AND group_id NOT IN (SELECT value FROM json_each(?))`,
  );
  const join = database.prepare("INSERT OR IGNORE INTO employee_groups VALUES (?, ?, ?)");
  for (const { id, groups } of employees) {
    leave.run(integrationId, id, JSON.stringify(groups.map((group) => group.id)));
    for (const group of groups) join.run(integrationId, id, group.id);
  }
}

/** Takes away the rows that a whole list no longer holds, and answers how many those were. */
export function removeOthers(
  database: DatabaseSync,
  { model, integrationId }: { readonly model: ModelName; readonly integrationId: string },
  rows: readonly Row[],
): number {
  const listed = JSON.stringify(rows.map(({ id }) => id));
  const absent = "integration_id = ? AND %id NOT IN (SELECT value FROM json_each(?))";
  if (model === "employees") {
    const memberships = `DELETE FROM employee_groups WHERE ${absent.replace("%id", "employee_id")}`;
    database.prepare(memberships).run(integrationId, listed);
  }
  const others = `DELETE FROM ${model} WHERE ${absent.replace("%id", "id")}`;
  return Number(database.prepare(others).run(integrationId, listed).changes);
}
