import type { JournalLine } from "@kombo-mock/contract/recorded";

/**
 * What a request consists of, without any value: `GET /hris/employees?page_size`, `POST /hris/absences {employee_id}`.
 * Undefined where there is no operation: a path may hold ids.
 */
export function requestShape(
  operation: string | null,
  { url, body }: JournalLine["request"],
): string | undefined {
  if (operation === null) return undefined;
  const cut = url.indexOf("?");
  const names = cut === -1 ? [] : [...new Set(new URLSearchParams(url.slice(cut)).keys())];
  const query = names.length > 0 ? `?${names.join("&")}` : "";
  const keys = typeof body === "string" ? keysOf(body) : undefined;
  return `${operation}${query}${keys ? ` {${keys.join(", ")}}` : ""}`;
}

const mostKeys = 20;

function keysOf(body: string): string[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return undefined;
  const keys = Object.keys(value);
  return keys.length > mostKeys ? [...keys.slice(0, mostKeys), "…"] : keys;
}
