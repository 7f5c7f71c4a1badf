import { defineFactory, integrationDetailsFactory } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { endUserFactory } from "./end-user.factory.ts";

test("the same factory builds the same, in new objects", () => {
  const [first, second] = [integrationDetailsFactory.build(), integrationDetailsFactory.build()];
  expect(second).toEqual(first);
  expect(second.read_models).not.toBe(first.read_models);
  expect(second.end_user).not.toBe(first.end_user);
});

test("the seed and the key are both 1 unless told", () => {
  expect(endUserFactory.seed(1).key("1").build()).toEqual(endUserFactory.build());
});

test.each([
  { what: "another seed", factory: integrationDetailsFactory.seed(2) },
  { what: "another key", factory: integrationDetailsFactory.key("2") },
])("$what makes another record of the same tool", ({ factory }) => {
  const [plain, other] = [integrationDetailsFactory.build(), factory.build()];
  expect(other.id).not.toBe(plain.id);
  expect(other.end_user).not.toEqual(plain.end_user);
  expect(other.created_at).not.toBe(plain.created_at);
  expect(other.tool).toEqual(plain.tool);
});

test("a field that is made from another sees the value that was given for it", () => {
  const { creator_email } = endUserFactory.build({ organization_name: "Hooli" });
  expect(creator_email).toMatch(/^hooli@(north|south)\.example\.com$/);
  expect(endUserFactory.with("ofUmbrella").build().creator_email).toMatch(/^umbrella@/);
});

test("a field that is made from another sees values merged into that one", () => {
  const factory = defineFactory("CustomField")({
    inputs: {},
    fields: {
      id: ({ id }) => id(),
      key: () => "shirt_size",
      integration_field: () => ({ id: "1", key: "size", type: "CUSTOM", label: "Size" }),
      model: () => "hris_employees",
      label: ({ get }) => JSON.stringify(get("integration_field")),
      description: () => null,
    },
  });
  expect(factory.build({ integration_field: { key: "shirt" } }).label).toBe(
    '{"id":"1","key":"shirt","type":"CUSTOM","label":"Size"}',
  );
});

test("each field is made once in a build, however many others read it", () => {
  let made = 0;
  const factory = defineFactory("EndUser")({
    inputs: {},
    fields: {
      creator_email: ({ get }) => get("organization_name"),
      origin_id: ({ get }) => get("organization_name"),
      organization_name: () => `Acme ${++made}`,
    },
  });
  expect(Object.values(factory.build())).toEqual(["Acme 1", "Acme 1", "Acme 1"]);
  expect(factory.build().origin_id).toBe("Acme 2");
});

test("a field whose function makes nothing is left out", () => {
  const factory = defineFactory("FileUpload")({
    inputs: {},
    fields: {
      name: () => "cv.pdf",
      content_type: () => undefined,
      data_url: () => "data:,cv",
      data: () => undefined,
    },
  });
  expect(JSON.stringify(factory.build())).toBe('{"name":"cv.pdf","data_url":"data:,cv"}');
});

test("fields stand in the order of their definition, whatever is given and read first", () => {
  const built = endUserFactory.with({ origin_id: null }).build({ creator_email: null });
  expect(Object.keys(built)).toEqual(["organization_name", "creator_email", "origin_id"]);
});

test("fields that depend on each other in a circle are refused, and the message names one of them", () => {
  const factory = defineFactory("EndUser")({
    inputs: {},
    fields: {
      organization_name: ({ get }) => String(get("creator_email")),
      creator_email: ({ get }) => get("organization_name"),
      origin_id: () => null,
    },
  });
  const message = 'The fields of "EndUser" depend on each other in a circle at "organization_name".';
  expect(() => factory.build()).toThrow(message);
  expect(() => factory.buildField("organization_name")).toThrow(message);
  expect(factory.build({ creator_email: "jo@acme.example.com" }).organization_name).toBe(
    "jo@acme.example.com",
  );
  expect(factory.buildField("origin_id")).toBeNull();
});

test("a list holds the records of the keys 1, 2, … below the factory's own", () => {
  const factory = endUserFactory.key("customers");
  expect(factory.buildList(3)).toEqual([
    factory.key("customers/1").build(),
    factory.key("customers/2").build(),
    factory.key("customers/3").build(),
  ]);
  expect(new Set(factory.buildList(3).map(({ origin_id }) => origin_id)).size).toBe(3);
});

test("a longer list begins with the shorter one, and values hold for each record", () => {
  expect(endUserFactory.buildList(5).slice(0, 2)).toEqual(endUserFactory.buildList(2));
  expect(endUserFactory.buildList(0)).toEqual([]);
  const emails = endUserFactory.buildList(2, { creator_email: null }).map((one) => one.creator_email);
  expect(emails).toEqual([null, null]);
});

const details = integrationDetailsFactory.key("7").with("expiredData", { tool: { label: "People" } });
const fieldNames = Object.keys(details.build()) as (keyof ReturnType<typeof details.build>)[];

test.each(fieldNames)("`.buildField()` makes the same `%s` as `.build()`", (field) => {
  expect(details.buildField(field)).toEqual(details.build()[field]);
});

test("`.buildField()` makes only what the field depends on", () => {
  const factory = endUserFactory.with("ofUmbrella");
  const failing = defineFactory("EndUser")({
    inputs: {},
    fields: {
      organization_name: () => "Umbrella",
      creator_email: () => {
        throw new Error("This field was not asked for.");
      },
      origin_id: () => null,
    },
  });
  expect(failing.buildField("organization_name")).toBe(factory.buildField("organization_name"));
});
