import { execFileSync } from "node:child_process";
import { choicesAt } from "@kombo-mock/factories";
import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const id = "bamboohr:DAns34VhN4Vtnjvvxp216Di3";
const headers = {
  authorization: "Bearer ks_dev_a",
  "content-type": "application/json",
  "x-integration-id": id,
};

const script = `
import { createMock } from "@kombo-mock/msw";
const mock = createMock({ clock: "frozen", seed: 7 });
const headers = ${JSON.stringify(headers)};
const call = (method, path, body) => mock.fetch(mock.baseUrl + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
for (const { id } of await mock.integrations.list()) await call("GET", "/integrations/" + encodeURIComponent(id));
await call("POST", "/force-sync", {});
const { data } = await (await call("POST", "/connect/create-link", { end_user_email: "a@example.com", end_user_organization_name: "A" })).json();
const { token } = await mock.connect(data.link);
await call("GET", "/connect/integration-by-token/" + token);
await mock.clock.advance("PT3H");
console.log(JSON.stringify([await mock.requests(), await mock.integrations.list()]));
`;

test("two runs with the same seed and a frozen clock give the same bytes", () => {
  const run = () =>
    execFileSync("node", ["--conditions=kombo-mock-source", "--input-type=module", "-e", script], {
      cwd: import.meta.dirname,
      encoding: "utf8",
    });
  const first = run();
  expect(first.length).toBeGreaterThan(10_000);
  expect(run()).toBe(first);
});

test("another seed gives other values and the same ids of what is named", async () => {
  const details = async (seed: number) => {
    const mock = createMock({ seed });
    const response = await mock.fetch(`${mock.baseUrl}/integrations/${encodeURIComponent(id)}`, { headers });
    return ((await response.json()) as { data: { id: string; end_user: object } }).data;
  };
  const [one, two] = [await details(1), await details(2)];
  expect(one.id).toBe(two.id);
  expect(one.end_user).not.toEqual(two.end_user);
});

test("a page is the same bytes whether or not its items were rendered before each write", async () => {
  const write = async (mock: ReturnType<typeof createMock>, step: number) => {
    const choose = choicesAt(1, "writes", String(step));
    const at = `${mock.baseUrl}/integrations/${encodeURIComponent(id)}`;
    const list = async (below: string) =>
      (
        (await (await mock.fetch(`${at}/${below}`, { headers })).json()) as {
          data: { results: { id: string }[] };
        }
      ).data.results;
    const fields = await list("integration-fields");
    const customs = await list("custom-fields");
    const field = choose.at("field").pick(fields.map((one) => one.id));
    const custom = choose.at("custom").pick(customs.map((one) => one.id));
    const put = (path: string, method: string, body: object) =>
      mock.fetch(`${at}/${path}`, { method, headers, body: JSON.stringify(body) });
    if (choose.at("kind").chance(0.5)) {
      await put(`integration-fields/${field}`, "PATCH", { enable_passthrough: choose.at("on").chance(0.5) });
    } else {
      await put(`custom-fields/${custom}`, "PUT", {
        integration_field_id: choose.at("unmap").chance(0.3) ? null : field,
      });
    }
    return Promise.all(
      ["integration-fields", "custom-fields?page_size=1"].map(async (below) =>
        (await mock.fetch(`${at}/${below}`, { headers })).text(),
      ),
    );
  };
  const warm = createMock({ clock: "frozen" });
  for (let step = 0; step < 60; step++) {
    const snapshot = await warm.snapshot();
    const [fromCache, fresh] = [await write(warm, step), createMock({ clock: "frozen" })];
    await fresh.restore(snapshot);
    expect(fromCache).toEqual(await write(fresh, step));
  }
});
