import { recordingFetch } from "./record-exchanges.ts";

// Loaded before a program that is started as a child, so that the parent learns of every exchange it makes.
globalThis.fetch = recordingFetch(globalThis.fetch, (exchange) => process.send?.(exchange));
