/// <reference types="node" />

import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { signKomboWebhook, verifyKomboSignature } from "@kombo-mock/contract/signature";
import { expect, test } from "vitest";
import { firstBlock } from "../../../test/code-block.ts";

const secret = "whsec_Grüße 🔑";
const body = '{"id":"1","type":"data-changed","data":{"name":"Müller 🦉"}}';
const byNode = (text: string | Uint8Array, key = secret) =>
  createHmac("sha256", key).update(text).digest("base64url");

test("a signature is base64url of HMAC-SHA256 over the raw bytes, without padding", async () => {
  expect(await signKomboWebhook(body, secret)).toBe(byNode(body));
  expect(await signKomboWebhook(new TextEncoder().encode(body), secret)).toBe(byNode(body));
  expect(await signKomboWebhook("", secret)).toBe(byNode(""));
});

test("a genuine webhook is told from any other", async () => {
  expect(await verifyKomboSignature(body, byNode(body), secret)).toBe(true);
  expect(await verifyKomboSignature(new TextEncoder().encode(body), byNode(body), secret)).toBe(true);
  expect(await verifyKomboSignature(`${body} `, byNode(body), secret)).toBe(false);
  expect(await verifyKomboSignature(body, byNode(body), `${secret}!`)).toBe(false);
});

test.each([
  ["none", null],
  ["an empty one", ""],
  ["undefined", undefined],
  ["hexadecimal digits", createHmac("sha256", secret).update(body).digest("hex")],
  ["base64 with padding", createHmac("sha256", secret).update(body).digest("base64")],
  ["one of the JSON written again", byNode(JSON.stringify(JSON.parse(body), null, 2))],
  ["one that is cut short", byNode(body).slice(0, -1)],
  ["anything", "signature"],
])("%s is no signature", async (_, header) => {
  expect(await verifyKomboSignature(body, header, secret)).toBe(false);
});

test("the README's receiver tells a genuine webhook from a forged one", () => {
  const folder = join(import.meta.dirname, "..");
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const section = readme.slice(readme.indexOf("## Signatures of webhooks"));
  const args = ["--conditions=kombo-mock-source", "--input-type=module-typescript"];
  const input = firstBlock(section, "ts");
  const printed = execFileSync(process.execPath, args, { cwd: folder, input, encoding: "utf8", env: {} });
  expect(printed).toBe(firstBlock(section, "text"));
});
