import { createServer, type IncomingMessage } from "node:http";
import { createMockCore, type MockCore, type MockOptions, type OutgoingAnswer } from "@kombo-mock/msw/core";
import { allDomains } from "@kombo-mock/msw/domains";
import { type Access, accessOf, publicUrlOf } from "./access.ts";
import { Connections } from "./connections.ts";
import { readDocs } from "./docs.ts";
import { readDocument } from "./document.ts";
import { failure, refusal } from "./failure.ts";
import { listen } from "./listen.ts";
import { LiveClock } from "./live-clock.ts";
import { hasBody, readBody } from "./read-body.ts";
import { send } from "./send.ts";

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
  /** Runs scheduled work on time, and not only when the mock is next asked something. */
  readonly live?: boolean;
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
  const { port = 4747, host = "127.0.0.1", allowedHosts, corsOrigins, onRequest } = options;
  const publicUrl = options.publicUrl === undefined ? undefined : publicUrlOf(options.publicUrl);
  // Nothing is announced before somebody asks, and by then the server listens.
  let origin = "";
  const mock = createMockCore({
    isolation: "key",
    allowProductionKeys: false,
    ...options,
    webhooks: { origin: () => origin, ...options.webhooks },
    ...(options.clock !== undefined || hasClock(options.world) ? {} : { clock: "real" }),
    domains: options.domains ?? allDomains,
  });
  const server = createServer();
  const connections = new Connections(server);
  const url = await listen(server, port, host);
  origin = publicUrl ?? url;
  const live = options.live ? new LiveClock(mock) : undefined;
  const access = accessOf({ url, publicUrl, host, allowedHosts, corsOrigins });

  server.on("request", (request, response) => {
    const began = performance.now();
    const arrival = mock.arrive();
    const finish = (answer: OutgoingAnswer) => {
      send(response, request, answer, { access, connections });
      const path = pathOf(request);
      // It may have scheduled something.
      live?.wind();
      onRequest?.({ method: request.method ?? "", path, answer, milliseconds: performance.now() - began });
    };
    // Without a body there is nothing to wait for, and a promise would cost a good part of the request.
    if (!hasBody(request)) {
      const answer = guarded(() => answerTo(request, undefined, { mock, access, arrival }));
      if (!(answer instanceof Promise)) {
        finish(answer);
        return;
      }
      connections.begins(request.socket);
      void answer.then((late) => {
        connections.ends(request.socket);
        finish(late);
      });
      return;
    }
    connections.begins(request.socket);
    const path = pathOf(request);
    // A whole state may hold files.
    const takesFiles =
      path === "/_mock/state" || mock.takesFiles(request.method ?? "", path.slice("/v1".length));
    void readBody(request, { takesFiles })
      .then((body) => guarded(() => answerTo(request, body, { mock, access, arrival })), failure)
      .then((answer) => {
        connections.ends(request.socket);
        // A client that went away half-way gets no answer, and is no failure of the mock.
        if (!request.errored) finish(answer);
      });
  });

  const close = () => {
    live?.stop();
    return connections.end();
  };
  return { url, baseUrl: `${url}/v1`, mock, close };
}

/** Whether a world file says how time runs. */
function hasClock(world: ServerOptions["world"]): boolean {
  return typeof world === "object" && world !== null && "clock" in world;
}

interface Desk {
  readonly mock: MockCore;
  readonly access: Access;
  readonly arrival: number;
}

/** Answers a request whose body has been read. */
function answerTo(
  request: IncomingMessage,
  body: string | undefined,
  { mock, access, arrival }: Desk,
): OutgoingAnswer | Promise<OutgoingAnswer> {
  const { method = "GET", url: target = "/" } = request;
  const pathname = pathOf(request);
  const incoming = (prefix: string) => ({
    door: "http" as const,
    method,
    path: pathname.slice(prefix.length) || "/",
    search: target.slice(pathname.length),
    header: (name: string) => headerOf(request, name),
    body,
    origin: access.originOf(request),
    arrival,
    sentFrom: sentFrom(request),
  });
  if (isBelow(pathname, "/v1")) {
    return method === "OPTIONS" ? { status: 204, headers: {}, body: "" } : mock.answer(incoming("/v1"));
  }
  if (isBelow(pathname, "/_mock")) {
    access.assertControl(request);
    return readDocument(pathname) ?? readDocs(method, pathname) ?? mock.control(incoming("/_mock"));
  }
  throw refusal(
    404,
    `"${pathname}" is not below the base URL. The base URL ends in /v1: ${access.originOf(request)}/v1.`,
  );
}

function pathOf({ url = "/" }: IncomingMessage): string {
  const cut = url.indexOf("?");
  return cut === -1 ? url : url.slice(0, cut);
}

function isBelow(pathname: string, folder: string): boolean {
  return (
    pathname.startsWith(folder) && (pathname.length === folder.length || pathname[folder.length] === "/")
  );
}

/** An answer whatever happens: what a request holds must not end the server. */
function guarded(
  answer: () => OutgoingAnswer | Promise<OutgoingAnswer>,
): OutgoingAnswer | Promise<OutgoingAnswer> {
  try {
    const answered = answer();
    return answered instanceof Promise ? answered.catch(failure) : answered;
  } catch (error) {
    return failure(error);
  }
}

/** The line of code that a program under `kombo-mock exec` says it sends from. */
function sentFrom({ headers }: IncomingMessage): string | undefined {
  const told = headers["x-kombo-mock-sent-from"];
  return typeof told === "string" && told.length <= 300 ? told : undefined;
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}
