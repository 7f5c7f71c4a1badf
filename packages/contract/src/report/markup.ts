const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "\n": "&#10;",
};

/** A text for use in XML and HTML, in an attribute too; what XML cannot hold is left out. */
export function escapeMarkup(text: string): string {
  return [...text]
    .filter((character) => isAllowed(character.codePointAt(0) ?? 0))
    .map((character) => entities[character] ?? character)
    .join("");
}

function isAllowed(code: number): boolean {
  if (code < 0x20) return code === 0x9 || code === 0xa || code === 0xd;
  return !(code >= 0xd800 && code <= 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
