import type { Operator } from "./mutation.ts";
import { bodyKey } from "./operators/body-key.ts";
import { cursor } from "./operators/cursor.ts";
import { enumCase } from "./operators/enum-case.ts";
import { header } from "./operators/header.ts";
import { nullCheck } from "./operators/null-check.ts";
import { parameter } from "./operators/parameter.ts";
import { path } from "./operators/path.ts";
import { retry } from "./operators/retry.ts";
import { signature } from "./operators/signature.ts";
import { type } from "./operators/type.ts";

/** All operators, in the order of the table. */
export const operators: readonly Operator[] = [
  path,
  parameter,
  header,
  bodyKey,
  type,
  nullCheck,
  enumCase,
  cursor,
  signature,
  retry,
];
