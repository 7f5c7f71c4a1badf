import ts from "typescript-api";
import type { Mutation, Operator } from "../mutation.ts";
import { rangeOf, replaced } from "../syntax.ts";

const { SyntaxKind } = ts;
const isEqual = new Set([SyntaxKind.EqualsEqualsEqualsToken, SyntaxKind.EqualsEqualsToken]);
const isUnequal = new Set([SyntaxKind.ExclamationEqualsEqualsToken, SyntaxKind.ExclamationEqualsToken]);

/** Care for what may be missing. */
export const nullCheck: Operator = {
  name: "null check",
  plants: "`??`, `?.`, a comparison with null or undefined, a guard taken away",
  plant(node, { api: { nullable } }) {
    const guard = guardOf(node);
    const planted = guard && ofGuard(guard, nullable);
    if (planted) return planted;
    if (ts.isBinaryExpression(node)) return ofBinary(node);
    if (
      (ts.isPropertyAccessExpression(node) || ts.isElementAccessExpression(node)) &&
      node.questionDotToken
    ) {
      const token = node.questionDotToken;
      return [replaced(token, ts.isPropertyAccessExpression(node) ? "." : "", "`?.` taken away")];
    }
    if (ts.isCallExpression(node) && node.questionDotToken)
      return [replaced(node.questionDotToken, "", "`?.` taken away")];
    return undefined;
  },
};

function ofBinary(node: ts.BinaryExpression): Mutation[] | undefined {
  const { left, right } = node;
  const operator = node.operatorToken.kind;
  if (operator === SyntaxKind.QuestionQuestionToken)
    return [{ ...replaced(node, left.getText(), "`??` taken away"), reach: [rangeOf(right)] }];
  const isNullish = right.kind === SyntaxKind.NullKeyword || right.getText() === "undefined";
  if (isEqual.has(operator) && isNullish)
    return [{ ...replaced(node, "false", "comparison taken away"), ...reachOf(node) }];
  if (isUnequal.has(operator) && isNullish) return [replaced(node, "true", "comparison taken away")];
  return undefined;
}

/** What a condition guards has to run before it can matter. */
export function reachOf(condition: ts.Expression): Pick<Mutation, "reach"> {
  let at: ts.Node = condition;
  while (ts.isParenthesizedExpression(at.parent) || ts.isBinaryExpression(at.parent)) at = at.parent;
  const { parent } = at;
  if (ts.isIfStatement(parent) && parent.expression === at) return { reach: [rangeOf(parent.thenStatement)] };
  return ts.isConditionalExpression(parent) && parent.condition === at
    ? { reach: [rangeOf(parent.whenTrue)] }
    : {};
}

/** The condition that only asks whether a value is there: `if (x)`, `x ? … : …`, `x && …`. */
function guardOf(node: ts.Node): ts.Expression | undefined {
  if (ts.isIfStatement(node)) return node.expression;
  if (ts.isConditionalExpression(node)) return node.condition;
  const isAnd = ts.isBinaryExpression(node) && node.operatorToken.kind === SyntaxKind.AmpersandAmpersandToken;
  return isAnd ? node.left : undefined;
}

function ofGuard(condition: ts.Expression, nullable: ReadonlySet<string>): Mutation[] | undefined {
  const isNegative =
    ts.isPrefixUnaryExpression(condition) && condition.operator === SyntaxKind.ExclamationToken;
  const value = isNegative ? condition.operand : condition;
  const name = ts.isIdentifier(value)
    ? value.text
    : ts.isPropertyAccessExpression(value)
      ? value.name.text
      : undefined;
  return name !== undefined && nullable.has(name)
    ? [replaced(condition, String(!isNegative), "guard taken away")]
    : undefined;
}
