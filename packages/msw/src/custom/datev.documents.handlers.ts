import type { Entity } from "@kombo-mock/factories";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { filePath } from "../request/stored-files.ts";
import { monthOf } from "./calendar.ts";
import { clientOf, refuseUnready } from "./datev-client.ts";
import { documentKinds } from "./datev-document-kinds.ts";
import { availableDocuments, documents } from "./datev-documents.ts";
import { employeeAt } from "./employees.ts";

/** The documents of a month, and whose they are. */
export const listAvailableDocuments = action("GET /custom/datev/available-documents", (context) => {
  const month = monthOf(context.query.period, "query.period");
  refuseUnready("documents", context);
  return { results: availableDocuments(context, month) };
});

/** Fetches a document of the company or of one employee. */
export const downloadDocument = action("POST /custom/datev/download-document", (context) => {
  refuseUnready("documents", context);
  const { employee_id } = context.body;
  const owner = employee_id === null ? null : ownerAt(context, employee_id, "body.employee_id");
  return download(context, context.body, owner);
});

/** Fetches a document of one employee. */
export const downloadEmployeeDocument = action(
  "POST /custom/datev/employees/{employee_id}/download-document",
  (context) => {
    refuseUnready("documents", context);
    return download(context, context.body, ownerAt(context, context.path.employee_id, "path.employee_id"));
  },
);

/** Whose a document is. */
interface Owner {
  readonly id: string | null;
  readonly remoteId: string;
  readonly name: string;
}

function ownerAt(
  context: RequestContext & { readonly path: unknown; readonly body: unknown },
  given: string | null,
  location: string,
): Owner {
  const unsynced = clientOf(context).unsynced_employees.find((remoteId) => given === `remote:${remoteId}`);
  if (unsynced !== undefined) return { id: null, remoteId: unsynced, name: "not synced" };
  const { id, remote_id, first_name, last_name } = employeeAt(context, location);
  const name = [first_name, last_name].filter((part) => typeof part === "string").join(" ");
  return { id, remoteId: String(remote_id), name };
}

function download(
  context: RequestContext,
  asked: Entity<"DatevDownloadEmployeeDocumentRequest">,
  owner: Owner | null,
): Entity<"DatevDocument"> {
  const { change, integration, view } = context;
  const code = asked.document_type;
  const kind = documentKinds[code];
  if ((kind.owner === "company") !== (owner === null)) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      kind.owner === "company"
        ? `body.document_type: ${code} is a document of the company; ask for it with POST /custom/datev/download-document and employee_id null.`
        : `body.employee_id: ${code} is a document of one employee, so say whose.`,
    );
  }
  const month = monthOf(asked.accounting_month, "body.accounting_month");
  refuseMissing(context, code, month, owner);
  const key = owner === null ? "company" : owner.remoteId;
  const found = view(documents)
    .withValue("accounting_month", `${month}-01`)
    .filter((one) => one["document_type"] === code)
    .find((one) =>
      owner?.id == null
        ? (one["employee_remote_id"] ?? null) === (owner?.remoteId ?? null)
        : one["employee_id"] === owner.id,
    );
  const file_name = `${code}_${month}_${key}.pdf`;
  const id =
    found?.id ??
    change.insert(
      { integrationId: integration.id, collection: documents, remoteId: `${code}/${month}/${key}` },
      {
        ...{ document_type: code, accounting_month: `${month}-01`, file_name, content_base64: null },
        ...{ content_type: "application/pdf", employee_id: owner?.id ?? null },
        employee_remote_id: owner?.remoteId ?? null,
        text_lines: textOf(context, { title: kind.title, code, month, owner }),
      },
    );
  return {
    data_url: context.url(filePath(id, change.root.environment)),
    file_name: String(found?.["file_name"] ?? file_name),
    content_type: String(found?.["content_type"] ?? "application/pdf"),
  };
}

/** What cannot be had is not there: a type that is not released, or a month without the document. */
function refuseMissing(context: RequestContext, code: string, month: string, owner: Owner | null): void {
  const { documents_granted } = clientOf(context);
  if (!documents_granted.includes(code)) {
    context.assume("no-code-for-integration-state");
    throw new KomboError(
      null,
      `body.document_type: ${code} is not released for download. Released are ${documents_granted.join(", ") || "none"}; documents_granted of "custom.datev-clients" decides.`,
      { status: 403, assumes: "no-code-for-integration-state" },
    );
  }
  const document = availableDocuments(context, month).find(({ document_type }) => document_type === code);
  const people = document?.available_for_employees ?? [];
  if (document && (owner === null || people.some(({ remote_id }) => remote_id === owner.remoteId))) return;
  const status = context.assume("unknown-record-status");
  throw new KomboError(
    status === 400 ? "PLATFORM.INPUT_INVALID" : null,
    `There is no ${code} of ${month}${owner ? ` for "${owner.remoteId}"` : ""}. GET /custom/datev/available-documents?period=${month}-01 tells which documents there are.`,
    { status, assumes: "unknown-record-status" },
  );
}

function textOf(
  context: RequestContext,
  document: {
    readonly title: string;
    readonly code: string;
    readonly month: string;
    readonly owner: Owner | null;
  },
): string[] {
  const { consultant_number, client_number, target_system } = clientOf(context);
  const { title, code, month, owner } = document;
  return [
    `${title} (${code})`,
    `Month: ${month}`,
    `Consultant ${consultant_number}, client ${client_number}, ${target_system}`,
    ...(owner ? [`Employee: ${owner.name} (${owner.remoteId})`] : []),
    "Kombo Mock: everything in it is made up.",
  ];
}
