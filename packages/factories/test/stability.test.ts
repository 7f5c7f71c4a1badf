import {
  type CatalogueTool,
  defineFactory,
  type Entity,
  type Fields,
  findTool,
  integrationDetailsFactory,
  toolEntry,
  tools,
} from "@kombo-mock/factories";
import { afterEach, expect, test } from "vitest";

const keys = Array.from({ length: 200 }, (_, index) => String(index));

type FileFields = Fields<Entity<"FileUpload">, object>;

const fields: FileFields = {
  name: ({ pick }) => pick(["cv.pdf", "photo.png", "notes.txt"]),
  content_type: () => undefined,
  data_url: () => undefined,
  data: ({ integer, at }) => `${at("first").integer(1, 1_000_000)}${integer(1, 1_000_000)}`,
};

const fileFactory = (changed: Partial<FileFields>) =>
  defineFactory("FileUpload")({ inputs: {}, fields: { ...fields, ...changed } });

test("one more field changes no other value", () => {
  const before = fileFactory({});
  const after = fileFactory({ content_type: ({ pick }) => pick(["application/pdf", "image/png"]) });
  const withoutIt = keys.map((key) => {
    const { content_type, ...rest } = after.key(key).build();
    return { had: content_type !== undefined, rest };
  });
  expect(withoutIt).toEqual(keys.map((key) => ({ had: true, rest: before.key(key).build() })));
});

test("the order in which fields are defined changes no value", () => {
  const reversed = Object.fromEntries(Object.entries(fields).toReversed()) as unknown as FileFields;
  const factory = defineFactory("FileUpload")({ inputs: {}, fields: reversed });
  expect(Object.keys(factory.build())).toEqual(["data", "name"]);
  expect(keys.map((key) => factory.key(key).build())).toEqual(
    keys.map((key) => fileFactory({}).key(key).build()),
  );
});

test("one more option changes only the records that now choose it, and those only in that field", () => {
  const after = fileFactory({ name: ({ pick }) => pick(["cv.pdf", "photo.png", "scan.tiff", "notes.txt"]) });
  const changed = keys
    .map((key) => ({ before: fileFactory({}).key(key).build(), after: after.key(key).build() }))
    .filter(({ before, after: now }) => JSON.stringify(before) !== JSON.stringify(now));
  expect(new Set(changed.map(({ after: now }) => now.name))).toEqual(new Set(["scan.tiff"]));
  expect(changed.length).toBeLessThan(80);
  expect(changed.map(({ after: now }) => now.data)).toEqual(changed.map(({ before }) => before.data));
});

test.each([
  { trait: "inactive", field: "status" },
  { trait: "setupIncomplete", field: "setup_status" },
  { trait: "expiredData", field: "data_expired_at" },
  { trait: "beta", field: "beta" },
  { trait: "withoutCreatorEmail", field: "end_user" },
  { trait: "disabledByScope", field: "read_models" },
] as const)("the trait $trait changes $field and leaves the record's own values", ({ trait, field }) => {
  for (const key of keys.slice(0, 50)) {
    const plain = integrationDetailsFactory.key(key).build();
    const changed = integrationDetailsFactory.key(key).with(trait).build();
    expect(JSON.stringify(changed[field])).not.toBe(JSON.stringify(plain[field]));
    const { write_actions } = trait === "disabledByScope" ? changed : plain;
    const expected = { ...plain, write_actions, [field]: changed[field] };
    expect(JSON.stringify(changed)).toBe(JSON.stringify(expected));
  }
});

const catalogue = tools as CatalogueTool[];
const before = [...tools];
afterEach(() => {
  catalogue.splice(0, catalogue.length, ...before);
});

const everything = () =>
  before.flatMap((tool) =>
    tool.categories.map((category) => ({
      details: integrationDetailsFactory.input({ tool: tool.id, category }).build(),
      entry: toolEntry(tool, category),
    })),
  );

test.each([
  { place: "first", add: (tool: CatalogueTool) => catalogue.unshift(tool) },
  { place: "last", add: (tool: CatalogueTool) => catalogue.push(tool) },
])("a tool that comes $place in the catalogue changes no other tool's integrations", ({ add }) => {
  const made = JSON.stringify(everything());
  const plain = integrationDetailsFactory.input({ tool: "leanpeople" });
  const supported = JSON.stringify(plain.build());
  add({
    id: "leanpeople",
    label: "Lean People",
    categories: ["HRIS"],
    color: "#112233",
    apis: [],
    lacks: ["hris_absences"],
  });
  expect(findTool("leanpeople")?.label).toBe("Lean People");
  expect(JSON.stringify(plain.build())).not.toBe(supported);
  expect(JSON.stringify(everything())).toBe(made);
});
