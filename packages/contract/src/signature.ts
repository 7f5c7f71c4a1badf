const encoder = new TextEncoder();

/**
 * The value of `X-Kombo-Signature`: HMAC-SHA256 over the raw bytes of the body with the webhook secret as its key, in
 * base64url without padding.
 */
export async function signKomboWebhook(rawBody: string | Uint8Array, secret: string): Promise<string> {
  const key = await keyOf(secret, "sign");
  return base64url(new Uint8Array(await crypto.subtle.sign("HMAC", key, bytesOf(rawBody))));
}

/**
 * Whether a webhook is signed with the secret. The body has to be the raw bytes as they came: JSON that was parsed and
 * written again has other bytes. Runs wherever WebCrypto does, in constant time.
 *
 * @example
 * const isGenuine = await verifyKomboSignature(await request.text(), request.headers.get("x-kombo-signature"), secret);
 */
export async function verifyKomboSignature(
  rawBody: string | Uint8Array,
  header: string | null | undefined,
  secret: string,
): Promise<boolean> {
  const signature = readBase64url(header ?? "");
  if (!signature) return false;
  return crypto.subtle.verify("HMAC", await keyOf(secret, "verify"), signature, bytesOf(rawBody));
}

function keyOf(secret: string, usage: "sign" | "verify"): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", encoder.encode(secret), { name: "HMAC", hash: "SHA-256" }, false, [
    usage,
  ]);
}

function bytesOf(body: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof body === "string" ? encoder.encode(body) : new Uint8Array(body);
}

function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** The bytes of a signature; undefined for anything that is none, such as hexadecimal digits. */
function readBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[\w-]{43}$/.test(text)) return undefined;
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
