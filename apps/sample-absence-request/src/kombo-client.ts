import type { paths } from "@kombo-mock/openapi";
import createClient, { type Client } from "openapi-fetch";

/** A client of the API whose calls and answers have the document's types. */
export type KomboClient = Client<paths>;

interface KomboClientOptions {
  readonly apiKey: string;
  /** The API's address with its `/v1`; the real one in the EU unless told. */
  readonly baseUrl?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Makes a client of the API. */
export function createKomboClient({ apiKey, baseUrl, ...rest }: KomboClientOptions): KomboClient {
  const headers = { authorization: `Bearer ${apiKey}` };
  return createClient<paths>({ baseUrl: baseUrl ?? "https://api.kombo.dev/v1", headers, ...rest });
}
