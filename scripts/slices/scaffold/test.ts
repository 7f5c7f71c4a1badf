import { type SliceNames, wordsOf } from "../names.ts";

const categories: Readonly<Record<string, string>> = {
  hris: "HRIS",
  ats: "ATS",
  assessment: "ASSESSMENT",
  lms: "LMS",
};

/** A test that the list operation answers records as the document has them. */
export function testScaffold(
  names: SliceNames,
  list: { readonly name: string; readonly path: string },
): string {
  const category = categories[names.domain] ?? "HRIS";
  const base = "https://api.kombo.dev/v1";
  const url = list.path.includes("{integration_id}")
    ? `\`${base}${list.path.replace("{integration_id}", () => `\${integrationId}`)}\``
    : `"${base}${list.path}"`;
  return `import { checkAnswer } from "@kombo-mock/contract";
import { createMock } from "@kombo-mock/msw";
import { expect, test } from "vitest";

test("${wordsOf(names.stem)} are listed as the document describes them", async () => {
  const mock = createMock({ clock: "frozen", checkAnswer });
  const [integration] = (await mock.integrations.list()).filter(({ category }) => category === "${category}");
  const integrationId = integration?.id ?? "";
  const answer = await mock.fetch(${url}, {
    headers: { authorization: "Bearer ks_dev_mock", "x-integration-id": integrationId },
  });
  expect(answer.status).toBe(200);
  const { data } = (await answer.json()) as { data: { results: readonly { id: string }[] } };
  expect(data.results.length).toBeGreaterThan(0);
  expect(await mock.requests("${list.name}")).toHaveLength(1);
  expect((await mock.contract()).filter(({ violation }) => violation.blame === "provider")).toEqual([]);
});
`;
}
