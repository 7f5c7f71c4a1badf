import { expect, test } from "vitest";
import { formats } from "../scripts/formats.ts";

test.each([
  { given: "2024-02-29T00:00:00Z", want: true },
  { given: "2023-02-29T00:00:00Z", want: false },
  { given: "2000-02-29T00:00:00Z", want: true },
  { given: "1900-02-29T00:00:00Z", want: false },
  { given: "2024-02-30T00:00:00Z", want: false },
  { given: "2026-04-30T23:59:59Z", want: true },
  { given: "2026-04-31T23:59:59Z", want: false },
  { given: "2026-01-31T09:30:00.000Z", want: true },
  { given: "2026-01-31T09:30:00.123456789Z", want: true },
  { given: "2026-01-31T09:30:00+02:00", want: true },
  { given: "2026-01-31T09:30:00-11:30", want: true },
  { given: "2026-01-31T09:30:00+24:00", want: false },
  { given: "2026-01-31T09:30:00+0200", want: false },
  { given: "2026-01-31T09:30:00", want: false },
  { given: "2026-01-31T09:30:0002:00", want: false },
  { given: "2026-01-31 09:30:00Z", want: false },
  { given: "2026-01-31T09:30Z", want: false },
  { given: "2026-01-31T24:00:00Z", want: false },
  { given: "2026-01-31T09:60:00Z", want: false },
  { given: "2026-13-01T00:00:00Z", want: false },
  { given: "2026-00-10T00:00:00Z", want: false },
  { given: "2026-01-31", want: false },
  { given: "2026-01-31T09:30:00Z\n", want: false },
  { given: "", want: false },
])("date-time $given: $want", ({ given, want }) => {
  expect(formats["date-time"].test(given)).toBe(want);
});

test.each([
  { given: "2024-02-29", want: true },
  { given: "2023-02-29", want: false },
  { given: "2026-1-31", want: false },
  { given: "2026-01-31T00:00:00Z", want: false },
])("date $given: $want", ({ given, want }) => {
  expect(formats.date.test(given)).toBe(want);
});

test.each([
  { given: "09:30:00", want: true },
  { given: "23:59:59.999", want: true },
  { given: "24:00:00", want: false },
  { given: "09:30", want: false },
])("time $given: $want", ({ given, want }) => {
  expect(formats.time.test(given)).toBe(want);
});

test.each([
  { given: "mara.lindqvist@harbor-foods.example.com", want: true },
  { given: "o'neill+hr@example.com", want: true },
  { given: "UPPER@EXAMPLE.COM", want: true },
  { given: "jörg@example.com", want: true },
  { given: "mara@example", want: false },
  { given: "mara", want: false },
  { given: "@example.com", want: false },
  { given: "mara@", want: false },
  { given: "mara@@example.com", want: false },
  { given: "mara lindqvist@example.com", want: false },
  { given: "mara@-example.com", want: false },
  { given: "mara@example..com", want: false },
  { given: "Mara <mara@example.com>", want: false },
  { given: "", want: false },
])("email $given: $want", ({ given, want }) => {
  expect(formats.email.test(given)).toBe(want);
});

test.each([
  { given: "https://example.com/logo.svg?size=2#top", want: true },
  { given: "http://127.0.0.1:4747/v1", want: true },
  { given: "data:image/svg+xml;base64,PHN2Zy8+", want: true },
  { given: "urn:example:1", want: true },
  { given: "/logo.svg", want: false },
  { given: "logo.svg", want: false },
  { given: "//example.com/logo.svg", want: false },
  { given: "https:", want: false },
  { given: "https://example.com/a b", want: false },
  { given: "1https://example.com", want: false },
  { given: "", want: false },
])("uri $given: $want", ({ given, want }) => {
  expect(formats.uri.test(given)).toBe(want);
});
