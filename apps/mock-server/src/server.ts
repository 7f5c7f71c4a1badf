import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createMockCore, type MockCore, type MockOptions, type OutgoingAnswer } from "@kombo-mock/msw/core";
import { general } from "@kombo-mock/msw/general";
import { type Access, accessOf } from "./access.ts";
import { readDocument } from "./document.ts";
import { failure } from "./failure.ts";
import { readBody } from "./read-body.ts";

/** What a server can be told, beside everything that a mock can. */
export interface ServerOptions extends Omit<Partial<MockOptions>, "baseUrl"> {
  /** 4747 unless told; 0 takes a free one. */
  readonly port?: number;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** Names, beside loopback ones, under which the server may be reached. */
  readonly allowedHosts?: readonly string[];
  /** Where clients reach the server, when that is not where it listens: links in answers begin with it. */
  readonly publicUrl?: string;
  /** Origins of pages that may call the API. */
  readonly corsOrigins?: readonly string[];
  /** Told of every request. */
  readonly onRequest?: (served: ServedRequest) => void;
}

/** A request that was answered. */
export interface ServedRequest {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly answer: OutgoingAnswer;
  readonly milliseconds: number;
}

/** A running server. */
export interface MockServer {
  /** `http://127.0.0.1:4747` */
  readonly url: string;
  /** `http://127.0.0.1:4747/v1` */
  readonly baseUrl: string;
  readonly mock: MockCore;
  /** Stops listening, waits for requests under way, and ends. */
  close(): Promise<void>;
}

/**
 * Serves a mock over HTTP, on loopback unless told.
 *
 * @example
 * const server = await startServer({ port: 0 });
 * await fetch(`${server.baseUrl}/check-api-key`, { headers: { authorization: "Bearer ks_dev_mock" } });
 * await server.close();
 */
export async function startServer(options: ServerOptions = {}): Promise<MockServer> {
  const { port = 4747, host = "127.0.0.1", publicUrl, onRequest } = options;
  const mock = createMockCore({
    isolation: "key",
    clock: "real",
    allowProductionKeys: false,
    ...options,
    domains: options.domains ?? [general],
  });
  const server = createServer();
  await listen(server, port, host);
  const url = addressOf(server, host);
  const access = accessOf({
    url,
    publicUrl,
    host,
    allowedHosts: options.allowedHosts,
    corsOrigins: options.corsOrigins,
  });

  server.on("request", (request, response) => {
    const began = performance.now();
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    void serve(request, mock, access).then((answer) => {
      send(response, request, answer, access);
      onRequest?.({ method: request.method ?? "", path, answer, milliseconds: performance.now() - began });
    });
  });

  return {
    url,
    baseUrl: `${url}/v1`,
    mock,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

/** Answers a request; nothing that it can hold makes this throw. */
async function serve(request: IncomingMessage, mock: MockCore, access: Access): Promise<OutgoingAnswer> {
  const target = request.url ?? "/";
  const cut = target.indexOf("?");
  const pathname = cut === -1 ? target : target.slice(0, cut);
  const search = cut === -1 ? "" : target.slice(cut);
  const arrival = mock.arrive();
  const isControl = pathname === "/_mock" || pathname.startsWith("/_mock/");
  const isApi = pathname === "/v1" || pathname.startsWith("/v1/");
  try {
    if (isControl) access.assertControl(request);
    if (isApi && request.method === "OPTIONS") return { status: 204, headers: {}, body: "" };
    if (pathname === "/_mock/openapi.json") return await readDocument();
    const body = await readBody(request, mock, pathname.slice("/v1".length));
    const incoming = (path: string) => ({
      door: "http" as const,
      method: request.method ?? "GET",
      path: path || "/",
      search,
      header: (name: string) => headerOf(request, name),
      body,
      origin: access.originOf(request),
      arrival,
    });
    if (isApi) return mock.answer(incoming(pathname.slice("/v1".length)));
    if (isControl) return mock.control(incoming(pathname.slice("/_mock".length)));
    return failure(
      404,
      `"${pathname}" is not below the base URL. The base URL ends in /v1: ${access.originOf(request)}/v1.`,
    );
  } catch (error) {
    return failure(
      error instanceof Error && "status" in error ? Number(error.status) : 500,
      error instanceof Error ? error.message : String(error),
    );
  }
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

function send(
  response: ServerResponse,
  request: IncomingMessage,
  answer: OutgoingAnswer,
  access: Access,
): void {
  const cors = access.corsHeaders(request);
  // A request whose body was not read to its end cannot be followed by another on the same connection.
  const connection = request.complete ? {} : { connection: "close" };
  const length = answer.status === 204 ? {} : { "content-length": Buffer.byteLength(answer.body) };
  response.writeHead(answer.status, { ...answer.headers, ...length, ...cors, ...connection });
  response.end(request.method === "HEAD" || answer.status === 204 ? undefined : answer.body);
}

/** Why a server could not start to listen. */
export class ListenError extends Error {
  override name = "ListenError";
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new ListenError(listenFault(error, port, host))),
    );
    server.listen(port, host, () => resolve());
  });
}

function listenFault(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken. Take another with --port, a free one with --port 0, or stop what listens there.`;
  }
  if (error.code === "EACCES")
    return `Port ${port} needs more rights than this user has. Take one above 1023 with --port.`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return `"${host}" is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all, with --host.`;
  }
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
