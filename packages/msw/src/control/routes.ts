import { addRoute, createRouter, findRoute } from "rou3";
import { authenticate, type KeyPolicy } from "../request/authenticate.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import type { IncomingRequest } from "../request/pipeline.ts";
import { errorEnvelope, type OutgoingAnswer } from "../request/render.ts";
import { isoString } from "../state/clock.ts";
import type { Environment } from "../state/environment.ts";
import type { Environments } from "../state/environments.ts";
import { own } from "../state/own.ts";
import { version } from "../version.ts";
import { conditionRoutes } from "./condition-routes.ts";
import { connectDonePage, connectPage } from "./connect-page.ts";
import { type Control, controlOf } from "./control.ts";
import { environmentRoutes } from "./environment-routes.ts";
import { faultRoutes } from "./fault-routes.ts";
import { download, findFile } from "./files.ts";
import { journalRoutes } from "./journal-routes.ts";
import { recordRoutes } from "./record-routes.ts";
import { syncRoutes } from "./sync-routes.ts";
import { webhookRoutes } from "./webhook-routes.ts";

/** What a control call answers. */
export type ControlAnswer = OutgoingAnswer;

/** What the control calls look at beside one environment. */
export interface ControlDesk {
  readonly environments: Environments;
  readonly machinery: Machinery;
  readonly stamp: () => number;
  readonly world: string;
  readonly seed: number;
  readonly date: string;
  readonly keyPolicy: KeyPolicy;
  /** The key of the default environment, for calls that name none. */
  readonly apiKey: string;
}

/** A control call as it came in. */
export interface Call {
  readonly request: IncomingRequest;
  readonly desk: ControlDesk;
  readonly path: Readonly<Record<string, string>>;
  /** The JSON body; an empty object when there is none. */
  body(): unknown;
  /** The environment that the request means. */
  environment(): Environment;
  /** The control calls of that environment. */
  control(): Control;
}

/** Answers one control call. */
export type Route = (call: Call) => unknown;

/** An answer that is ready, in place of JSON. */
class Ready {
  readonly answer: ControlAnswer;
  constructor(ready: ControlAnswer) {
    this.answer = ready;
  }
}

/** HTML in place of JSON. */
class Page {
  readonly html: string;
  constructor(html: string) {
    this.html = html;
  }
}

const results = (list: readonly unknown[]) => ({ results: list, next: null });

/** Every control call, by method and path below `/_mock`. */
const routes: Readonly<Record<string, Route>> = {
  "GET /health": ({ desk }) => ({
    status: "ok",
    version,
    world: desk.world,
    seed: desk.seed,
    date: desk.date,
    environments: desk.environments.list().length,
    operations: desk.machinery.behaviours.size,
  }),
  "GET /environments": ({ desk }) =>
    results(
      desk.environments.list().map(({ environment, key, opened, lastUsed }) => ({
        name: environment.name,
        key,
        opened_at: opened === 0 ? null : isoString(opened),
        last_used_at: lastUsed === 0 ? null : isoString(lastUsed),
        changed: environment.written,
        exchanges_dropped: environment.journal.dropped,
      })),
    ),
  "DELETE /environments/{name}": ({ desk, path }) => {
    const name = path["name"] ?? "";
    if (desk.environments.drop(name)) return {};
    throw new KomboError(null, `There is no environment "${name}".`, { status: 404 });
  },
  "POST /reset": ({ control, body }) => {
    control().reset(body());
    return {};
  },
  // Indented, since people read it and keep it under version control.
  "GET /state": ({ control }) =>
    new Ready(answer(200, jsonType, `${JSON.stringify(control().exportState(), null, 2)}\n`)),
  "PUT /state": ({ control, body }) => {
    control().importState(body());
    return {};
  },
  ...environmentRoutes,
  ...conditionRoutes,
  "POST /integrations": ({ control, body }) => control().createIntegration(body()),
  "PATCH /integrations/{id}": ({ control, path, body }) =>
    control().updateIntegration(path["id"] ?? "", body()),
  "DELETE /integrations/{id}": ({ control, path }) => {
    control().removeIntegration(path["id"] ?? "");
    return {};
  },
  "PUT /integrations/{id}/scope": ({ control, path, body }) => control().setScope(path["id"] ?? "", body()),
  "PUT /integrations/{id}/custom-fields": ({ control, path, body }) => {
    control().setCustomFields(path["id"] ?? "", body());
    return {};
  },
  "POST /integrations/{id}/syncs": ({ control, path, body }) =>
    control().finish(control().sync(path["id"] ?? "", body())),
  "GET /integrations/{id}/form-options/{key}": ({ control, path }) =>
    results(control().listFormOptions(path["id"] ?? "", path["key"] ?? "")),
  ...recordRoutes,
  ...faultRoutes,
  ...syncRoutes,
  "POST /passthrough": ({ control, body }) => {
    control().setPassthrough(body());
    return {};
  },
  "GET /clock": ({ control }) => ({ now: control().now() }),
  "POST /clock": ({ control, body }) => control().finish({ now: control().moveClock(body()) }),
  ...webhookRoutes,
  ...journalRoutes,
  "GET /files/{id}": ({ desk, path, request }) => {
    const name = new URLSearchParams(request.search).get("environment");
    const environment = name === null ? desk.environments.default : desk.environments.find(name);
    if (environment) return new Ready(download(findFile(path["id"] ?? "", environment, desk.machinery)));
    throw new KomboError(null, `There is no environment "${name}".`, { status: 404 });
  },
  "GET /connect/{token}": ({ desk, path, request }) => {
    const { environment, token } = linkOf(desk, path);
    return new Page(
      connectPage(environment, token, `${request.origin}/_mock/connect/${encodeURIComponent(token)}`),
    );
  },
  "POST /connect/{token}": ({ desk, path, request, body }) => {
    const { environment, token } = linkOf(desk, path);
    const form = request.header("content-type")?.startsWith("application/x-www-form-urlencoded");
    const choice = form ? Object.fromEntries(new URLSearchParams(request.body ?? "")) : body();
    const control = controlOf(environment, desk.machinery, desk.stamp);
    const connected = control.connect(token, choice);
    return control.finish(form ? new Page(connectDonePage(connected)) : connected);
  },
};

const router = createRouter<Route>();
for (const [name, route] of Object.entries(routes)) {
  const [method, path] = name.split(" ") as [string, string];
  addRoute(router, method, path.replaceAll(/\{(\w+)\}/g, ":$1"), route);
}

/** Answers a control call: JSON, a page, or the vendor's error envelope. */
export function answerControl(
  request: IncomingRequest,
  desk: ControlDesk,
): ControlAnswer | Promise<ControlAnswer> {
  try {
    const found = findRoute(router, request.method, request.path);
    if (!found) {
      throw new KomboError(
        null,
        `There is no control call "${request.method} /_mock${request.path}". There are: ${Object.keys(routes).join(", ")}.`,
        { status: 404 },
      );
    }
    const result = found.data({
      request,
      desk,
      path: Object.fromEntries(
        Object.entries(found.params ?? {}).map(([name, value]) => [name, decodePath(value)]),
      ),
      body: () => parseBody(request.body),
      environment: () => environmentOf(request, desk),
      control: () => controlOf(environmentOf(request, desk), desk.machinery, desk.stamp),
    });
    return result instanceof Promise ? result.then(answerOf, refusalOf) : answerOf(result);
  } catch (error) {
    return refusalOf(error);
  }
}

function answerOf(result: unknown): ControlAnswer {
  if (result instanceof Ready) return result.answer;
  if (result instanceof Page) return answer(200, "text/html; charset=utf-8", result.html);
  return answer(200, jsonType, JSON.stringify(result));
}

function refusalOf(error: unknown): ControlAnswer {
  if (error instanceof KomboError) return answer(error.status, jsonType, errorEnvelope(error, null));
  throw error;
}

const jsonType = "application/json; charset=utf-8";

function answer(status: number, type: string, body: string): ControlAnswer {
  return { status, headers: { "content-type": type }, body };
}

/** The environment of the request's key; without a key, the only one that is in use. */
function environmentOf({ header }: IncomingRequest, { environments, keyPolicy }: ControlDesk): Environment {
  const authorization = header("authorization");
  if (authorization) return environments.forKey(authenticate(authorization, keyPolicy));
  const open = environments.list();
  if (open.length === 1) return environments.default;
  const names = open.map(({ key, environment }) => key ?? environment.name).join(", ");
  throw new KomboError(
    null,
    `Several environments are in use (${names}): say which one with \`Authorization: Bearer <its API key>\`.`,
    { status: 409 },
  );
}

/** A connect link is opened by a browser, which has no key: its token says where it belongs. */
function linkOf({ environments }: ControlDesk, path: Readonly<Record<string, string>>) {
  const token = path["token"] ?? "";
  const found = environments.list().find(({ environment }) => own(environment.root.links, token));
  return { environment: found?.environment ?? environments.default, token };
}

function parseBody(body: string | undefined): unknown {
  if (body === undefined || body.trim() === "") return {};
  try {
    return JSON.parse(body) as unknown;
  } catch (error) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `body is not JSON: ${error instanceof Error ? error.message : ""}`,
    );
  }
}

function decodePath(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    throw new KomboError("PLATFORM.INPUT_INVALID", `"${value}" in the path is not validly percent-encoded.`);
  }
}
