import type { IncomingMessage } from "node:http";
import { refusal } from "./failure.ts";
import { inUrl } from "./listen.ts";

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
  const { url, publicUrl, host, allowedHosts = [], corsOrigins = [] } = options;
  const publicName = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  const names = new Set([...loopback, inUrl(host), ...allowedHosts, ...publicName].map(nameOf));
  const isAccepted = (one: string | undefined): one is string => one !== undefined && names.has(nameOf(one));
  const origins = new Set(corsOrigins.map((one) => originOf(one) ?? one));

  return {
    assertControl({ headers }) {
      if (headers.host === undefined) {
        throw refusal(
          403,
          "A control call has to name the server in its Host header, and this one does not.",
        );
      }
      if (!isAccepted(headers.host)) {
        throw refusal(
          403,
          `The control calls are not served under the name "${headers.host}". Allow it with --allow-host ${nameOf(headers.host)}.`,
        );
      }
      const { origin } = headers;
      if (origin === undefined || isAccepted(hostOf(origin))) return;
      throw refusal(403, `A page of "${origin}" may not call /_mock. Allow its host with --allow-host.`);
    },
    originOf({ headers }) {
      if (publicUrl !== undefined) return publicUrl;
      return isAccepted(headers.host) ? `http://${headers.host}` : url;
    },
    corsHeaders({ headers, url: target = "" }) {
      const { origin } = headers;
      if (origin === undefined || !target.startsWith("/v1") || !(origins.has(origin) || origins.has("*"))) {
        return {};
      }
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

/** A public URL as links begin with it: with the path under which a proxy serves the mock, without `/v1`. */
export function publicUrlOf(given: string): string {
  const url = URL.parse(given);
  if (url && /^https?:$/.test(url.protocol)) {
    return url.origin + url.pathname.replace(/\/+$/, "").replace(/\/v1$/, "");
  }
  throw new Error(`publicUrl must be an absolute URL such as https://mock.example.com, but is "${given}".`);
}

function nameOf(host: string): string {
  return host.replace(/:\d+$/, "").toLowerCase();
}

function hostOf(origin: string): string | undefined {
  return URL.parse(origin)?.host;
}

function originOf(url: string): string | undefined {
  return URL.parse(url)?.origin;
}
