import { base58Id } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { type Company, isPaged, lists, openCompany } from "./company.ts";
import { randomWrite, type Write } from "./random-writes.ts";

const since = "2026-01-15T10:00:00.000Z";

/** What every list of HRIS answers, byte for byte: whole, in pages, with deleted records and with what changed. */
async function bytes(company: Company): Promise<Readonly<Record<string, string>>> {
  const answers: Record<string, string> = {};
  for (const list of lists) {
    const queries = isPaged(list)
      ? [
          { page_size: 250 },
          { page_size: 3 },
          { page_size: 250, include_deleted: true },
          { page_size: 250, updated_after: since },
        ]
      : [{}];
    for (const query of queries) {
      answers[`${list.path} ${JSON.stringify(query)}`] = (await company.get(list.path, query)).text;
    }
  }
  return answers;
}

const unchecked = { checkAnswer: undefined as never };

/** The names of the answers that differ, since whole answers are too long to look at. */
function differing(one: Readonly<Record<string, string>>, other: Readonly<Record<string, string>>): string[] {
  return Object.keys(one).filter((name) => withoutLog(one[name]) !== withoutLog(other[name]));
}

/** Errors lead to their exchange in the journal, and who asked more often has more of them. */
const withoutLog = (text = "") => text.replace(/"log_url":"[^"]*"/, "");

test.each([1, 2])(
  "lists are the same bytes whether or not they were read before each write (%i)",
  { timeout: 60_000 },
  async (seed) => {
    const warm = openCompany(unchecked);
    const writes: Write[] = [];
    for (let step = 0; step < 40; step++) {
      const write = await randomWrite(warm, seed, step);
      writes.push(write);
      await write.to(warm);
      for (const { path } of lists) await warm.get(path, { page_size: 100 + (step % 2) });
      if (step % 20 !== 19) continue;
      const fresh = openCompany(unchecked);
      for (const again of writes) await again.to(fresh);
      const what = writes.map((one) => one.what).join("\n");
      expect(differing(await bytes(warm), await bytes(fresh)), what).toEqual([]);
    }
  },
);

test("two mocks with the same seed give the same bytes, with another seed others", async () => {
  const [one, two, other] = [
    openCompany(unchecked),
    openCompany(unchecked),
    openCompany({ ...unchecked, seed: 2 }),
  ];
  const first = await bytes(one);
  expect(differing(first, await bytes(two))).toEqual([]);
  expect(differing(first, await bytes(other)).length).toBeGreaterThan(30);
});

test("the same list asked for twice is the same bytes, and another page between changes nothing", async () => {
  const company = openCompany(unchecked);
  const first = await bytes(company);
  expect(differing(first, await bytes(company))).toEqual([]);
});

// A changed value of an existing record raises the world's `generation`; `vitest -u` then writes the table anew.
test("the small company's lists are the bytes that they always were", async () => {
  const company = openCompany(unchecked);
  const golden: Record<string, string> = {};
  for (const { path } of lists) golden[path] = base58Id((await company.get(path, { page_size: 250 })).text);
  await expect(`${JSON.stringify(golden, null, 2)}\n`).toMatchFileSnapshot("./small.golden.json");
});
