/** Answers that are unusual yet valid: as data, as text, and applied to what an API answers. */
export { applyVariations, type Place } from "./variation/apply-variations.ts";
export { changeWords } from "./variation/changes.ts";
export { faultOfVariation, possibleVariations } from "./variation/possible-variations.ts";
export {
  isAboutField,
  parseVariation,
  printVariation,
  type Variation,
  type VariationOperation,
} from "./variation/variation.ts";
