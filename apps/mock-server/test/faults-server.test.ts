import { connectMock } from "@kombo-mock/msw/connect";
import { expect, test } from "vitest";
import { until } from "./doors.ts";
import { exchange, open, readAll } from "./raw.ts";
import { example, serve } from "./serve.ts";

const call = "GET /v1/hris/skills";
const operation = "GET /hris/skills";
const request = (url: string) =>
  `${call} HTTP/1.1\r\nhost: ${new URL(url).host}\r\nauthorization: Bearer ks_dev_mock\r\nx-integration-id: ${example}\r\n\r\n`;

test("a reset reaches the client as one, and not as an orderly end", async () => {
  const { url } = await serve();
  await connectMock({ url }).faults.add({ operation, abort: "reset" });
  const socket = await open(url);
  const failed = new Promise((resolve) => socket.once("error", resolve));
  socket.write(request(url));
  expect(await failed).toMatchObject({ code: "ECONNRESET" });
});

test("a truncated answer announces more bytes than it sends, and then the connection ends", async () => {
  const { url } = await serve();
  await connectMock({ url }).faults.add({ operation, abort: "truncate" });
  const [head = "", body = ""] = (await exchange(url, request(url))).split("\r\n\r\n");
  const announced = Number(/content-length: (\d+)/.exec(head)?.[1]);
  expect(body.length).toBe(Math.ceil(announced / 2));
  expect(body).toMatch(/^\{"status":"success"/);
});

test("a request that hangs keeps its connection until the server ends", async () => {
  const { url, mock, close } = await serve();
  await mock.faults.add({ operation, abort: "hang" });
  const socket = await open(url);
  const came = readAll(socket);
  socket.write(request(url));
  await until(async () => (await mock.requests(operation)).length === 1);
  expect(socket.closed).toBe(false);
  await close();
  expect(await came).toBe("");
});

test("a server that ends still answers what is held up, with or without a body", async () => {
  const { send, mock, close } = await serve();
  await mock.faults.add({ latency_ms: 200 });
  const headers = { "x-integration-id": example };
  const answers = [send(call, { headers }), send("POST /v1/force-sync", { headers, body: {} })];
  await until(async () => (await mock.faults.list())[0]?.seen === 2);
  const ended = close();
  expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200]);
  await ended;
});
