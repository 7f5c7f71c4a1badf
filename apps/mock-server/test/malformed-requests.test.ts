import { expect, test } from "vitest";
import { pick, randomOf } from "./random.ts";
import { open, readAll } from "./raw.ts";
import { serve } from "./serve.ts";

const whole = `POST /v1/connect/activate-integration HTTP/1.1\r
Host: localhost\r
Authorization: Bearer ks_dev_mock\r
Content-Type: application/json\r
Content-Length: 15\r
\r
{"token":"abc"}`;

type Random = () => number;

const bytes = (random: Random, most: number) =>
  Buffer.from(Array.from({ length: 1 + Math.floor(random() * most) }, () => Math.floor(random() * 256)));

/** Ways to get a request wrong. */
const ways: readonly [way: (random: Random) => Buffer, ...((random: Random) => Buffer)[]] = [
  (random) => bytes(random, 2_000),
  // Cut off somewhere.
  (random) => Buffer.from(whole.slice(0, Math.floor(random() * whole.length))),
  // Some bytes are others.
  (random) => {
    const damaged = Buffer.from(whole);
    for (let times = 0; times < 8; times++) {
      damaged[Math.floor(random() * damaged.length)] = Math.floor(random() * 256);
    }
    return damaged;
  },
  // Headers without end.
  (random) => {
    const size = 1 + Math.floor(random() * 200_000);
    return Buffer.from(`GET /v1/check-api-key HTTP/1.1\r\nHost: x\r\nX-Long: ${"x".repeat(size)}\r\n\r\n`);
  },
  // Chunks whose sizes are wrong.
  (random) => {
    const size = pick(random, ["-1", "fffffffffffffffff", "zz", "5;x=\u0001", "5"]);
    const head = whole.replace("Content-Length: 15", "Transfer-Encoding: chunked").split("\r\n\r\n")[0];
    return Buffer.from(`${head}\r\n\r\n${size}\r\n${bytes(random, 50).toString("latin1")}`, "latin1");
  },
  // Lengths that contradict each other, or are none.
  (random) => {
    const length = pick(random, ["-5", "1e3", "15\r\nContent-Length: 16", "99999999999999999999", ""]);
    return Buffer.from(whole.replace("Content-Length: 15", `Content-Length: ${length}`));
  },
  // Methods, paths and versions that nobody knows.
  (random) => {
    const method = pick(random, ["get", "CONNECT", "TRACE", "PROPFIND", "QUERY", "OPTIONS", ""]);
    const path = pick(random, ["*", "/v1/%00", "http://evil.example.com/v1", "//", "\\", "/v1/\u0080", "?"]);
    const version = pick(random, ["HTTP/1.1", "HTTP/0.9", "HTTP/2.0", "HTP", ""]);
    return Buffer.from(`${method} ${path} ${version}\r\nHost: localhost\r\n\r\n`, "latin1");
  },
  // Wants to speak something else.
  (random) => {
    const header = pick(random, [
      "Upgrade: websocket\r\nConnection: Upgrade",
      "Upgrade: h2c\r\nConnection: Upgrade, HTTP2-Settings\r\nHTTP2-Settings: AAMAAABk",
      "Expect: 100-continue\r\nContent-Length: 5",
      "Expect: the-unexpected",
    ]);
    return Buffer.from(`POST /_mock/reset HTTP/1.1\r\nHost: localhost\r\n${header}\r\n\r\n`);
  },
];

test("two hundred malformed requests do not end the server, nor does it keep their connections", {
  timeout: 60_000,
}, async () => {
  const { url, ask, mock } = await serve();
  const random = randomOf(20_260_115);
  const answers: string[] = [];
  for (let round = 0; round < 20; round++) {
    const requests = Array.from({ length: 10 }, () => pick(random, ways)(random));
    const sent = requests.map(async (request) => {
      const socket = await open(url);
      const answer = readAll(socket);
      socket.end(request);
      return answer;
    });
    answers.push(...(await Promise.all(sent)));
  }
  expect(answers).toHaveLength(200);
  expect(answers.filter((answer) => answer.includes("HTTP/1.1 400 ")).length).toBeGreaterThan(50);
  expect(answers.filter((answer) => answer.includes("HTTP/1.1 500 "))).toEqual([]);
  expect((await ask("GET /v1/check-api-key")).status).toBe(200);
  expect(mock.listEnvironments().length).toBeLessThan(20);
});

test("bytes that were no request leave nothing behind in the next one on another connection", async () => {
  const { url, ask } = await serve();
  const socket = await open(url);
  socket.write(whole.slice(0, -5));
  await ask("GET /v1/check-api-key");
  socket.resetAndDestroy();
  expect((await ask("GET /v1/check-api-key")).status).toBe(200);
  expect(await ask("GET /_mock/requests")).toMatchObject({ json: { results: [{ id: 1 }, { id: 2 }] } });
});
