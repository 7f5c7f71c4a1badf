import { expect, test } from "vitest";
import { serve, type TestServer } from "./serve.ts";

/** Makes a connect link; answers the path at which the server serves it. */
async function newLink({ ask, url }: TestServer, more: object = {}): Promise<string> {
  const body = { end_user_email: "ada@example.com", end_user_organization_name: "Acme", ...more };
  const { json } = await ask<{ data: { link: string } }>("POST /v1/connect/create-link", { body });
  return json.data.link.slice(url.length);
}

async function open({ send }: TestServer, link: string) {
  const answer = await send(`GET ${link}`, { key: null });
  return { type: answer.headers.get("content-type"), html: await answer.text() };
}

/** Posts the page's form as a browser does. */
async function post(
  { send, url }: TestServer,
  link: string,
  fields: Record<string, string>,
): Promise<string> {
  const headers = { "content-type": "application/x-www-form-urlencoded", origin: url };
  const answer = await send(`POST ${link}`, {
    key: null,
    headers,
    body: String(new URLSearchParams(fields)),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
  return answer.text();
}

const all = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found]) => found);

test("the page offers the tools of the category and three ways out", async () => {
  const server = await serve();
  const link = await newLink(server, { integration_category: "LMS" });
  const { type, html } = await open(server, link);
  expect(type).toBe("text/html; charset=utf-8");
  const { json } = await server.ask<{ data: { tools: { id: string }[] } }>("GET /v1/tools/lms");
  const tools = json.data.tools.map(({ id }) => id);
  expect(tools).toContain("talentlms");
  expect(all(html, /<input type="radio" name="tool" value="([^"]*)"/g)).toEqual(tools);
  expect(all(html, /<input [^>]*checked>/g)).toHaveLength(1);
  expect(all(html, /<button name="outcome" value="(\w+)">/g)).toEqual(["connect", "fail", "close"]);
  expect(all(html, /<form method="post" action="([^"]*)">/g)).toEqual([server.url + link]);
  expect(html).toContain("<p>Acme · LMS</p>");
});

test("a link for one tool offers that tool", async () => {
  const server = await serve();
  const { html } = await open(server, await newLink(server, { integration_tool: "personio" }));
  expect(all(html, /name="tool" value="([^"]*)"/g)).toEqual(["personio"]);
});

test("its form connects, and shows the token that leads to the integration", async () => {
  const server = await serve();
  const link = await newLink(server);
  const html = await post(server, link, { tool: "personio", outcome: "connect" });
  expect(html).toContain("<h1>Connected</h1>");
  const [token] = all(html, /<code id="token">(\w+)<\/code>/g);
  const { json } = await server.ask<{ data: { tool: string; id: string } }>(
    `GET /v1/connect/integration-by-token/${token}`,
  );
  expect(json.data.tool).toBe("personio");
  expect(html).toContain(`<code>${json.data.id}</code>`);
});

test.for(["fail", "close"])("its form can %s, after which the link can be opened again", async (outcome) => {
  const server = await serve();
  const link = await newLink(server);
  expect(await post(server, link, { tool: "personio", outcome })).toContain("<h1>Not connected</h1>");
  expect((await open(server, link)).html).toContain("<h1>Connect a tool</h1>");
});

test("a link to reconnect, and one to set up, say so", async () => {
  const server = await serve();
  const titleOf = async (call: string) => {
    const body = { link_type: "EMBEDDED" };
    const { json } = await server.ask<{ data: { link: string } }>(call, { body });
    const { html } = await open(server, json.data.link.slice(server.url.length));
    return all(html, /<h1>(.*)<\/h1>/g);
  };
  const workday = "/v1/integrations/workday:Grqz8gkPjubvRMUAU8oX93Lx";
  expect(await titleOf(`POST ${workday}/relink`)).toEqual(["Reconnect the tool"]);
  expect(await titleOf(`POST ${workday}/setup-link`)).toEqual(["Finish the setup"]);
});

test("what a customer is called cannot become a part of the page", async () => {
  const server = await serve();
  const name = `<script>alert("1")</script>&amp;'`;
  const { html } = await open(server, await newLink(server, { end_user_organization_name: name }));
  expect(html).not.toContain("<script>");
  expect(html).toMatch(
    /<p>&lt;script(?:>|&gt;)alert\(&quot;1&quot;\)&lt;\/script(?:>|&gt;)&amp;amp;(?:'|&#39;) · HRIS<\/p>/,
  );
});
