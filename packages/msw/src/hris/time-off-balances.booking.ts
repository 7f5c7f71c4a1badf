import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { asInTool } from "../request/write-visibility.ts";
import { isPresent } from "../state/presence.ts";

const collection = "hris.time-off-balances";

interface Booked {
  readonly start_date: unknown;
  readonly employee_id: unknown;
  readonly type_id: unknown;
  readonly amount: unknown;
  readonly unit: unknown;
  readonly status: unknown;
}

/** Refuses an absence that the balance does not cover, and takes an approved one off it. */
export function bookAbsence(context: RequestContext, absence: Booked): void {
  const balance = balanceOf(context, absence);
  const left = balance?.["balance"];
  const amount = Number(absence.amount ?? 0);
  if (!balance || typeof left !== "number" || balance["balance_unit"] !== absence.unit) return;
  if (amount > left && context.assume("absence-beyond-balance") === "refuse") {
    throw new KomboError(
      "REMOTE.INPUT_INVALID",
      `body: the absence takes ${amount} ${String(absence.unit)}, but the employee has ${left} left of this type (balance "${balance.id}").`,
      { assumes: "absence-beyond-balance" },
    );
  }
  if (absence.status === "APPROVED") moveBalance(context, balance, amount);
}

/** Gives back what an approved absence had taken. */
export function unbookAbsence(context: RequestContext, absence: StoredRecord): void {
  const booked = absence as StoredRecord & Booked;
  const balance = balanceOf(context, booked);
  if (balance && booked.status === "APPROVED" && balance["balance_unit"] === booked.unit)
    moveBalance(context, balance, -Number(booked.amount ?? 0));
}

/** The balance as the tool has it, with what was booked since the last sync; none for absences of years past. */
function balanceOf(
  context: RequestContext,
  { employee_id, type_id, start_date }: Booked,
): StoredRecord | undefined {
  if (String(start_date) < context.integration.inputs.date.slice(0, 4)) return undefined;
  const found = context
    .view(collection)
    .withValue("employee_id", employee_id)
    .find((balance) => balance["type_id"] === type_id && isPresent(balance));
  return found && asInTool(context, collection, found);
}

/** The tool counts at once; when reads show it is a guess. */
function moveBalance(context: RequestContext, balance: StoredRecord, used: number): void {
  const when = context.assume("balances-follow-absences");
  if (when === "never") return;
  const sum = (value: unknown, by: number) =>
    typeof value === "number" ? Math.round((value + by) * 100) / 100 : value;
  context.change.patch(
    {
      integrationId: context.integration.id,
      collection,
      id: balance.id,
      visible: when,
    },
    { balance: sum(balance["balance"], -used), used: sum(balance["used"], used) },
  );
}
