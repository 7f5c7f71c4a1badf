import type { MockCore } from "@kombo-mock/msw";

/** Connects a tool as a customer does: the link is asked for, followed, and gives a token to redeem. */
export async function connectFactorial(mock: MockCore): Promise<{ readonly token: string }> {
  const answer = await mock.fetch(`${mock.baseUrl}/connect/create-link`, {
    method: "POST",
    headers: { authorization: "Bearer ks_dev_mock", "content-type": "application/json" },
    body: JSON.stringify({
      end_user_email: "mara.lindqvist@harbor-foods.example.com",
      end_user_organization_name: "Harbor Foods",
      end_user_origin_id: "customer-2048",
      integration_category: "HRIS",
      integration_tool: "factorial",
    }),
  });
  const { data } = (await answer.json()) as { readonly data: { readonly link: string } };
  const { token } = await mock.connect(data.link);
  if (token === null) throw new Error("The connection gave no token.");
  return { token };
}
