import { join, resolve } from "node:path";
import ts from "typescript";

const root = resolve(import.meta.dirname, "..");
const path = join(import.meta.dirname, "sdk-types-compiled.ts");

interface Compiled {
  readonly checker: ts.TypeChecker;
  /** The types that the lines export, by name. */
  readonly types: ReadonlyMap<string, ts.Type>;
  /** What the compiler has against each line; undefined where it has nothing. */
  readonly faults: readonly (string | undefined)[];
}

/** Compiles lines of TypeScript as if they stood among the tests. */
export function compile(lines: readonly string[]): Compiled {
  const config = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  const host = ts.createCompilerHost(options);
  const source = ts.createSourceFile(path, lines.join("\n"), options.target ?? ts.ScriptTarget.ES2024);
  const program = ts.createProgram([path], options, {
    ...host,
    fileExists: (name) => name === path || host.fileExists(name),
    getSourceFile: (name, ...rest) => (name === path ? source : host.getSourceFile(name, ...rest)),
  });
  const faults = Array<string | undefined>(lines.length).fill(undefined);
  for (const { start = 0, messageText } of program.getSemanticDiagnostics(source)) {
    const { line } = source.getLineAndCharacterOfPosition(start);
    faults[line] = ts.flattenDiagnosticMessageText(messageText, "\n");
  }
  const checker = program.getTypeChecker();
  const module = checker.getSymbolAtLocation(source);
  const exported = module ? checker.getExportsOfModule(module) : [];
  const types = new Map(exported.map((one) => [one.getName(), checker.getDeclaredTypeOfSymbol(one)]));
  return { checker, types, faults };
}
