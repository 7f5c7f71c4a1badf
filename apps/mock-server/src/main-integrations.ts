import { type MockCore, mainIntegration } from "@kombo-mock/msw/core";

/** The integration of each category that programs are shown first. */
export async function mainIntegrations(
  mock: Pick<MockCore, "snapshot">,
  seed: number,
): Promise<readonly { readonly category: string; readonly id: string }[]> {
  const { root } = await mock.snapshot();
  return (["HRIS", "ATS", "ASSESSMENT", "LMS"] as const).flatMap((category) => {
    const main = mainIntegration(root, category, seed);
    return main ? [{ category, id: main.id }] : [];
  });
}
