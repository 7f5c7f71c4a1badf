/** The first code block of a language in a Markdown text: what a reader copies, or is told to see printed. */
export function firstBlock(markdown: string, language: string): string {
  return new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, "ms").exec(markdown)?.[1] ?? "";
}
