import { base58Id, type CatalogueTool, type Category, findTool, toolOf } from "@kombo-mock/factories";
import {
  type ConditionName,
  conditionNamed,
  conditionNames,
  type conditions,
  isConditionName,
} from "./conditions.ts";

/** An integration id that stands for what can be the matter with an integration, without anybody setting it up. */
export interface TestCard {
  /** `factorial:invalid` */
  readonly id: string;
  /** The same in the form of the vendor's ids: another integration in the same state. */
  readonly twin: string;
  readonly name: ConditionName;
  readonly tool: string;
  readonly category: Category;
  /** What it does, in words. */
  readonly does: string;
}

type Conditions = typeof conditions;

/** `"setup-incomplete"` → `"setupIncomplete"`. */
type Camel<Name extends string> = Name extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<Camel<Tail>>}`
  : Name;

type CardsOf<In extends Category> = {
  readonly [Name in ConditionName as Conditions[Name]["tools"] extends Readonly<Record<In, string>>
    ? Camel<Name>
    : never]: Conditions[Name]["tools"] extends Readonly<Record<In, infer Tool extends string>>
    ? `${Tool}:${Name}`
    : never;
};

/** Every documented test card. */
export const testCardList: readonly TestCard[] = conditionNames.flatMap((name) =>
  // The keys of the table are categories.
  Object.entries(conditionNamed(name).tools).map(([category, tool]) =>
    cardOfTool(toolOf(tool), name, category as Category),
  ),
);

/** The documented test cards by their names: `testCards.hris.invalid` is `"factorial:invalid"`. */
export const testCards = {
  hris: cardsOf("HRIS"),
  ats: cardsOf("ATS"),
  assessment: cardsOf("ASSESSMENT"),
};

/** The test card that an id stands for, by either form: a documented one, or the same of any other tool that we know. */
export function cardOf(id: string): TestCard | undefined {
  const cut = id.indexOf(":");
  const tool = cut === -1 ? undefined : findTool(id.slice(0, cut));
  if (!tool) return undefined;
  const rest = id.slice(cut + 1);
  const name = isConditionName(rest) ? rest : conditionNames.find((one) => twinOf(tool.id, one) === id);
  if (name === undefined) return undefined;
  const category = categoryOf(tool, name);
  const { scope } = conditionNamed(name);
  return scope && !scope[category] ? undefined : cardOfTool(tool, name, category);
}

function cardOfTool({ id: tool }: CatalogueTool, name: ConditionName, category: Category): TestCard {
  const { does } = conditionNamed(name);
  return { id: `${tool}:${name}`, twin: twinOf(tool, name), name, tool, category, does };
}

/** The documented category, or else the tool's most usual one. */
function categoryOf({ id, categories }: CatalogueTool, name: ConditionName): Category {
  const documented = Object.entries(conditionNamed(name).tools).find(([, tool]) => tool === id);
  // The keys of the table are categories.
  return (documented?.[0] as Category | undefined) ?? categories[0] ?? "HRIS";
}

function twinOf(tool: string, name: ConditionName): string {
  return `${tool}:${base58Id(`card\n${tool}\n${name}`)}`;
}

function cardsOf<In extends Category>(category: In): CardsOf<In> {
  const cards = testCardList.filter((card) => card.category === category);
  const camel = (name: string) => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  // The type says for each name of the table what has just been done.
  return Object.fromEntries(cards.map(({ id, name }) => [camel(name), id])) as CardsOf<In>;
}
