import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test, vi } from "vitest";
import { askEverything } from "./mixed-requests.ts";
import { serveCli, startCli } from "./run-cli.ts";
import { asking } from "./serve.ts";

// Each run starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

/** Is loaded before everything else, and tells of each connection, datagram socket and look-up of a name. */
const guard = `
import { subscribe } from "node:diagnostics_channel";
import dns from "node:dns";
import { isIP } from "node:net";
import { syncBuiltinESMExports } from "node:module";
const tell = (what) => process.stderr.write("OUTGOING " + what + "\\n");
subscribe("net.client.socket", ({ socket }) => {
  tell("connection");
  socket.once("connect", () => tell("connected to " + socket.remoteAddress + ":" + socket.remotePort));
});
subscribe("udp.socket", () => tell("datagrams"));
for (const owner of [dns, dns.promises]) {
  const lookup = owner.lookup;
  owner.lookup = (name, ...rest) => {
    if (!isIP(name)) tell("look-up of " + name);
    return lookup.call(owner, name, ...rest);
  };
}
syncBuiltinESMExports();
`;
const guarded = ["--import", `data:text/javascript,${encodeURIComponent(guard)}`];

test.concurrent("whatever it is asked, the server opens no connection and looks up no name", async ({
  expect,
}) => {
  const { url, child, output } = await serveCli(["--check-answers"], { node: guarded });
  const { ask } = asking(url);
  await askEverything(ask);
  for (const path of [
    "health",
    "openapi.json",
    "environments",
    "integrations",
    "clock",
    "requests",
    "contract",
  ]) {
    expect((await ask(`GET /_mock/${path}`)).status).toBe(200);
  }
  child.kill();
  await once(child, "close");
  expect(output.stderr).toContain("GET /check-api-kye 404");
  expect(output.stderr).not.toContain("OUTGOING");
});

test.concurrent("with a webhook endpoint it opens connections to that, and no others", async ({ expect }) => {
  const receiver = createServer((request, response) => request.resume().on("end", () => response.end()));
  await once(receiver.listen(0, "127.0.0.1"), "listening");
  const { port } = receiver.address() as AddressInfo;
  const { url, child, output } = await serveCli(["--webhook-url", `http://127.0.0.1:${port}/`], {
    node: guarded,
  });
  const { ask } = asking(url);
  for (const type of ["integration-created", "data-changed", "sync-finished"]) {
    const { json } = await ask<object>("POST /_mock/webhooks/trigger", { body: { type } });
    expect(json).toMatchObject({ deliveries: [{ state: "delivered" }] });
  }
  child.kill();
  await once(child, "close");
  receiver.close();
  const outgoing = output.stderr.split("\n").filter((line) => line.startsWith("OUTGOING"));
  expect(new Set(outgoing)).toEqual(
    new Set(["OUTGOING connection", `OUTGOING connected to 127.0.0.1:${port}`]),
  );
});

test.concurrent("the guard would tell", async ({ expect }) => {
  const asks = `data:text/javascript,await fetch("http://localhost:65535").catch(() => {})`;
  const { child, output } = startCli(["--version"], { node: [...guarded, "--import", asks] });
  await once(child, "close");
  expect(output.stderr).toContain("OUTGOING connection\n");
  expect(output.stderr).toContain("OUTGOING look-up of localhost\n");
});
