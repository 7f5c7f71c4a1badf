/** What tests have met of the operations that they use: which errors, states, pages and null values. */
export {
  Coverage,
  type CoverageReport,
  type CoveredExchange,
  type Met,
  type OperationCoverage,
  type ValuesCoverage,
} from "./coverage/coverage.ts";
export { coverageLines } from "./coverage/coverage-text.ts";
export { cardOfCode, cardOfData, states } from "./coverage/states.ts";
export { type Suggestion, suggestionsOf } from "./coverage/suggestions.ts";
export { createSurfaces, type Place, type Surface } from "./coverage/surface.ts";
