import type { OpenApiDocument } from "./document.ts";
import { type Origins, placeOf } from "./merge.ts";
import { pointerAt } from "./type-places.ts";

/** What the faults of generated types are traced back by. */
export interface TypeSources {
  readonly document: OpenApiDocument;
  readonly origins: Origins;
  /** The text of a generated file, by the name that the compiler gives it. */
  readonly readTypes: (file: string) => string;
}

/** The compiler's output, each fault of a generated file told at its fragment's line, the compiler's own place behind. */
export function placeFaults(output: string, { document, origins, readTypes }: TypeSources): string {
  return output
    .trimEnd()
    .replaceAll(
      /^(\S*generated\/(?:schema|sdk)\.d\.ts)\((\d+),(\d+)\): (.*)$/gm,
      (line, file: string, row: string, column: string, fault: string) => {
        const position = { line: Number(row), column: Number(column) };
        const pointer = pointerAt(readTypes(file), position, document);
        return pointer ? `${placeOf(pointer, origins)}: ${fault} (${file}:${row}:${column})` : line;
      },
    );
}
