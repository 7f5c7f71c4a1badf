import type { Choices } from "../choices.ts";
import { instantBefore } from "../instants.ts";

/** The trait of a record that was found to be gone a few days before the world's date. */
export const deleted = {
  fields: {
    changed_at: (context: Choices & { readonly input: { readonly date: string } }) =>
      instantBefore(context, context.input.date, { minDays: 1, maxDays: 10 }),
    remote_deleted_at: ({ get }: { readonly get: (field: "changed_at") => string }) => get("changed_at"),
  },
};
