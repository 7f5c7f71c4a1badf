import { create, list } from "../request/behaviours.ts";

/** The career sites of the environment. */
export const listCareerSites = list("GET /ai-apply/career-sites");

/** Adds a career site, whether or not there is one of that name. */
export const createCareerSite = create("POST /ai-apply/career-sites", ({ body }) => ({ label: body.label }));
