import { customFieldFactory, integrationDetailsFactory } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { endUserFactory } from "./end-user.factory.ts";

const toolFactory = integrationDetailsFactory.input({ tool: "personio" });
const acme = { organization_name: "Acme" };
const umbrella = { organization_name: "Umbrella" };

test("`.with()`, `.input()`, `.seed()` and `.key()` leave the factory that they are called on as it was", () => {
  const before = endUserFactory.build();
  const changed = [
    endUserFactory.with("ofUmbrella"),
    endUserFactory.with({ creator_email: "jo@acme.example.com" }),
    endUserFactory.input({ withOrigin: false }),
    endUserFactory.seed(2),
    endUserFactory.key("2"),
  ];
  for (const factory of changed) expect(factory.build()).not.toEqual(before);
  expect(endUserFactory.build()).toEqual(before);
});

test("traits change inputs, fields and values", () => {
  const made = endUserFactory.with("ofUmbrella", "withoutOrigin", "withoutEmail").build();
  expect(made).toEqual({ organization_name: "Umbrella", creator_email: null, origin_id: null });
});

test("a factory names its entity, its traits and its inputs", () => {
  expect(endUserFactory.entity).toBe("EndUser");
  expect(endUserFactory.traits).toEqual(["ofUmbrella", "withoutOrigin", "withoutEmail"]);
  expect(endUserFactory.inputs.withOrigin).toBe(true);
  expect(endUserFactory.with("withoutOrigin").inputs.withOrigin).toBe(false);
});

test.each([
  { later: "a value over a value", factory: endUserFactory.with(acme, umbrella), want: "Umbrella" },
  { later: "a value over a trait", factory: endUserFactory.with("ofUmbrella", acme), want: "Acme" },
  { later: "a trait over a value", factory: endUserFactory.with(acme, "ofUmbrella"), want: "Umbrella" },
  { later: "over two calls", factory: endUserFactory.with(acme).with("ofUmbrella"), want: "Umbrella" },
])("later changes win: $later", ({ factory, want }) => {
  expect(factory.build().organization_name).toBe(want);
});

test("values given to `.build()` win over those of `.with()`", () => {
  expect(endUserFactory.with("ofUmbrella").build(acme).organization_name).toBe("Acme");
  expect(endUserFactory.with(umbrella).build(acme).organization_name).toBe("Acme");
});

test("a later input wins over a trait's, and a later trait over an input", () => {
  expect(endUserFactory.with("withoutOrigin").input({ withOrigin: true }).build().origin_id).not.toBeNull();
  expect(endUserFactory.input({ withOrigin: true }).with("withoutOrigin").build().origin_id).toBeNull();
});

test("a trait's values keep what was given beside them", () => {
  const ofAcme = integrationDetailsFactory.with({ end_user: acme }, "withoutCreatorEmail");
  expect(ofAcme.build().end_user).toMatchObject({ organization_name: "Acme", creator_email: null });
});

test("values are merged into objects", () => {
  const plain = toolFactory.build().tool;
  const factory = toolFactory.with({ tool: { label: "People" } }, { tool: { internal_label: "v2" } });
  expect(factory.build({ tool: { icon_url: "data:," } }).tool).toEqual({
    ...plain,
    label: "People",
    internal_label: "v2",
    icon_url: "data:,",
  });
});

test("values replace arrays whole", () => {
  const model = integrationDetailsFactory.build().read_models.slice(0, 1);
  const factory = integrationDetailsFactory.with({ read_models: model });
  expect(factory.build().read_models).toEqual(model);
  expect(factory.build({ read_models: [] }).read_models).toEqual([]);
});

test("null replaces any value, and values replace null", () => {
  expect(toolFactory.build({ end_user: { origin_id: null } }).end_user.origin_id).toBeNull();
  const cleared = endUserFactory.with({ creator_email: null });
  expect(cleared.build().creator_email).toBeNull();
  expect(cleared.build({ creator_email: "jo@acme.example.com" }).creator_email).toBe("jo@acme.example.com");
});

test("changing a list that was given or built changes no later build", () => {
  const given = integrationDetailsFactory.build().read_models.slice(0, 2);
  const factory = integrationDetailsFactory.with({ read_models: given });
  given.pop();
  factory.build().read_models.pop();
  expect(factory.build().read_models).toHaveLength(2);
});

test("changing an object that was given or built changes no later build", () => {
  const given = { tool: { label: "People" } };
  const factory = toolFactory.with(given);
  given.tool.label = "Changed";
  factory.build().tool.label = "Changed";
  expect(factory.build().tool.label).toBe("People");
});

test("an unknown field is refused by a message that names the known ones", () => {
  const message = '"EndUser" has no field "email". It has: organization_name, creator_email, origin_id.';
  const misspelt: object = { email: "jo@acme.example.com" };
  expect(() => endUserFactory.with(misspelt)).toThrow(message);
  expect(() => endUserFactory.build(misspelt)).toThrow(message);
  expect(() => endUserFactory.buildList(1, misspelt)).toThrow(message);
  expect(() => endUserFactory.buildForSdk(misspelt)).toThrow(message);
});

test.each(["withoutName", "toString", "constructor"])("an unknown trait is refused: %s", (name) => {
  // What is written in JavaScript can be any text.
  expect(() => endUserFactory.with(name as "ofUmbrella")).toThrow(
    `"EndUser" has no trait "${name}". It has: ofUmbrella, withoutOrigin, withoutEmail.`,
  );
});

test("a factory without traits says so", () => {
  expect(() => customFieldFactory.with("mapped" as never)).toThrow(
    '"CustomField" has no trait "mapped". It has: none.',
  );
});
