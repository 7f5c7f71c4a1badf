import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";

const seed = "factorial:8d1hpPsbjxUkoCoa1veLZGe5";
const path = `/integrations/${encodeURIComponent(seed)}`;

const call = async (
  mock: ReturnType<typeof createMock>,
  method: string,
  below: string,
  body?: object,
  key = "ks_dev_a",
) => {
  const response = await mock.fetch(`${mock.baseUrl}${below}`, {
    method,
    headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  return (await response.json()) as {
    data: { status: string; environment_id: string };
    error: { message: string };
  };
};
const disable = (mock: ReturnType<typeof createMock>, key?: string) =>
  call(mock, "PUT", `${path}/enabled`, { value: false }, key);
const status = async (mock: ReturnType<typeof createMock>, key?: string) =>
  (await call(mock, "GET", path, undefined, key)).data.status;

test("two mocks share nothing", async () => {
  const [one, other] = [createMock(), createMock()];
  await disable(one);
  expect([await status(one), await status(other)]).toEqual(["INACTIVE", "ACTIVE"]);
});

test("in process every accepted key sees the same", async () => {
  const mock = createMock();
  await disable(mock, "ks_dev_a");
  expect(await status(mock, "ks_dev_b")).toBe("INACTIVE");
});

test("with isolation by key, the first key has what was seeded and another key a world of its own", async () => {
  const mock = createMock({ isolation: "key" });
  await mock.integrations.update(seed, { status: "INVALID" });
  expect([await status(mock, "ks_dev_a"), await status(mock, "ks_dev_b")]).toEqual(["INVALID", "ACTIVE"]);
  await disable(mock, "ks_dev_b");
  expect([await status(mock, "ks_dev_a"), await status(mock, "ks_dev_b")]).toEqual(["INVALID", "INACTIVE"]);
  expect((await mock.environment("ks_dev_b").integrations.list())[0]?.status).toBe("INACTIVE");
});

test("each environment has an id of its own, the same in every run", async () => {
  const ids = async () => {
    const mock = createMock({ isolation: "key" });
    const check = async (key: string) =>
      (await call(mock, "GET", "/check-api-key", undefined, key)).data.environment_id;
    return [await check("ks_dev_a"), await check("ks_dev_b")];
  };
  const [first, second] = await ids();
  expect(await ids()).toEqual([first, second]);
  expect(first).not.toBe(second);
});

test("reset brings everything back, and the journal and the ledger outlive it", async () => {
  const mock = createMock();
  await disable(mock);
  await call(mock, "PUT", `${path}/enabled`, { value: "yes" });
  await mock.integrations.create({ tool: "hibob" });
  const before = (await createMock().integrations.list()).map(({ id }) => id);
  await mock.reset();
  expect(await status(mock)).toBe("ACTIVE");
  expect((await mock.integrations.list()).map(({ id }) => id)).toEqual(before);
  expect(await mock.requests()).toHaveLength(3);
  expect((await mock.contract()).map(({ violation }) => violation.rule)).toEqual(["invalid-body"]);
});

test("one integration can be reset without the others", async () => {
  const mock = createMock();
  const other = (await mock.integrations.list())[1]?.id ?? "";
  await disable(mock);
  await mock.integrations.update(other, { status: "INVALID" });
  await mock.reset({ integration_id: seed });
  expect(await status(mock)).toBe("ACTIVE");
  expect((await mock.integrations.list())[1]?.status).toBe("INVALID");
});

test("a snapshot is gone back to as often as one likes", async () => {
  const mock = createMock();
  await disable(mock);
  const snapshot = await mock.snapshot();
  for (const _round of [1, 2]) {
    await mock.integrations.remove(seed);
    expect((await call(mock, "GET", path)).error.message).toContain("There is no integration");
    await mock.restore(snapshot);
    expect(await status(mock)).toBe("INACTIVE");
  }
});

test("a request that began before a reset commits nothing", async () => {
  const mock = createMock();
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const pending = mock.fetch(`${mock.baseUrl}${path}/enabled`, {
    method: "PUT",
    headers: { authorization: "Bearer ks_dev_a", "content-type": "application/json" },
    body: readable,
    duplex: "half",
  } as RequestInit);
  await mock.reset();
  const writer = writable.getWriter();
  await writer.write(new TextEncoder().encode('{"value":false}'));
  await writer.close();
  expect((await pending).status).toBe(200);
  expect(await status(mock)).toBe("ACTIVE");
});

test("a key is refused where it is none, and in process a production key may be used", async () => {
  const mock = createMock();
  const messageOf = async (key: string) =>
    (await call(mock, "GET", "/check-api-key", undefined, key)).error?.message;
  expect(await messageOf("undefined")).toBe(
    'The API key is "undefined": the variable that should hold it was never set.',
  );
  expect(await messageOf("ks_dev_expired_1")).toBe("The API key has expired (a test key that always has).");
  expect(await messageOf("ks_prod_1")).toBeUndefined();
  const strict = createMock({ allowProductionKeys: false });
  expect((await call(strict, "GET", "/check-api-key", undefined, "ks_prod_1")).error.message).toBe(
    "This is Kombo Mock, a local stand-in: don't send it production keys. Use a made-up key such as `ks_dev_mock`.",
  );
});
