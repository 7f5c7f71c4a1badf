import { drawIcon, integrationDetailsFactory, toolEntry, tools } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { drawLogo } from "../../src/general/icon.ts";

const prefix = "data:image/svg+xml,";
const namespace = 'xmlns="http://www.w3.org/2000/svg"';

/** What an image's URL carries. */
function svgOf(url: string): string {
  expect(url.startsWith(prefix)).toBe(true);
  return decodeURIComponent(url.slice(prefix.length));
}

/** The texts of a well-formed XML document; an error says where one is not well formed. */
function textsIn(xml: string): readonly string[] {
  const open: string[] = [];
  const texts: string[] = [];
  const token = /<(\/?)([a-z]+)((?: [a-zA-Z-]+="[^"<&]*")*)(\/?)>|((?:[^<&]|&(?:amp|lt|gt|quot|apos);)+)/y;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const [, closes, name = "", , closed, text] = token.exec(xml) ?? [];
    if (text !== undefined && open.length > 0)
      texts.push(text.replaceAll("&lt;", "<").replaceAll("&amp;", "&"));
    else if (closes === "/" && open.pop() === name && name !== "") continue;
    else if (closes === "" && name !== "") {
      if (closed === "") open.push(name);
    } else throw new Error(`Not well formed at ${at}: ${xml.slice(at)}`);
  }
  if (open.length > 0) throw new Error(`Not closed: ${open.join(", ")}`);
  return texts;
}

test.each(["R&D <Tools>", "Ärger & Co.", "😀 Smile", "ßeta", "x", "a'b\"c", "]]>", "%41 #1"])(
  "an icon of '%s' is well formed and shows its first letter",
  (label) => {
    const [first = ""] = label;
    expect(textsIn(svgOf(drawIcon(label, "#112233")))).toEqual([first.toUpperCase()]);
  },
);

test.each(["R&D <Tools>", "Ärger & Co.", "😀 Smile", "a'b\"c", "]]>", "%41 #1"])(
  "a logo of '%s' is well formed and shows the whole label",
  (label) => {
    expect(textsIn(svgOf(drawLogo(label, "#112233")))[1]).toBe(label);
  },
);

test.each(["<svg>", "<svg></p>", "a & b", "<svg>&</svg>", '<svg a="<"/>', "<svg", "</svg>", "text"])(
  "'%s' would be noticed as not well formed",
  (xml) => {
    expect(() => textsIn(xml)).toThrow();
  },
);

test("an icon is filled with its colour, and a wider label makes a wider logo", () => {
  expect(svgOf(drawIcon("Personio", "#3f51b5"))).toContain('fill="#3f51b5"');
  const width = (label: string) =>
    Number(/viewBox="0 0 (\d+) 64"/.exec(svgOf(drawLogo(label, "#000000")))?.[1]);
  expect(width("Personio")).toBeGreaterThan(width("Deel"));
});

const images = tools.flatMap((tool) => {
  const { logo_url, icon_url } = integrationDetailsFactory.input({ tool: tool.id }).build().tool;
  return [...Object.values(toolEntry(tool, "HRIS").assets), logo_url, icon_url].map((url) => ({
    tool,
    url,
  }));
});

test("the images of every tool are well formed, and point nowhere", () => {
  for (const { tool, url } of images) {
    const svg = svgOf(url);
    expect(textsIn(svg)[0]).toBe(tool.label.slice(0, 1).toUpperCase());
    expect(svg.replace(namespace, "")).not.toMatch(/:\/\/|href|url\(/);
    expect(URL.canParse(url)).toBe(true);
  }
});
