/** 128 bits as four unsigned 32-bit words. */
export type Words128 = readonly [number, number, number, number];

const c1 = 0x239b961b;
const c2 = 0xab0e9789;
const c3 = 0x38b34ae5;
const c4 = 0xa1e38b93;

const encoder = new TextEncoder();
// Filled anew by each call and read before it ends: nothing of it outlives a call.
let bytes = new Uint8Array(256);
let words = new DataView(bytes.buffer);

/** Writes a text's UTF-8 bytes, with room for the last block's zeros, and answers how many there are. */
function writeBytes(text: string): number {
  const room = text.length * 3 + 16;
  if (room > bytes.length) {
    bytes = new Uint8Array(room * 2);
    words = new DataView(bytes.buffer);
  }
  let length = 0;
  while (length < text.length) {
    const code = text.charCodeAt(length);
    if (code > 127) break;
    bytes[length++] = code;
  }
  if (length < text.length) length = encoder.encodeInto(text, bytes).written;
  bytes.fill(0, length, length + 16);
  return length;
}

/** MurmurHash3 (x86, 128 bits) of a text's UTF-8 bytes: small, synchronous, the same on every platform. */
export function hash128(text: string, seed = 0): Words128 {
  const length = writeBytes(text);
  const blocks = length >>> 4;
  let h1 = seed;
  let h2 = seed;
  let h3 = seed;
  let h4 = seed;

  for (let block = 0; block < blocks; block++) {
    const at = block * 16;
    h1 = mixBlock(h1, words.getUint32(at, true), c1, 15, c2);
    h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
    h2 = mixBlock(h2, words.getUint32(at + 4, true), c2, 16, c3);
    h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
    h3 = mixBlock(h3, words.getUint32(at + 8, true), c3, 17, c4);
    h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
    h4 = mixBlock(h4, words.getUint32(at + 12, true), c4, 18, c1);
    h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
  }

  const tail = blocks * 16;
  const left = length & 15;
  if (left > 12) h4 = mixBlock(h4, words.getUint32(tail + 12, true), c4, 18, c1);
  if (left > 8) h3 = mixBlock(h3, words.getUint32(tail + 8, true), c3, 17, c4);
  if (left > 4) h2 = mixBlock(h2, words.getUint32(tail + 4, true), c2, 16, c3);
  if (left > 0) h1 = mixBlock(h1, words.getUint32(tail, true), c1, 15, c2);

  h1 ^= length;
  h2 ^= length;
  h3 ^= length;
  h4 ^= length;
  h1 = (h1 + h2 + h3 + h4) | 0;
  h2 = (h2 + h1) | 0;
  h3 = (h3 + h1) | 0;
  h4 = (h4 + h1) | 0;
  h1 = avalanche(h1);
  h2 = avalanche(h2);
  h3 = avalanche(h3);
  h4 = avalanche(h4);
  h1 = (h1 + h2 + h3 + h4) | 0;
  return [h1 >>> 0, (h2 + h1) >>> 0, (h3 + h1) >>> 0, (h4 + h1) >>> 0];
}

/** Spreads every bit of a 32-bit number over all bits. */
export function avalanche(word: number): number {
  let h = word;
  h ^= h >>> 16;
  h = Math.imul(h, 0x85ebca6b);
  h ^= h >>> 13;
  h = Math.imul(h, 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function mixBlock(h: number, k: number, first: number, shift: number, second: number): number {
  return h ^ Math.imul(rotate(Math.imul(k, first), shift), second);
}

function rotate(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}

const alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";

/** An id as the API gives them: 24 base58 characters, the same for the same text. */
export function base58Id(text: string): string {
  const [a, b, c, d] = hash128(text);
  let id = "";
  for (const word of [a, b, c, d, avalanche(a ^ rotate(d, 11))]) {
    let rest = word;
    for (let digit = 0; digit < 5 && id.length < 24; digit++) {
      id += alphabet[rest % 58];
      rest = Math.floor(rest / 58);
    }
  }
  return id;
}

/** The id of a record: derived from its integration and its id in the tool, one table a model. */
export function recordId(integrationId: string, remoteId: string): string {
  return base58Id(`${integrationId}\n${remoteId}`);
}
