import { HttpResponse } from "msw";
import { setupServer } from "msw/node";
import { createMock, KomboError, komboHttp } from "../src/index.ts";

const handler = komboHttp.get("/hris/absences", async ({ original, query }) => {
  const page = await original();
  for (const absence of page.data.results) absence.employee_note = null;
  // @ts-expect-error a field that an absence does not have
  page.data.results[0]?.employe_note;
  // @ts-expect-error a field that may not be null
  for (const absence of page.data.results) absence.employee_id = null;
  // @ts-expect-error a parameter that the operation does not have
  query.employe_id;
  return page;
});

setupServer().use(handler);
createMock().use(handler);

komboHttp.patch("/hris/skills/{skill_id}", async ({ original, params, body }) => {
  const { skill_id }: { skill_id: string } = params;
  // @ts-expect-error a parameter that the path does not have
  params.id;
  // @ts-expect-error a key that the body does not have
  body.title;
  const answer = await original();
  return { ...answer, data: { ...answer.data, name: `${skill_id} ${body.name}` } };
});

komboHttp.post("/hris/skills", () => komboHttp.error("REMOTE.SERVICE_UNAVAILABLE", "Down."), { once: true });
komboHttp.post("/hris/skills", () => komboHttp.error(null, "Nobody knows.", { status: 500 }));
komboHttp.get("/check-api-key", () => komboHttp.unchecked(HttpResponse.text("<html>", { status: 502 })));

// @ts-expect-error a path that does not exist
komboHttp.get("/hris/absence", ({ original }) => original());

// @ts-expect-error a path with MSW's parameters in place of the document's
komboHttp.patch("/hris/skills/:skill_id", ({ original }) => original());

// @ts-expect-error a path that has no such method
komboHttp.put("/hris/absences", ({ original }) => original());

// @ts-expect-error a code of another family
komboHttp.get("/hris/absences", () => komboHttp.error("ATS.JOB_CLOSED", "Closed."));

// @ts-expect-error a code of a family, of an operation that has only the general ones
komboHttp.get("/check-api-key", () => komboHttp.error("INTEGRATION.INACTIVE", "Switched off."));

// @ts-expect-error an error whose code the compiler does not know
komboHttp.get("/hris/absences", () => new KomboError("HRIS.EMPLOYEE_ALREADY_EXISTS", "There."));

// @ts-expect-error a code that does not exist
komboHttp.error("HRIS.NO_SUCH_CODE", "None.");

// @ts-expect-error no code, and no status
komboHttp.error(null, "Nobody knows.");

// @ts-expect-error nothing is returned
komboHttp.get("/hris/absences", async ({ original }) => {
  await original();
});

// @ts-expect-error a response that nobody judges, without saying so
komboHttp.get("/hris/absences", () => HttpResponse.json({}));

// @ts-expect-error the data without its envelope
komboHttp.get("/hris/absences", async ({ original }) => (await original()).data);

komboHttp.get("/hris/absences", async ({ query }) => ({
  status: "success",
  data: { results: [], next: query.cursor ?? null },
}));

// @ts-expect-error a page that lacks a field
komboHttp.get("/hris/absences", () => ({ status: "success", data: { results: [] } }));

// @ts-expect-error the answer of another operation
komboHttp.get("/hris/absences", () => ({ status: "success", data: { id: "1" } }));
