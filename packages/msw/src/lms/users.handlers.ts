import { list } from "../request/behaviours.ts";
import { oneOfIgnoringCase } from "../request/filters.ts";

/** The people who have an account in the learning system. */
export const listUsers = list("GET /lms/users", {
  filters: { work_emails: oneOfIgnoringCase("work_email") },
});
