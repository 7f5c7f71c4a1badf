import { type Operation, type OperationEntry, operations } from "@kombo-mock/openapi";

/**
 * Whether an operation comes into a situation that an error code tells of. The official SDKs know one list of codes for
 * each family of operations; but what reads synced data never reaches the tool, and only few operations create
 * employees.
 */
export function hasOccasion(operation: Operation, code: string): boolean {
  const entry = operations[operation];
  const rule = rules.find(([pattern]) => pattern.test(code));
  return rule ? rule[1](entry, operation) : true;
}

type Rule = readonly [RegExp, (entry: OperationEntry, operation: string) => boolean];

const rules: readonly Rule[] = [
  [
    /^PLATFORM\.INTEGRATION_NOT_FOUND$/,
    ({ integrationHeader, path }) => integrationHeader || path.includes("{integration_id}"),
  ],
  [/^PLATFORM\.(?:CONCURRENCY_LIMIT_EXCEEDED|TASK_TIMED_OUT)$/, reachesTool],
  [/^INTEGRATION\.MODEL_/, (entry) => entry.integrationHeader && !reachesTool(entry)],
  [
    /^INTEGRATION\.(?:ACTION_|PERMISSION_MISSING|AUTHENTICATION_INVALID)/,
    (entry) => entry.integrationHeader && reachesTool(entry),
  ],
  [/^INTEGRATION\./, ({ integrationHeader }) => integrationHeader],
  [/^REMOTE\./, reachesTool],
  [/^HRIS\.EMPLOYEE_/, (_, operation) => /^POST \/hris\/employees(?:\/form)?$/.test(operation)],
  [/^HRIS\.STAFFING_ENTITY_/, (_, operation) => operation === "POST /hris/employees/form"],
  [/^ATS\./, (_, operation) => /^POST \/ats\/(?:candidates|jobs\/\{job_id\}\/applications)$/.test(operation)],
  [/^AI_APPLY\.JOB_FEED_IMPORT_/, (_, operation) => operation.endsWith("/bulk-import")],
];

/** Reads answer what syncs have brought; what only some tools have, forms and passthrough are asked of the tool. */
function reachesTool({ method, domain, path }: OperationEntry): boolean {
  if (domain === "general") return path.startsWith("/passthrough/");
  return method !== "GET" || domain === "custom" || path === "/hris/employees/form";
}
