// Loaded by `kombo-mock exec` into each Node process of the tests, before anything else. CommonJS, since every Node that
// people still test with takes that from NODE_OPTIONS. It notes which line of the program sends a request to the mock,
// and, with `--intercept`, leads connections to the vendor's hosts to the mock and lets none out.

import type { ClientRequest } from "node:http";

// The bridge from what Node's loader for CommonJS gives to the modules' types.
const http = require("node:http") as typeof import("node:http");
const https = require("node:https") as typeof import("node:https");
const net = require("node:net") as typeof import("node:net");
const tls = require("node:tls") as typeof import("node:tls");
const { syncBuiltinESMExports } = require("node:module") as typeof import("node:module");

const header = "x-kombo-mock-sent-from";

const { KOMBO_MOCK_URL: mockUrl, KOMBO_MOCK_INTERCEPT: intercepted = "" } = process.env;
/** The hosts whose connections are led to the mock. */
const vendorHosts = new Set(intercepted.split(",").filter(Boolean));
if (mockUrl !== undefined && mockUrl !== "") {
  const { hostname, host, port } = new URL(mockUrl);
  if (vendorHosts.size > 0) redirectConnections({ host: hostname, port: Number(port) });
  noteSenders((target) => target === host || vendorHosts.has(target.replace(/:\d+$/, "")));
  // What `import { request } from "node:https"` gives is bound anew.
  syncBuiltinESMExports();
}

/** Leads connections to the vendor's hosts to the mock, in the clear, and refuses those to its other hosts. */
function redirectConnections(mock: { readonly host: string; readonly port: number }): void {
  const { connect } = net.Socket.prototype;
  net.Socket.prototype.connect = function (this: import("node:net").Socket, ...args: readonly unknown[]) {
    const host = hostOf(args);
    const isOther =
      host !== undefined && /(^|\.)kombo\.dev$/i.test(host) && !vendorHosts.has(host.toLowerCase());
    if (isOther) {
      const text = `kombo-mock exec --intercept let no connection out to "${host}": the mock answers for ${[...vendorHosts].join(" and ")}.`;
      process.nextTick(() => this.destroy(new Error(text)));
      return this;
    }
    if (host === undefined || !vendorHosts.has(host.toLowerCase()))
      return Reflect.apply(connect, this, args) as typeof this;
    const callback = args.flat().find((one) => typeof one === "function");
    if (callback) this.once("connect", callback as () => void);
    return Reflect.apply(connect, this, [mock]) as typeof this;
  } as typeof connect;

  const { connect: connectTls } = tls;
  tls.connect = ((...args: readonly unknown[]) => {
    const host = hostOf(args);
    if (host === undefined || !vendorHosts.has(host.toLowerCase()))
      return Reflect.apply(connectTls, tls, args) as import("node:tls").TLSSocket;
    // Whoever speaks HTTP over it only waits for the handshake, which the mock has none of.
    const socket = net.connect(mock) as import("node:tls").TLSSocket;
    Object.assign(socket, { encrypted: true, authorized: true, alpnProtocol: false });
    socket.once("connect", () => socket.emit("secureConnect"));
    const callback = args.find((one) => typeof one === "function");
    if (callback) socket.once("secureConnect", callback as () => void);
    return socket;
  }) as typeof connectTls;
}

/** The host of a connection, however it is asked for: an object, a port and a host, or both as a list. */
function hostOf(args: readonly unknown[]): string | undefined {
  const [first, second] = args.flat();
  if (typeof first === "object" && first !== null) {
    const { host, servername } = first as { readonly host?: unknown; readonly servername?: unknown };
    return [servername, host].find((one): one is string => typeof one === "string" && one !== "");
  }
  return typeof second === "string" ? second : undefined;
}

/** Adds to each request to the mock the line that sends it. */
function noteSenders(isOurs: (host: string) => boolean): void {
  const frame = frameReader();
  const { fetch: original } = globalThis;
  if (original !== undefined) {
    globalThis.fetch = function fetch(input, init) {
      const given = input instanceof Request ? input.url : String(input);
      const from = URL.canParse(given) && isOurs(new URL(given).host) ? frame(fetch) : undefined;
      if (from === undefined) return original(input, init);
      const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
      headers.set(header, from);
      return original(input, { ...init, headers });
    };
  }
  for (const protocol of [http, https]) {
    for (const name of ["request", "get"] as const) {
      const send = protocol[name];
      // The bridge over the overloads of a function that is only passed on.
      const noting = (...args: readonly unknown[]) => {
        const sent = Reflect.apply(send, protocol, args) as ClientRequest;
        const target = sent.getHeader("host");
        const from = typeof target === "string" && isOurs(target) ? frame(noting) : undefined;
        if (from !== undefined && !sent.headersSent) sent.setHeader(header, from);
        return sent;
      };
      protocol[name] = noting as typeof send;
    }
  }
}

/** Reads which line of the program calls; of an old Node, which cannot load the reader, it says nothing. */
function frameReader(): (called: (...given: never[]) => unknown) => string | undefined {
  try {
    const { callerIn } =
      require("@kombo-mock/contract/journal-line") as typeof import("@kombo-mock/contract/journal-line");
    return (called) => callerIn(process.cwd(), called);
  } catch {
    return () => undefined;
  }
}
