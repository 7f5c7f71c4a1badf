import type ts from "typescript-api";
import type { ApiNames } from "./api-names.ts";

/** One change of a source text. */
export interface Mutation {
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly text: string;
  /** What was done, in a few words. */
  readonly what: string;
  /**
   * The parts of the text that have to run before a difference can be seen; the changed part itself unless told. What never
   * ran is not equivalent.
   */
  readonly reach?: readonly (readonly [start: number, end: number])[];
  /** An entry of a table is looked up, and whether it was cannot be told from what ran. */
  readonly isTableEntry?: boolean;
}

/** What an operator looks at: one source file of some consumer. */
export interface Subject {
  readonly file: ts.SourceFile;
  readonly api: ApiNames;
}

/** A kind of fault, planted wherever it is possible. It knows the API by its description and no consumer. */
export interface Operator {
  readonly name: string;
  /** What it plants, for the table. */
  readonly plants: string;
  /** Proposes for a node what may be planted there; undefined where it does not apply. */
  plant(node: ts.Node, subject: Subject): readonly Mutation[] | undefined;
}
