/** Assertions about what a mock received, for any test framework or none. */
export { assertReceived, type ExpectedRequest, type Journalled } from "./assertions/received.ts";
