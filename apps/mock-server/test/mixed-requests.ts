import { example, type TestServer } from "./serve.ts";

const workday = "workday:Grqz8gkPjubvRMUAU8oX93Lx";

type Ask = Pick<TestServer, "ask">["ask"];

/** Calls every operation at least once, and most in a way that fails as well. */
export async function askEverything(ask: Ask): Promise<void> {
  const id = `/v1/integrations/${example}`;
  const headers = { "x-integration-id": example };
  const customer = { end_user_email: "ada@example.com", end_user_organization_name: "Acme" };
  const idsAt = async (call: string) => {
    const { json } = await ask<{ data: { results: { id: string; model: string }[] } }>(call);
    return json.data.results;
  };

  await ask("GET /v1/check-api-key");
  await ask("GET /v1/check-api-key", { key: "ks_dev_expired" });
  await ask(`GET ${id}`);
  await ask("GET /v1/integrations/nope");
  for (const category of ["hris", "ats", "assessment", "lms", "crm"]) await ask(`GET /v1/tools/${category}`);

  const [field] = await idsAt(`GET ${id}/integration-fields?page_size=1`);
  await ask(`GET ${id}/integration-fields?page_size=0`);
  await ask(`PATCH ${id}/integration-fields/${field?.id}`, { body: { enable_passthrough: true } });
  await ask(`PATCH ${id}/integration-fields/nope`, { body: { enable_passthrough: "yes" } });
  const [custom] = await idsAt(`GET ${id}/custom-fields`);
  await ask(`GET ${id}/custom-fields?cursor=nope`);
  await ask(`PUT ${id}/custom-fields/${custom?.id}`, { body: { integration_field_id: null } });
  await ask(`PUT ${id}/custom-fields/${custom?.id}`, { body: { integration_field_id: "nope" } });

  await ask("POST /v1/force-sync", { headers, body: { type: "DELTA" } });
  await ask("POST /v1/force-sync", { headers });
  await ask("POST /v1/force-sync", { body: {} });
  const call = { method: "GET", path: "/me", params: { a: "1" } };
  await ask("POST /v1/passthrough/factorial/api", { headers, body: call });
  await ask("POST /v1/passthrough/factorial/api", { headers, body: { ...call, response_as_base64: true } });
  await ask("POST /v1/passthrough/personio/api", { headers, body: call });
  const value = { name: "cv.pdf", data_url: "https://files.example.com/cv.pdf" };
  const multipart_form_data = [{ name: "file", value }];
  await ask("POST /v1/passthrough/factorial/api", { headers, body: { ...call, multipart_form_data } });

  const link = await ask<{ data: { link: string } }>("POST /v1/connect/create-link", { body: customer });
  await ask("POST /v1/connect/create-link", { body: { ...customer, end_user_email: 7 } });
  const followed = `POST ${new URL(link.json.data.link).pathname}`;
  await ask(followed, { body: { outcome: "fail" } });
  const { json } = await ask<{ token: string; integration_id: string }>(followed);
  await ask(`GET /v1/connect/integration-by-token/${json.token}`);
  await ask("GET /v1/connect/integration-by-token/nope");
  await ask("POST /v1/connect/activate-integration", { body: { token: json.token } });
  await ask("POST /v1/connect/activate-integration", { body: {} });

  await ask(`POST ${id}/relink`, { body: { link_type: "MAGIC_LINK" } });
  await ask(`POST ${id}/setup-link`, { body: { link_type: "EMBEDDED" } });
  await ask(`POST /v1/integrations/${workday}/setup-link`, { body: { link_type: "EMBEDDED" } });
  await ask(`PUT ${id}/enabled`, { body: { value: false } });
  await ask("POST /v1/force-sync", { headers });
  await ask(`PUT ${id}/enabled`, { body: { value: "no" } });
  await ask(`DELETE /v1/integrations/${json.integration_id}`, { body: {} });
  await ask(`DELETE /v1/integrations/${json.integration_id}`, { body: {} });
  await ask("GET /v1/check-api-kye");
}
