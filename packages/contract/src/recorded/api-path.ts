import { operationOf } from "../exchange.ts";

/** The hosts of the API itself. */
export const vendorHosts: readonly string[] = ["api.kombo.dev", "api.us.kombo.dev"];
const loopback = /^(?:localhost|127(?:\.\d+){3}|\[::1\]|.*\.localhost)$/;

/**
 * The path below the API's base URL that a request goes to; null for a request to somebody else. The API is at the
 * vendor's addresses and at the given base URLs; on this machine it is what has an operation's path below `/v1`.
 */
export function apiPathOf(method: string, url: string, baseUrls: readonly string[]): string | null {
  if (method.toUpperCase() === "OPTIONS") return null;
  if (url.startsWith("/")) return url.startsWith("/_mock") ? null : url;
  const base = baseUrls
    .map((one) => one.replace(/\/+$/, ""))
    .find((one) => url === one || url.startsWith(`${one}/`));
  if (base !== undefined) return url.slice(base.length) || "/";
  const parsed = URL.parse(url);
  if (!parsed) return null;
  const path = parsed.pathname + parsed.search;
  if (vendorHosts.includes(parsed.hostname)) return path;
  const isMock =
    loopback.test(parsed.hostname) && path.startsWith("/v1/") && operationOf({ method, url: path });
  return isMock ? path : null;
}
