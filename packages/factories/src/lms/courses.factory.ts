import { deleted } from "../ats/deleted.ts";
import { someTimeAfter } from "../ats/timeline.ts";
import { defineFactory } from "../define-factory.ts";
import { instantBefore } from "../instants.ts";
import { lmsCourseProviderFactory } from "./course-providers.factory.ts";
import { lmsCourseRevisionFactory } from "./course-revisions.factory.ts";

const inputs = {
  /** The world's date, `yyyy-MM-dd`. */
  date: "2026-01-15",
};

/** Builds a course with one revision, which somebody offers. */
export const lmsCourseFactory = defineFactory("LmsCourse")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    provider_id: ({ id }): string | null => id(),
    origin_id: (): string | null => null,
    remote_created_at: (context) =>
      instantBefore(context, context.input.date, { minDays: 200, maxDays: 1_000 }),
    remote_deleted_at: () => null,
    changed_at: (context) => someTimeAfter(context, context.get("remote_created_at"), context.input.date),
    remote_data: () => null,
    custom_fields: () => null,
    integration_fields: () => [],
    provider({ get, seed, key }) {
      const id = get("provider_id");
      return id === null ? null : lmsCourseProviderFactory.seed(seed).key(`${key}/provider`).build({ id });
    },
    revisions({ get, input, seed, key }) {
      const created = get("remote_created_at");
      const factory = lmsCourseRevisionFactory.seed(seed).key(`${key}/revisions/1`);
      return [factory.input({ date: input.date, from: created }).build({ course_id: get("id") })];
    },
  },
  traits: {
    upserted: { fields: { origin_id: ({ integer }) => `course-${integer(100, 999)}` } },
    withoutProvider: { fields: { provider_id: () => null } },
    withoutRevisions: { fields: { revisions: () => [] } },
    deleted,
  },
});
