import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { connectMock } from "@kombo-mock/msw/connect";
import { expect, onTestFinished, test } from "vitest";
import { serveCli } from "./run-cli.ts";

const program = fileURLToPath(new URL("../../../examples/compose/receiver.rb", import.meta.url));
const secret = "compose-example-secret";

/** Starts the receiver of the compose example; answers where it listens and what it has printed. */
async function startReceiver(baseUrl: string) {
  const variables = { KOMBO_BASE_URL: baseUrl, KOMBO_WEBHOOK_SECRET: secret, PORT: "0" };
  const child = spawn("ruby", [program], { env: { ...process.env, ...variables } });
  const ended = once(child, "exit");
  onTestFinished(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const lines: string[] = [];
  const output = createInterface(child.stdout).on("line", (line) => lines.push(line));
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  await Promise.race([once(output, "line"), ended.then(() => expect.fail(`It ended: ${errors}`))]);
  const port = /port (\d+)/.exec(lines.shift() ?? "")?.[1];
  return { url: `http://127.0.0.1:${port}/webhooks`, takeLines: () => lines.splice(0), errors: () => errors };
}

const hasRuby = !spawnSync("ruby", ["--version"]).error;

test("the compose example's receiver checks signatures, handles an event once, and lists while it is called", {
  timeout: 120_000,
}, async () => {
  if (!hasRuby) {
    console.log("ruby is not installed: the compose example's receiver was not run");
    // Whoever asks for these tests must not take their absence for success.
    expect(process.env["CI"]).toBeUndefined();
    return;
  }
  const { url, baseUrl } = await serveCli(["--webhook-secret", secret, "--quiet"]);
  const mock = connectMock({ url, apiKey: "ks_dev_mock" });
  const receiver = await startReceiver(baseUrl);
  const { id: endpoint } = await mock.webhooks.endpoints.create({ url: receiver.url });
  const list = async (integrationId = "") => {
    const headers = { authorization: "Bearer ks_dev_mock", "x-integration-id": integrationId };
    return fetch(`${baseUrl}/hris/absences?page_size=250`, { headers });
  };
  const listed = async (integrationId = "") => {
    const { data } = (await (await list(integrationId)).json()) as { data: { results: unknown[] } };
    return data.results.length;
  };
  const integrations: string[] = [];
  for (const { id, category } of await mock.integrations.list())
    if (category === "HRIS" && integrations.length < 4 && (await list(id)).ok) integrations.push(id);
  const [first, ...others] = integrations;
  const absence = { status: "REQUESTED" } as const;

  // Each delivery comes twice, and during each the receiver lists what changed with its only thread.
  await mock.webhooks.endpoints.update(endpoint, { chaos: { duplicate: { every: 1 } } });
  await mock.create("hris.absences", absence, { integration_id: first });
  await mock.settle();
  expect(receiver.takeLines()).toEqual([`data-changed ${first}`, `  /hris/absences: ${await listed(first)}`]);

  // Several at a time, while others write.
  await Promise.all(
    others.map((integration_id) => mock.create("hris.absences", absence, { integration_id })),
  );
  await mock.settle();
  const told = await Promise.all(
    others.flatMap((id) => [`data-changed ${id}`, listed(id).then((count) => `  /hris/absences: ${count}`)]),
  );
  expect(receiver.takeLines().sort()).toEqual(told.sort());

  await mock.webhooks.endpoints.update(endpoint, { chaos: {} });
  const { deliveries } = await mock.webhooks.trigger("integration-created", { chaos: ["bad_signature"] });
  expect(deliveries.map(({ attempts }) => attempts[0]?.answer?.status)).toEqual([401]);
  expect(receiver.takeLines()).toEqual([]);
  const sent = await mock.webhooks.deliveries({ type: "data-changed" });
  expect(sent).toHaveLength(2 * (1 + others.length));
  expect(new Set(sent.map(({ state }) => state))).toEqual(new Set(["delivered"]));
  expect(receiver.errors()).toBe("");
});
