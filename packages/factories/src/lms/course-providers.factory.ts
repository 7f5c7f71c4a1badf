import { defineFactory } from "../define-factory.ts";

const inputs = {};

/** Who offers courses, the small world's first. */
export const providerNames = [
  "House Academy",
  "Brightpath Learning",
  "Lindenhof Akademie",
  "Atelier du Savoir",
  "Northlight Training",
  "Werkstatt Weiterbildung",
  "Open Harbour Courses",
  "Kade Opleidingen",
] as const;

/** Builds somebody who offers courses. */
export const lmsCourseProviderFactory = defineFactory("LmsCourseProvider")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    name: ({ pick }) => pick<string>(providerNames),
  },
});
