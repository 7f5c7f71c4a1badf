import ts from "typescript-api";
import type { Operator } from "../mutation.ts";
import { isNamedProperty, nameOfProperty, removed, replaced } from "../syntax.ts";

const { SyntaxKind } = ts;

/** Values that the API lists: entries of tables, cases and comparisons. */
export const enumCase: Operator = {
  name: "enum case",
  plants: "an entry, a case or a comparison taken away",
  plant(node, { api: { values } }) {
    const name = nameOfProperty(node);
    if (isNamedProperty(node) && name !== undefined && isTable(node.parent, values))
      return [{ ...removed(node, node.parent.properties, `no entry "${name}"`), isTableEntry: true }];
    if (ts.isCaseOrDefaultClause(node) && isAbout(node.parent, values))
      return [removed(node, node.parent.clauses, "case taken away")];
    if (!ts.isBinaryExpression(node) || !ts.isStringLiteralLike(node.right)) return undefined;
    if (ts.isTypeOfExpression(node.left) || !values.has(node.right.text)) return undefined;
    const kind = node.operatorToken.kind;
    if (kind === SyntaxKind.EqualsEqualsEqualsToken)
      return [replaced(node, "false", `"${node.right.text}" not known`)];
    return kind === SyntaxKind.ExclamationEqualsEqualsToken
      ? [replaced(node, "true", `"${node.right.text}" not known`)]
      : undefined;
  },
};

/** A table whose keys are values of the API, each of them. */
function isTable({ properties }: ts.ObjectLiteralExpression, values: ReadonlySet<string>): boolean {
  return properties.length > 1 && properties.every((one) => values.has(nameOfProperty(one) ?? ""));
}

function isAbout({ clauses }: ts.CaseBlock, values: ReadonlySet<string>): boolean {
  return clauses.some(
    (one) =>
      ts.isCaseClause(one) && ts.isStringLiteralLike(one.expression) && values.has(one.expression.text),
  );
}
