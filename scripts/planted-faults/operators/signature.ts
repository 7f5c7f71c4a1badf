import ts from "typescript-api";
import type { Operator } from "../mutation.ts";
import { replaced } from "../syntax.ts";

const verifies = /verify.*signature|signature.*(?:valid|verif|match)|timingSafeEqual/i;

/** The check of a webhook's signature. */
export const signature: Operator = {
  name: "signature",
  plants: "not checked, inverted, over JSON that was written again, another secret, no header",
  plant(node) {
    if (!ts.isCallExpression(node) || !verifies.test(node.expression.getText())) return undefined;
    const whole = ts.isAwaitExpression(node.parent) ? node.parent : node;
    const [body, given, secret] = node.arguments;
    const again = `JSON.stringify(JSON.parse(typeof (${body?.getText()}) === "string" ? (${body?.getText()}) : new TextDecoder().decode(${body?.getText()})))`;
    return [
      replaced(whole, "true", "not checked"),
      replaced(whole, `!(${whole.getText()})`, "inverted"),
      ...(body ? [replaced(body, again, "over JSON that was written again")] : []),
      ...(given ? [replaced(given, '""', "not the header that came")] : []),
      ...(secret ? [replaced(secret, `\`x\${${secret.getText()}}\``, "with another secret")] : []),
    ];
  },
};
