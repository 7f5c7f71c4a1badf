import { base58Id } from "@kombo-mock/factories";
import { isObject } from "../control/seed-values.ts";

/** What a submission token says. Instants in seconds, as in every JWT. */
export interface TokenClaims {
  readonly posting_id: string;
  readonly iat: number;
  readonly exp: number;
}

/** How long a token can be used, in seconds. */
const life = 12 * 3_600;

/** A token for the form of a posting: a JWT in its form, signed with the seed alone and so no secret. */
export function writeToken(postingId: string, now: number, seed: number): string {
  const iat = Math.floor(now / 1_000);
  const claims: TokenClaims = { posting_id: postingId, iat, exp: iat + life };
  const signed = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${signed}.${signatureOf(signed, seed)}`;
}

/** Reads a token; undefined for one that this mock did not hand out. */
export function readToken(token: string, seed: number): TokenClaims | undefined {
  const [, signed = "", claims = "", signature] = /^([\w-]+\.([\w-]+))\.([\w-]+)$/.exec(token) ?? [];
  if (signature === undefined || signature !== signatureOf(signed, seed)) return undefined;
  const read: unknown = JSON.parse(atob(claims.replaceAll("-", "+").replaceAll("_", "/")));
  // What is signed was written above.
  return isObject(read) ? (read as unknown as TokenClaims) : undefined;
}

function signatureOf(signed: string, seed: number): string {
  return base58Id(`${seed}\nsubmission-token\n${signed}`);
}

function encode(value: object): string {
  return btoa(JSON.stringify(value)).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}
