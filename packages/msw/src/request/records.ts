import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { isoString } from "../state/clock.ts";
import type { RequestContext } from "./context.ts";
import { emptyOf, fieldsOf } from "./join.ts";
import { KomboError } from "./kombo-error.ts";

type Values = Readonly<Record<string, unknown>>;

/** The record that a request names, in its path or its body: by its id, or where it may by the tool's, as `remote:<id>`. */
export function recordById(
  context: RequestContext & { readonly path: unknown; readonly body: unknown },
  collection: string,
  /** Where the request names it: `path.absence_id`, `body.employee_id`. */
  location: string,
  options: { readonly remote?: boolean } = {},
): StoredRecord {
  const given = valueAt({ path: context.path, body: context.body }, location);
  return findRecord(context, { collection, given: String(given), location, ...options });
}

/** The record of a collection by the id that is given somewhere in a request; refuses an unknown one. */
export function findRecord(
  context: RequestContext,
  {
    collection,
    given,
    location,
    remote = false,
  }: {
    readonly collection: string;
    readonly given: string;
    readonly location: string;
    readonly remote?: boolean;
  },
): StoredRecord {
  const view = context.view(collection);
  const byRemoteId = remote && given.startsWith(remotePrefix);
  const found = byRemoteId
    ? view.withValue("remote_id", given.slice(remotePrefix.length))[0]
    : view.get(given);
  return found ?? refuseUnknown(context, { collection, given, location });
}

const remotePrefix = "remote:";

/** A new record of a collection: everything empty that may be, and the given values. */
export function blankRecord(
  context: Pick<RequestContext, "now" | "view">,
  collection: string,
  values: Values,
): Values {
  const { recipe } = context.view(collection);
  const fields = fieldsOf(recipe.entity);
  const blank = Object.fromEntries(
    [...recipe.fields, ...Object.keys(recipe.references)].map((field) => [
      field,
      emptyOf(fields[field] ?? { nullable: true }),
    ]),
  );
  const now = isoString(context.now);
  const stamps = Object.fromEntries(
    ["remote_created_at", "remote_updated_at"]
      .filter((field) => recipe.fields.includes(field))
      .map((field) => [field, now]),
  );
  // The tool has nothing in its own fields that the API does not know.
  return { ...blank, ...stamps, bare: true, ...values };
}

/** Values of a patch with the tool's own stamp, where the collection has one. */
export function touched(context: RequestContext, collection: string, values: Values): Values {
  const { fields } = context.view(collection).recipe;
  return fields.includes("remote_updated_at")
    ? { ...values, remote_updated_at: isoString(context.now) }
    : values;
}

function valueAt(value: unknown, location: string): unknown {
  return location
    .split(".")
    .reduce<unknown>((inner, key) => (inner as Readonly<Record<string, unknown>> | undefined)?.[key], value);
}

function refuseUnknown(
  context: RequestContext,
  { collection, given, location }: { collection: string; given: string; location: string },
): never {
  const [first] = context.view(collection).from(0);
  const example = first ? ` One that exists is "${first.record.id}".` : " There are none yet.";
  const message = `${location}: "${given}" is no record of "${collection}" in "${context.integration.id}".${example}`;
  // What a body or a query refers to is input; only a path names the thing that the request is about.
  if (!location.startsWith("path.")) throw new KomboError("PLATFORM.INPUT_INVALID", message);
  const status = context.assume("unknown-record-status");
  throw new KomboError(status === 400 ? "PLATFORM.INPUT_INVALID" : null, message, {
    status,
    assumes: "unknown-record-status",
  });
}
