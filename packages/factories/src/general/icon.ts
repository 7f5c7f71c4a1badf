/** A square SVG icon, drawn here and carried in the URL itself, so that it works offline and on every page. */
export function drawIcon(label: string, color: string): string {
  return svgUrl(64, `<rect width="64" height="64" rx="14" fill="${color}"/>${initial(label, 32)}`);
}

/** A wide SVG logo with the tool's name, drawn here. */
export function drawLogo(label: string, color: string): string {
  const width = 76 + label.length * 15;
  const name = `<text x="74" y="41" font-size="26" font-family="sans-serif" fill="#1f2933">${escapeXml(label)}</text>`;
  return svgUrl(width, `<rect width="64" height="64" rx="14" fill="${color}"/>${initial(label, 32)}${name}`);
}

function initial(label: string, x: number): string {
  // A letter may be two code units long, and half of one fits in no URL.
  const [first = ""] = label;
  const letter = escapeXml(first.toUpperCase());
  return `<text x="${x}" y="43" font-size="32" font-family="sans-serif" text-anchor="middle" fill="#fff">${letter}</text>`;
}

function svgUrl(width: number, content: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 64">${content}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
