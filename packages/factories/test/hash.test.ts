import { base58Id, hash128, recordId } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { hashPath } from "../src/hash.ts";

const fox = "The quick brown fox jumps over the lazy dog";

/** Four words in hex, as other implementations of MurmurHash3 (x86, 128 bits) print them. */
const published = [
  { text: "", seed: 0, want: "00000000000000000000000000000000" },
  { text: "", seed: 123, want: "fedc524526f3e79926f3e79926f3e799" },
  { text: "a", seed: 0, want: "a794933c5556b01b5556b01b5556b01b" },
  { text: "a", seed: 123, want: "e09e8764b8aaa696b8aaa696b8aaa696" },
  { text: "hello", seed: 0, want: "2b2444a0db91def79adb31b69adb31b6" },
  { text: "hello", seed: 123, want: "137074698c971fb31dd3917b1dd3917b" },
  { text: fox, seed: 0, want: "2f1583c3ecee2c675d7bf66ce5e91d2c" },
  { text: fox, seed: 123, want: "046466e6e4763389cd163e859374e752" },
  { text: fox, seed: 0x9747b28c, want: "8ad4d55e4cb861718ea73a9ccdb6793e" },
  { text: "München", seed: 0, want: "c1ecc4441434c1d9db459e85db459e85" },
] as const;

/** Hashes of the first 2, 3, … 17 letters: each length that the rest after the last block of 16 can have. */
const alphabetStarts = [
  "158451df25be301025be301025be3010",
  "75cdc6d1a2b006a5a2b006a5a2b006a5",
  "96b6ccaa45afc62e45afc62e45afc62e",
  "c5402efb5d24c5bc5a7201775a720177",
  "e17cb90aa1af2721a9bedff9a9bedff9",
  "90b541d909863ade4a7769284a776928",
  "aef41136adb11487fa6c8092fa6c8092",
  "ad058c1c2206596f14d27d10dd94417c",
  "f5d92ea79a37900ec792aa2a692ff17f",
  "a0c8c9ddca1f111e82fef12dbd5e9757",
  "738503fef48224c027d4dfadd28ce553",
  "c13aa215dbaea1ecf41c3566d92cde70",
  "75ec118e605d1fd7946f45f4f1d4894d",
  "ee6d1d694a1ad5ae84ce1457ada761a8",
  "9fd2762790b91256e4ce8b21d193ba45",
  "0445a4d364515c6fd96ddc2a1d11079d",
] as const;

const idPattern = /^[1-9A-HJ-NP-Za-km-z]{24}$/;

function hex(text: string, seed = 0): string {
  return hash128(text, seed)
    .map((word) => word.toString(16).padStart(8, "0"))
    .join("");
}

test.each(published)("the hash of '$text' with seed $seed is the published one", ({ text, seed, want }) => {
  expect(hex(text, seed)).toBe(want);
});

test("the hash is the published one whatever the length of the text", () => {
  const hashes = alphabetStarts.map((_, index) => hex("abcdefghijklmnopqrstuvwxyz".slice(0, index + 2)));
  expect(hashes).toEqual(alphabetStarts);
});

test("the seed is 0 unless told", () => {
  expect(hash128("hello")).toEqual(hash128("hello", 0));
});

test("the hash of a path is that of seed, key and path, line by line, whatever was hashed before", () => {
  const paths = [
    [1, "key", "path"],
    [1, "key", "another path, longer than two blocks of sixteen bytes"],
    [1, "key", ""],
    [12, "key", "path"],
    [1, "Schlüssel/ليلى", "Weg/🦊"],
    [1, "Schlüssel/ليلى", "path"],
    [1, "k".repeat(400), "path"],
    [1, "k".repeat(400), "p".repeat(400)],
    [1, "key", "path"],
  ] as const;
  expect(paths.map(([seed, key, path]) => hashPath(seed, key, path))).toEqual(
    paths.map((path) => hash128(path.join("\n"))),
  );
  const interrupted = paths.map(([seed, key, path]) => {
    hash128("something else, as long as it takes to overwrite what was written");
    return hashPath(seed, key, path);
  });
  expect(interrupted).toEqual(paths.map((path) => hash128(path.join("\n"))));
});

test("an id of a text is this one, in every version", () => {
  expect(base58Id("hello")).toBe("Fgex6eWHXcReiaxReiaxTrzB");
  expect(base58Id("")).toBe("111111111111111111111111");
});

test("the id of a record is this one, in every version", () => {
  expect(recordId("factorial:8d1hpPsbjxUkoCoa1veLZGe5", "42")).toBe("tVER5F8dXPwtLjopPaNZX2xi");
});

test("the id of a record differs with the integration and with the id in the tool", () => {
  const ids = [recordId("a:1", "11"), recordId("a:2", "11"), recordId("a:1", "1"), recordId("a:11", "1")];
  expect(new Set(ids).size).toBe(4);
});

test("no two of 100,000 ids are the same, and each looks like one of the API's", () => {
  const ids = Array.from({ length: 100_000 }, (_, index) => recordId("bamboohr:1", String(index)));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.filter((id) => !idPattern.test(id))).toEqual([]);
});

test("every character of the alphabet occurs at every place of an id", () => {
  const ids = Array.from({ length: 5_000 }, (_, index) => base58Id(String(index)));
  const seen = Array.from({ length: 24 }, (_, place) => new Set(ids.map((id) => id.charAt(place))).size);
  expect(seen).toEqual(Array.from({ length: 24 }, () => 58));
});
