import type { IncomingMessage } from "node:http";
import { RequestRefused } from "./failure.ts";

/** Who may reach what, and under which name. */
export interface Access {
  /** Refuses a control call that comes under a strange name or from a strange page: a page elsewhere must not steer the mock. */
  assertControl(request: IncomingMessage): void;
  /** Where the sender reaches the server, for links in answers. */
  originOf(request: IncomingMessage): string;
  corsHeaders(request: IncomingMessage): Record<string, string>;
}

const loopback = ["127.0.0.1", "localhost", "[::1]"];

/** Makes the rules of a server. */
export function accessOf(options: {
  readonly url: string;
  readonly publicUrl: string | undefined;
  readonly host: string;
  readonly allowedHosts: readonly string[] | undefined;
  readonly corsOrigins: readonly string[] | undefined;
}): Access {
  const publicOrigin = options.publicUrl === undefined ? undefined : new URL(options.publicUrl).origin;
  const names = new Set([
    ...loopback,
    options.host,
    ...(options.allowedHosts ?? []),
    ...(publicOrigin ? [new URL(publicOrigin).hostname] : []),
  ]);
  const isAccepted = (host: string | undefined): host is string =>
    host !== undefined && names.has(nameOf(host));
  const cors = options.corsOrigins ?? [];

  return {
    assertControl({ headers }) {
      if (!isAccepted(headers.host)) {
        throw new RequestRefused(
          403,
          `The control calls are not served under the name "${headers.host}". Allow it with --allow-host ${nameOf(headers.host ?? "")}.`,
        );
      }
      const { origin } = headers;
      if (origin === undefined || isAccepted(hostOf(origin))) return;
      throw new RequestRefused(
        403,
        `A page of "${origin}" may not call /_mock. Allow its host with --allow-host.`,
      );
    },
    originOf({ headers }) {
      if (publicOrigin) return publicOrigin;
      return isAccepted(headers.host) ? `http://${headers.host}` : options.url;
    },
    corsHeaders({ headers, url = "" }) {
      const { origin } = headers;
      if (origin === undefined || !url.startsWith("/v1") || !(cors.includes(origin) || cors.includes("*")))
        return {};
      return {
        "access-control-allow-origin": origin,
        "access-control-allow-methods": "GET, POST, PUT, PATCH, DELETE",
        "access-control-allow-headers": headers["access-control-request-headers"] ?? "*",
        "access-control-expose-headers": "*",
        vary: "origin",
      };
    },
  };
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
