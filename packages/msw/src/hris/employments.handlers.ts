import { list } from "../request/behaviours.ts";

/** The contract periods of all employees. */
export const listEmployments = list("GET /hris/employments");
