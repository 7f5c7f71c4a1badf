/** A zip archive of texts by their path, without compression; the same for the same texts. */
export function storedZip(texts: Readonly<Record<string, string>>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  const entries = Object.entries(texts);
  for (const [path, text] of entries) {
    const name = new TextEncoder().encode(path);
    const content = new TextEncoder().encode(text);
    const facts = [0, 0, midnight1980, crc32(content), content.length, content.length] as const;
    const header = numbers([4, 0x04034b50], [2, 20], ...factsOf(facts), [2, name.length], [2, 0]);
    directory.push(
      numbers(
        [4, 0x02014b50],
        [2, 20],
        [2, 20],
        ...factsOf(facts),
        [2, name.length],
        [2, 0],
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, offset],
      ),
      name,
    );
    parts.push(header, name, content);
    offset += header.length + name.length + content.length;
  }
  const size = directory.reduce((sum, part) => sum + part.length, 0);
  const count = entries.length;
  const end = numbers(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, size],
    [4, offset],
    [2, 0],
  );
  return joined([...parts, ...directory, end]);
}

/** The first day that the format knows, at its first second. */
const midnight1980 = 0x00210000;

type Field = readonly [bytes: 2 | 4, value: number];

function factsOf([flags, method, time, crc, packed, size]: readonly [
  number,
  number,
  number,
  number,
  number,
  number,
]): Field[] {
  return [
    [2, flags],
    [2, method],
    [4, time],
    [4, crc],
    [4, packed],
    [4, size],
  ];
}

/** Numbers one after the other, least byte first. */
function numbers(...fields: readonly Field[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([bytes, value]) =>
      Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff),
    ),
  );
}

function joined(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
