import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript-api";
import { readApiNames } from "./api-names.ts";
import type { Mutation, Subject } from "./mutation.ts";
import { operators } from "./operators.ts";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** A consumer with one fault. */
export interface Mutant extends Mutation {
  /** `hris-sync read-pages.ts:27 cursor: not passed on`: the same as long as the consumer is. */
  readonly id: string;
  readonly consumer: string;
  readonly operator: string;
  /** The file's name, in the consumer's `src`. */
  readonly file: string;
  readonly line: number;
  /** Counts the places to which the operator applies in this consumer. */
  readonly site: number;
  /** The changed place as it was. */
  readonly before: string;
}

/** Where the sources of a consumer stand. */
export function sourcesOf(consumer: string): string {
  return join(root, "apps", `sample-${consumer}`, "src");
}

/** Everything that can be planted into a consumer: each operator at each place to which it applies. */
export function findMutants(consumer: string): Mutant[] {
  const folder = sourcesOf(consumer);
  const api = readApiNames();
  const files = readdirSync(folder)
    .sort()
    .map((name) =>
      ts.createSourceFile(name, readFileSync(join(folder, name), "utf8"), ts.ScriptTarget.Latest, true),
    );
  return operators.flatMap((operator) => {
    let site = 0;
    return files.flatMap((file) => {
      const subject: Subject = { file, api };
      const found: Mutant[] = [];
      const visit = (node: ts.Node): void => {
        // What only the compiler reads cannot go wrong.
        if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
        const planted = operator.plant(node, subject) ?? [];
        if (planted.length > 0) site++;
        for (const mutation of planted) {
          const line = file.getLineAndCharacterOfPosition(node.getStart()).line + 1;
          const before = file.text.slice(mutation.start, mutation.end).trim().replaceAll(/\s+/g, " ");
          const at = `${consumer} ${file.fileName}:${line}`;
          const told = { consumer, operator: operator.name, file: file.fileName, line, site, before };
          found.push({
            ...mutation,
            ...told,
            id: `${at} ${operator.name}: ${mutation.what} (${short(before)})`,
          });
        }
        ts.forEachChild(node, visit);
      };
      visit(file);
      return found;
    });
  });
}

function short(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
