/** 128 bits as four unsigned 32-bit words. */
export type Words128 = readonly [number, number, number, number];

const c1 = 0x239b961b;
const c2 = 0xab0e9789;
const c3 = 0x38b34ae5;
const c4 = 0xa1e38b93;

const encoder = new TextEncoder();
// What was written last stays until the next text is; nothing else of a call outlives it.
let bytes = new Uint8Array(256);
let words = new DataView(bytes.buffer);

/** Writes a text's UTF-8 bytes behind those that are there, and zeros up to the end of the last block. */
function writeBytes(text: string, from: number): number {
  const room = from + text.length * 3 + 16;
  if (room > bytes.length) {
    const before = bytes;
    bytes = new Uint8Array(room * 2);
    bytes.set(before);
    words = new DataView(bytes.buffer);
  }
  let end = from;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 127) {
      end += encoder.encodeInto(at === 0 ? text : text.slice(at), bytes.subarray(end)).written;
      break;
    }
    bytes[end++] = code;
  }
  for (let at = end; (at & 15) !== 0; at++) bytes[at] = 0;
  return end;
}

// The hash as far as it is made.
const state = new Int32Array(4);

/** MurmurHash3 (x86, 128 bits) of a text's UTF-8 bytes: small, synchronous, the same on every platform. */
export function hash128(text: string, seed = 0): Words128 {
  beginning = undefined;
  state.fill(seed);
  const length = writeBytes(text, 0);
  mixBlocks(0, length >>> 4);
  return finish(length);
}

/** What is known of all paths of one record: their first bytes are written, and the whole blocks of these hashed. */
interface Beginning {
  readonly seed: number;
  readonly key: string;
  readonly length: number;
  readonly state: Int32Array;
}

let beginning: Beginning | undefined;

/** The hash of seed, key and path, line by line. Whoever asks for many of one record pays for seed and key once. */
export function hashPath(seed: number, key: string, path: string): Words128 {
  if (beginning?.key !== key || beginning.seed !== seed) beginning = begin(seed, key);
  state.set(beginning.state);
  const length = writeBytes(path, beginning.length);
  mixBlocks(beginning.length >>> 4, length >>> 4);
  return finish(length);
}

function begin(seed: number, key: string): Beginning {
  state.fill(0);
  const length = writeBytes(`${seed}\n${key}\n`, 0);
  mixBlocks(0, length >>> 4);
  return { seed, key, length, state: state.slice() };
}

function mixBlocks(from: number, to: number): void {
  let h1 = state[0] ?? 0;
  let h2 = state[1] ?? 0;
  let h3 = state[2] ?? 0;
  let h4 = state[3] ?? 0;
  for (let block = from; block < to; block++) {
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
  state[0] = h1;
  state[1] = h2;
  state[2] = h3;
  state[3] = h4;
}

function finish(length: number): Words128 {
  let h1 = state[0] ?? 0;
  let h2 = state[1] ?? 0;
  let h3 = state[2] ?? 0;
  let h4 = state[3] ?? 0;
  const tail = length & ~15;
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
