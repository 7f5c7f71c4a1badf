import { expect, test } from "vitest";
import { serve, type TestServer } from "./serve.ts";

/** Every byte there is, many times over: about 300 kB. */
const content = Uint8Array.from({ length: 300_000 }, (_, index) => index % 256);

async function attached({ ask }: TestServer, key: string) {
  const { json } = await ask<{ results: { id: string; tool: string }[] }>("GET /_mock/integrations", { key });
  const integration = json.results.find(({ tool }) => tool === "greenhouse")?.id ?? "";
  const headers = { "x-integration-id": integration };
  const candidate = { first_name: "Ada", last_name: "Okafor", email_address: "ada@mail.example.com" };
  const data = Buffer.from(content).toString("base64");
  const attachments = [{ name: "scan.bin", type: "OTHER", content_type: "application/x-scan", data }];
  const created = await ask<{ data: { id: string } }>("POST /v1/ats/jobs/remote:1009/applications", {
    key,
    headers,
    body: { candidate, attachments },
  });
  const listed = await ask<{ data: { results: { data_url: string }[] } }>(
    `GET /v1/ats/applications/${created.json.data.id}/attachments`,
    { key, headers },
  );
  return listed.json.data.results[0]?.data_url ?? "";
}

test("a file is downloaded without a key, byte for byte, where its address was handed out", async () => {
  const server = await serve();
  const address = await attached(server, "ks_dev_first");
  expect(address).toMatch(new RegExp(`^${server.url}/_mock/files/[1-9A-HJ-NP-Za-km-z]{24}$`));
  const response = await fetch(address);
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "application/x-scan",
    "content-length": "300000",
    "content-disposition": "attachment; filename=\"scan.bin\"; filename*=UTF-8''scan.bin",
    "content-security-policy": "sandbox",
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.compare(Buffer.from(await response.arrayBuffer()), Buffer.from(content))).toBe(0);
});

test("a payroll document of DATEV is a PDF that is downloaded without a key", async () => {
  const server = await serve();
  const { json } = await server.ask<{ results: { id: string; tool: string }[] }>("GET /_mock/integrations");
  const headers = { "x-integration-id": json.results.find(({ tool }) => tool === "datev")?.id ?? "" };
  const body = { accounting_month: "2025-12-01", document_type: "LOJO", employee_id: null };
  const answer = await server.ask<{ data: { data_url: string } }>("POST /v1/custom/datev/download-document", {
    headers,
    body,
  });
  const { data_url } = answer.json.data;
  expect(data_url.startsWith(`${server.url}/_mock/files/`)).toBe(true);
  const file = await fetch(data_url);
  expect([file.status, file.headers.get("content-type")]).toEqual([200, "application/pdf"]);
  expect(file.headers.get("content-disposition")).toContain("LOJO_2025-12_company.pdf");
  expect(await file.text()).toMatch(/^%PDF-1\.4\n.*%%EOF\n$/s);
  const kept = await server.ask<{ results: unknown[] }>("GET /_mock/records/custom.datev-documents");
  expect(kept.json.results).toMatchObject([{ document_type: "LOJO", employee_id: null }]);
});

test("a file of another key's environment is found there only", async () => {
  const server = await serve();
  await server.ask("GET /v1/check-api-key", { key: "ks_dev_first" });
  const address = await attached(server, "ks_dev_second");
  expect((await fetch(address)).status).toBe(200);
  expect((await fetch(address.replace(/\?.*$/, ""))).status).toBe(404);
});
