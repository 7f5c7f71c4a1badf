import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { blankRecord } from "../request/records.ts";
import type { Change } from "../state/change.ts";
import { isPresent } from "../state/presence.ts";
import type { UpsertChoices } from "./course-upserts.ts";

const courses = "lms.courses";
const revisions = "lms.course-revisions";

type Course = Entity<"LmsCourseUpsert">["course"];

/** Adds and updates courses of one integration, as its tool would. */
export class CourseWriter {
  readonly #change: Change;
  readonly #integrationId: string;
  readonly #tool: string;

  constructor(change: Change, integrationId: string, tool: string) {
    this.#change = change;
    this.#integrationId = integrationId;
    this.#tool = tool;
  }

  /** The course that was added with an id of the customer's before, and that the tool still has. */
  withOriginId(originId: string): StoredRecord | undefined {
    return this.#change.view(this.#integrationId, courses).withValue("origin_id", originId).find(isPresent);
  }

  /** Adds a course with one revision; answers its id. */
  add(originId: string, course: Course): string {
    const id = this.#insert(courses, { origin_id: originId });
    this.#addRevision(id, course);
    return id;
  }

  /** Changes a course, whose values stand on its newest revision; answers its id. */
  update({ id }: StoredRecord, course: Course, choices: UpsertChoices): string {
    const known = this.#change
      .view(this.#integrationId, revisions)
      .withValue("course_id", id)
      .filter(isPresent);
    const newest = known.at(-1);
    if (!newest) this.#addRevision(id, course);
    else if (choices.revision === "new") {
      for (const one of known) this.#patch(one.id, { status: "INACTIVE" });
      this.#addRevision(id, course);
    } else {
      this.#patch(newest.id, {
        title: course.title,
        ...(course.description === undefined ? {} : { description: course.description }),
        ...(choices.deactivated === "activate" ? { status: "ACTIVE" } : {}),
      });
    }
    return id;
  }

  #addRevision(courseId: string, { title, description = null }: Course): void {
    this.#insert(revisions, { course_id: courseId, title, description, status: "ACTIVE", skill_links: [] });
  }

  #insert(collection: string, values: Readonly<Record<string, unknown>>): string {
    const integrationId = this.#integrationId;
    const remoteId = this.#change.newRemoteId(integrationId, collection);
    const page =
      collection === revisions ? { remote_url: `https://${this.#tool}.example.com/learn/${remoteId}` } : {};
    const source = {
      now: this.#change.now,
      view: (name: string) => this.#change.view(integrationId, name),
    };
    return this.#change.insert(
      { integrationId, collection, remoteId },
      blankRecord(source, collection, { remote_id: remoteId, ...page, ...values }),
    );
  }

  #patch(id: string, values: Readonly<Record<string, unknown>>): void {
    this.#change.patch({ integrationId: this.#integrationId, collection: revisions, id }, values);
  }
}
