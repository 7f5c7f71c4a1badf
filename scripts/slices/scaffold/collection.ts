import { factoryConstant, type SliceNames, wordsOf } from "../names.ts";

/** The four categories are domains too; an integration has records of its own category only. */
const categories = ["hris", "ats", "assessment", "lms"];

/** A collection of three records over the factory of its entity. */
export function collectionScaffold(
  names: SliceNames,
  about: { entity: string; factoryStem: string; inputs: readonly string[]; model: string | null },
): string {
  const factory = factoryConstant(about.entity);
  const three = '["1", "2", "3"].map((remoteId) => ({ remoteId }))';
  const rows = categories.includes(names.domain)
    ? `({ category }) => (category === "${names.domain.toUpperCase()}" ? ${three} : [])`
    : `() => ${three}`;
  return `import { defineCollection } from "../worlds/collection.ts";
import { ${factory} } from "./${about.factoryStem}.factory.ts";

/** The ${wordsOf(names.stem)} of an integration. */
export const ${names.collectionConstant} = defineCollection({
  name: "${names.collection}",
  model: ${JSON.stringify(about.model)},
  factory: ${factory},
  rows: ${rows},
  inputs: ${inputsCode(about.inputs)},
});
`;
}

function inputsCode(inputs: readonly string[]): string {
  if (inputs.length === 0) return "() => ({})";
  const row = inputs.includes("remoteId") ? "{ remoteId }" : "_row";
  const parameters = inputs.includes("date") ? `${row}, { date }` : row;
  return `(${parameters}) => ({ ${inputs.join(", ")} })`;
}
