import { hash128 } from "@kombo-mock/factories";
import { KomboError } from "./kombo-error.ts";

const howTo = "Send `Authorization: Bearer <key>`; the mock takes any key, for example `ks_dev_mock`.";

/** Values that a program sends when a variable was never set. */
const unset = ["undefined", "null", "[object Object]", "NaN"];

/** Keys that stand for what can be wrong with a key, by how they begin. */
const cards: readonly { readonly prefix: string; readonly error: () => KomboError }[] = [
  {
    prefix: "ks_dev_invalid",
    error: () =>
      new KomboError(
        "PLATFORM.AUTHENTICATION_INVALID",
        "The API key is unknown (a test key that always is).",
      ),
  },
  {
    prefix: "ks_dev_expired",
    error: () =>
      new KomboError(
        "PLATFORM.AUTHENTICATION_INVALID",
        "The API key has expired (a test key that always has).",
      ),
  },
  {
    prefix: "ks_dev_blocked",
    error: () =>
      new KomboError(
        "PLATFORM.IP_NOT_WHITELISTED",
        "This IP address may not use the API key (a test key that no address may use).",
      ),
  },
];

/** Which keys are accepted. */
export interface KeyPolicy {
  readonly allowProductionKeys: boolean;
  /** The only key, beside those that begin with it and `_`; any is accepted where nothing is said. */
  readonly onlyKey?: string | undefined;
}

/** Reads the API key of a request, or says what is wrong with it. */
export function authenticate(authorization: string | null | undefined, policy: KeyPolicy): string {
  const invalid = (message: string) => new KomboError("PLATFORM.AUTHENTICATION_INVALID", message);
  if (!authorization) throw invalid(`There is no API key. ${howTo}`);
  const key = /^Bearer\s+(.*)$/i.exec(authorization)?.[1]?.trim();
  if (key === undefined) throw invalid(`The Authorization header is not a bearer token. ${howTo}`);
  if (key === "") throw invalid(`The API key is empty. ${howTo}`);
  if (unset.includes(key))
    throw invalid(`The API key is "${key}": the variable that should hold it was never set.`);
  if (/\s/.test(key)) throw invalid(`The API key holds white space. ${howTo}`);
  if (key.startsWith("ks_prod_") && !policy.allowProductionKeys) {
    throw invalid(
      "This is Kombo Mock, a local stand-in: don't send it production keys. Use a made-up key such as `ks_dev_mock`.",
    );
  }
  if (policy.onlyKey !== undefined && key !== policy.onlyKey && !key.startsWith(`${policy.onlyKey}_`)) {
    throw invalid(
      `This run accepts only the key in KOMBO_API_KEY, and keys that begin with it and "_" for tests that want an environment of their own. The request came with ${fingerprint(key)}: let the code under test read KOMBO_API_KEY.`,
    );
  }
  const card = cards.find(({ prefix }) => key.startsWith(prefix));
  if (card) throw card.error();
  return key;
}

/** How a key is shown: never itself, but the same for the same key. */
export function fingerprint(key: string): string {
  const kind = /^ks_(\w+?)_/.exec(key)?.[1] ?? "key";
  return `${kind}…${(hash128(key)[0] & 0xffff).toString(16).padStart(4, "0")}`;
}
