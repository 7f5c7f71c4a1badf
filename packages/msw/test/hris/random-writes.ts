import { type Choices, choicesAt } from "@kombo-mock/factories";
import type { StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import { hris } from "@kombo-mock/msw";
import type { Company, Tool } from "./company.ts";

/** A write whose every choice is made, so that it can be done again elsewhere. */
export interface Write {
  readonly what: string;
  readonly to: (company: Company) => Promise<unknown>;
}

const collections = hris.collections.filter(({ entity }) => entity !== null);

/** Chooses a write by what is there now: through the API, by the tool, or by what the customer switches. */
export async function randomWrite(company: Company, seed: number, step: number): Promise<Write> {
  const choose = choicesAt(seed, "write", String(step));
  const kind = choose.at("kind").pick(Object.keys(kinds));
  const make = kinds[kind];
  if (!make) throw new Error(`There is no kind "${kind}" of write.`);
  const write = await company.inTool((tool) => make(choose, tool, step));
  return { ...write, what: `${step}: ${kind} ${write.what}` };
}

type Kind = (choose: Choices, tool: Tool, step: number) => Write;

const inTool = (what: string, work: (tool: Tool) => unknown): Write => ({
  what,
  to: (one) => one.inTool(work),
});

function someone(choose: Choices, tool: Tool, collection: string): StoredRecord {
  const records = [...tool.view(collection).from(0)].map(({ record }) => record);
  return choose.at(collection).pick(records);
}

const day = (choose: Choices) =>
  `2026-0${choose.at("month").integer(2, 9)}-1${choose.at("day").integer(0, 9)}`;

const kinds: Readonly<Record<string, Kind>> = {
  edit(choose, tool, step) {
    const { name, fields } = choose.at("in").pick(collections);
    const { id } = someone(choose, tool, name);
    const own = fields.filter((field) => !["changed_at", "remote_deleted_at"].includes(field));
    const twin = someone(choose.at("twin"), tool, name);
    const field = choose.at("field").pick(own);
    const values = { [field]: twin[field] ?? null, remote_data: { step: [step] } };
    return inTool(`${name} ${field}`, ({ patch }) => patch(name, id, values));
  },
  lead(choose, tool) {
    const able = collections.filter(({ references }) => Object.keys(references).length > 0);
    const { name, references } = choose.at("in").pick(able);
    const [key, target] = choose.at("key").pick(Object.entries(references));
    const { id } = someone(choose, tool, name);
    const to = someone(choose.at("to"), tool, target).id;
    return inTool(`${name} ${key}`, ({ patch }) => patch(name, id, { [key]: to }));
  },
  link(choose, tool) {
    const [name, key, target] = choose.at("in").pick([
      ["hris.employees", "group_links", "hris.groups"],
      ["hris.staffing-entities", "location_links", "hris.locations"],
      ["hris.staffing-entities", "skill_links", "hris.skills"],
    ] as const);
    const record = someone(choose, tool, name);
    const links = (record[key] ?? []) as readonly StoredLink[];
    const { id } = someone(choose.at("to"), tool, target);
    const known = links.filter((link) => link.id !== id);
    const next = known.length < links.length ? known : [...links, { id, expected_proficiency: null }];
    return inTool(`${name} ${key}`, ({ patch }) => patch(name, record.id, { [key]: next }));
  },
  add(choose, tool, step) {
    const { name } = choose.at("in").pick(collections);
    const { id: _, ...twin } = someone(choose, tool, name);
    const values = { ...twin, remote_deleted_at: null };
    return inTool(name, ({ insert }) => insert(name, `added-${step}`, values));
  },
  vanish(choose, tool) {
    const { name } = choose.at("in").pick(collections);
    const { id } = someone(choose, tool, name);
    const forGood = choose.at("purge").chance(0.3);
    return inTool(name, ({ purge, markDeleted }) => (forGood ? purge(name, id) : markDeleted(name, id)));
  },
  absence(choose, tool) {
    const body = {
      employee_id: someone(choose, tool, "hris.employees").id,
      absence_type_id: someone(choose, tool, "hris.absence-types").id,
      ...{ start_date: day(choose), end_date: day(choose), employee_note: null, status: "APPROVED" },
    };
    return { what: "created", to: ({ send }) => send("POST /hris/absences", "/hris/absences", { body }) };
  },
  absent(choose, tool) {
    const path = `/hris/absences/${someone(choose, tool, "hris.absences").id}`;
    return {
      what: "deleted",
      to: ({ send }) => send("DELETE /hris/absences/{absence_id}", path, { body: {} }),
    };
  },
  employee(choose, tool, step) {
    const path = `/hris/employees/${someone(choose, tool, "hris.employees").id}`;
    const body = {
      ...{ work_email: `person-${step}@example.com`, first_name: `Person ${step}` },
      location_id: someone(choose, tool, "hris.locations").id,
    };
    return { what: "changed", to: ({ send }) => send("PATCH /hris/employees/{employee_id}", path, { body }) };
  },
  scope(choose) {
    const models = ["hris_teams", "hris_employments", "hris_locations", "hris_time_off_balances"] as const;
    const fields = [
      "hris_employees.manager_id",
      "hris_absences.type_id",
      "hris_employees.first_name",
    ] as const;
    const settings = {
      [choose.at("model").pick(models)]: "DISABLED",
      [choose.at("field").pick(fields)]: "DISABLED",
    } as const;
    return {
      what: Object.keys(settings).join(),
      to: ({ mock, id }) => mock.integrations.setScope(id, { settings }),
    };
  },
  unscope: () => ({ what: "all", to: ({ mock, id }) => mock.integrations.setScope(id, {}) }),
  sync: () => ({ what: "run", to: ({ mock, id }) => mock.sync(id) }),
  time: () => ({ what: "an hour", to: ({ mock }) => mock.clock.advance("PT1H") }),
  field(choose, tool) {
    const field = someone(choose, tool, "general.integration-fields");
    const is_passthrough_enabled = field["is_passthrough_enabled"] !== true;
    return inTool(String(field["key"]), ({ patch }) =>
      patch("general.integration-fields", field.id, { is_passthrough_enabled }),
    );
  },
  custom(choose, tool) {
    const custom = someone(choose, tool, "general.custom-fields");
    const field = choose.at("none").chance(0.4)
      ? null
      : someone(choose, tool, "general.integration-fields").id;
    return inTool(String(custom["key"]), ({ patch }) =>
      patch("general.custom-fields", custom.id, { integration_field_id: field }),
    );
  },
};
