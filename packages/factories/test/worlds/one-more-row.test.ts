import type { CollectionRecipe, SkeletonRow } from "@kombo-mock/factories/worlds";
import { expect, test } from "vitest";
import { categories, filled, partitionOf, recipes, recordsIn, recordWith } from "./partitions.ts";

/** What may move when a collection has a record more or less: what is chosen from it, or is part of one story with it. */
const mayMove: Readonly<Record<string, readonly string[]>> = {
  "hris.locations": ["hris.staffing-entities location_links"],
  "hris.legal-entities": ["hris.staffing-entities legal_entity_links"],
  "hris.groups": ["hris.staffing-entities group_links"],
  "hris.employees": ["hris.performance-reviews reviewer_id"],
  // The history of one employee, whose steps follow each other.
  "hris.employments": ["job_title", "pay_rate", "effective_date"].map((field) => `hris.employments ${field}`),
  "hris.skills": ["hris.staffing-entities skill_links"],
  "ats.users": ["ats.jobs hiring_team_links", "ats.interviews user_links", "ats.notes author_id"],
  "ats.application-stages": ["ats.jobs stage_links"],
  "ats.screening-questions": ["ats.applications screening_question_answers"],
  "ats.tags": ["ats.candidates tag_links"],
  "ats.rejection-reasons": ["ats.applications rejection_reason_name"],
  // A candidate is as old as the first application, and rounds of interviews of one application follow each other.
  "ats.candidates": stampsOf("ats.notes"),
  "ats.applications": stampsOf("ats.candidates"),
  "ats.interviews": [...stampsOf("ats.interviews"), "ats.interviews starting_at", "ats.interviews ending_at"],
  "assessment.packages": ["assessment.orders package_id"],
  "lms.skills": ["lms.course-revisions skill_links"],
  // Nobody is enrolled before there are both the user and the revision.
  "lms.users": stampsOfProgressions(),
  "lms.course-revisions": stampsOfProgressions(),
};

function stampsOfProgressions(): string[] {
  return ["enrolled_at", "completed_at", "changed_at"].map((stamp) => `lms.course-progressions ${stamp}`);
}

function stampsOf(collection: string): string[] {
  return ["remote_created_at", "remote_updated_at", "changed_at"].map((stamp) => `${collection} ${stamp}`);
}

type Change = (rows: readonly SkeletonRow[]) => readonly SkeletonRow[];

const changes: Readonly<Record<string, Change>> = {
  "one more": (rows) => {
    const model = rows.find(({ cast }) => cast === undefined) ?? rows[0];
    if (!model) return rows;
    const { cast: _, ...row } = model;
    return [...rows, { ...row, remoteId: "9999" }];
  },
  "one less": (rows) => rows.slice(0, -1),
};

/** The recipes with one whose rows are changed in the layer that has most of them. */
function changedRecipes(recipe: CollectionRecipe, change: Change): ReadonlyMap<string, CollectionRecipe> {
  const layer = recipe.name.startsWith("general.") ? "base" : "small";
  return new Map(recipes).set(recipe.name, {
    ...recipe,
    rows: (source) => (source.layer === layer ? change([...recipe.rows(source)]) : recipe.rows(source)),
  });
}

const cases = categories.flatMap((category) =>
  filled(partitionOf({ category })).flatMap(({ recipe }) =>
    Object.entries(changes).map(([what, change]) => ({ what, category, recipe, name: recipe.name, change })),
  ),
);

test.each(cases)(
  "$category: $what in $name moves only what chooses from it",
  ({ category, recipe, change }) => {
    const changed = partitionOf({ category, changed: changedRecipes(recipe, change) });
    const before = filled(partitionOf({ category }));
    expect(changed.collection(recipe.name).size).not.toBe(
      partitionOf({ category }).collection(recipe.name).size,
    );
    const moved = before.flatMap((collection) =>
      recordsIn(collection).flatMap((record) => {
        const now = recordWith(changed.collection(collection.recipe.name), record.id);
        if (!now) return [];
        return Object.keys(record)
          .filter((field) => JSON.stringify(now[field]) !== JSON.stringify(record[field]))
          .map((field) => `${collection.recipe.name} ${field}`);
      }),
    );
    const allowed = mayMove[recipe.name] ?? [];
    expect(moved.filter((field) => !allowed.includes(field))).toEqual([]);
    const records = before.reduce((sum, { size }) => sum + size, 0);
    expect(moved.length).toBeLessThan(records / 5);
  },
);
