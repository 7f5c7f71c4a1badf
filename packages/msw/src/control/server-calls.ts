import type { paths } from "../../generated/control.d.ts";

type Method = "get" | "put" | "post" | "patch" | "delete";

/** Every call of the control API's document, spelled `"POST /integrations/{id}/syncs"`. */
type CallName = {
  readonly [Path in keyof paths]: {
    readonly [M in Method]: paths[Path][M] extends { readonly responses: object }
      ? `${Uppercase<M>} ${Path}`
      : never;
  }[Method];
}[keyof paths];

type OperationOf<Name extends CallName> = Name extends `${infer M} ${infer Path extends keyof paths}`
  ? Lowercase<M> extends infer Key extends Method
    ? paths[Path][Key]
    : never
  : never;

/** What a call answers. */
type AnswerOf<Name extends CallName> =
  OperationOf<Name> extends {
    readonly responses: { readonly 200: { readonly content: { readonly "application/json": infer Answer } } };
  }
    ? Answer
    : never;

/** The calls that answer a list. */
type ListName = {
  readonly [Name in CallName]: AnswerOf<Name> extends { readonly results: readonly unknown[] } ? Name : never;
}[CallName];

/** A member of the list that a call answers. */
type MemberOf<Name extends ListName> =
  AnswerOf<Name> extends { readonly results: readonly (infer Member)[] } ? Member : never;

/** A value as it is sent: JSON leaves out what is undefined, and changes nothing. */
export type Sent<T> = T extends readonly (infer Member)[]
  ? readonly Sent<Member>[]
  : T extends object
    ? {
        readonly [Key in keyof T]:
          | Sent<T[Key]>
          | (Partial<Pick<T, Key>> extends Pick<T, Key> ? undefined : never);
      }
    : T;

type PathOf<Operation> = Operation extends { readonly parameters: { readonly path: infer Path } }
  ? { readonly path: Path }
  : object;

type QueryOf<Operation> = Operation extends { readonly parameters: { readonly query?: infer Query } }
  ? { readonly query?: Sent<NonNullable<Query>> | undefined }
  : object;

type BodyOf<Operation> = Operation extends {
  readonly requestBody: { readonly content: { readonly "application/json": infer Body } };
}
  ? { readonly body: Sent<Body> }
  : Operation extends {
        readonly requestBody?: { readonly content: { readonly "application/json": infer Body } };
      }
    ? { readonly body?: Sent<Body> | undefined }
    : object;

/** What a call is made with: the parameters of its path, its query, its body. */
type Given<Name extends CallName> = PathOf<OperationOf<Name>> &
  QueryOf<OperationOf<Name>> &
  BodyOf<OperationOf<Name>>;

/** Left out where a call needs nothing. */
type Rest<Name extends CallName> =
  object extends Given<Name> ? readonly [given?: Given<Name>] : readonly [given: Given<Name>];

/** The calls to a running server, as its document describes them. */
export interface ServerCalls {
  /** Makes a call and gives its answer. */
  call<Name extends CallName>(name: Name, ...rest: Rest<Name>): Promise<AnswerOf<Name>>;
  /** Makes a call that answers a list, and gives its members. */
  list<Name extends ListName>(name: Name, ...rest: Rest<Name>): Promise<MemberOf<Name>[]>;
}

/** The parts of a request, whatever call it is. */
interface Parts {
  readonly path?: Readonly<Record<string, string>> | undefined;
  readonly query?: Readonly<Record<string, unknown>> | undefined;
  readonly body?: unknown;
}

/** Makes calls to the server at an address, as the holder of a key. */
export function serverCalls(url: string, apiKey: string | undefined): ServerCalls {
  const base = `${url.replace(/\/+$/, "")}/_mock`;

  async function send<Answer>(name: CallName, given: Parts = {}): Promise<Answer> {
    const { path = {}, query = {}, body } = given;
    const [method = "", template = ""] = name.split(" ");
    const target =
      template.replaceAll(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(path[key] ?? "")) +
      queryText(query);
    const response = await fetch(base + target, {
      method,
      headers: {
        ...(apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` }),
        ...(body === undefined ? {} : { "content-type": "application/json" }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const json: unknown = await response.json();
    if (!response.ok) throw new Error(messageIn(json) ?? `${method} ${target} answered ${response.status}.`);
    // The bridge from JSON: tests hold that the server answers what its document says.
    return json as Answer;
  }

  return {
    call: (name, ...[given]) => send(name, given),
    list: async <Name extends ListName>(name: Name, ...[given]: Rest<Name>) =>
      (await send<{ results: MemberOf<Name>[] }>(name, given)).results,
  };
}

function queryText(values: Readonly<Record<string, unknown>>): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) query.set(name, String(value));
  return query.size === 0 ? "" : `?${query.toString()}`;
}

/** The message of an error's envelope. */
function messageIn(json: unknown): string | undefined {
  if (typeof json !== "object" || json === null || !("error" in json)) return undefined;
  const { error } = json;
  if (typeof error !== "object" || error === null || !("message" in error)) return undefined;
  return typeof error.message === "string" ? error.message : undefined;
}
