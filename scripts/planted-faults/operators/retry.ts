import ts from "typescript-api";
import type { Mutation, Operator } from "../mutation.ts";
import { isNamedProperty, nameOfProperty, removed, replaced } from "../syntax.ts";

const { SyntaxKind } = ts;
const passing = /pass(?:ing|es)|retr(?:y|ies|ied|yable)|transient|temporary|patien|again|attempt/i;
const passingCodes = /RATE_LIMIT|CONCURRENCY|SYNC_PENDING|TIMED_OUT/;

/** What is done about failures that pass: waiting, sending again, and telling them from others. */
export const retry: Operator = {
  name: "retry",
  plants:
    "a status or code not known, a condition inverted or fixed, `retry-after` not read, an entry left out",
  plant(node) {
    if (ts.isBinaryExpression(node)) return ofComparison(node);
    if (ts.isIfStatement(node) && passing.test(node.expression.getText()))
      return ofCondition(node.expression);
    if (isNamedProperty(node)) {
      const name = nameOfProperty(node) ?? "";
      return ["429", "503"].includes(name)
        ? [{ ...removed(node, node.parent.properties, `no entry "${name}"`), isTableEntry: true }]
        : undefined;
    }
    const isRead =
      ts.isCallExpression(node) &&
      node.arguments.some((one) => ts.isStringLiteralLike(one) && /^retry-after$/i.test(one.text));
    return isRead ? [replaced(node, "null", "retry-after not read")] : undefined;
  },
};

function ofComparison(node: ts.BinaryExpression): Mutation[] | undefined {
  const { left, operatorToken, right } = node;
  const isStatus = /status/i.test(left.getText()) && /^(?:429|5\d\d)$/.test(right.getText());
  const isCode = ts.isStringLiteralLike(right) && passingCodes.test(right.text);
  if (!isStatus && !isCode) return undefined;
  const isNegative = operatorToken.kind === SyntaxKind.ExclamationEqualsEqualsToken;
  return [
    // That a code is not known is a fault of another operator.
    ...(isStatus ? [replaced(node, String(isNegative), `${right.getText()} not known`)] : []),
    replaced(node, `!(${node.getText()})`, "inverted"),
  ];
}

function ofCondition(condition: ts.Expression): Mutation[] {
  return [
    replaced(condition, `!(${condition.getText()})`, "condition inverted"),
    replaced(condition, "true", "condition always true"),
    replaced(condition, "false", "condition never true"),
  ];
}
