import { createMock } from "@kombo-mock/msw";
const mock = createMock({ clock: "frozen", webhooks: { throttleMs: 0 } , syncHours: 0});
const ints = await mock.integrations.list();
const idOf = (c: string) => ints.find((o) => o.category === c)?.id ?? "";
const h = { integration_id: idOf("HRIS") }, a = { integration_id: idOf("ATS") };
const show = async (what: string) => { await mock.settle({flush:true}); const e = await mock.webhooks.all("data-changed"); console.log(what, e.slice(-1).map(x=>x.data.changed_models.map(m=>m.name).join()), e.length); await mock.clock.advance("PT1H"); };
for (const c of ["hris.employees","hris.employments","hris.legal-entities","hris.locations","hris.groups","hris.time-off-balances","hris.absences","hris.absence-types"]) { await mock.create(c as never, {} as never, h); await show(c); }
for (const c of ["ats.jobs","ats.job-postings","ats.screening-questions","ats.application-stages","ats.users","ats.applications","ats.candidates","ats.tags","ats.interviews","ats.offers"]) { try { await mock.create(c as never, {} as never, a); await show(c);} catch(e) {console.log(c, String(e).slice(0,200))} }
const [emp] = await mock.find("hris.employees", undefined, h); console.log(Object.keys(emp!).join());
const [job] = await mock.find("ats.jobs", undefined, a); console.log(Object.keys(job!).join());
const [c] = await mock.find("ats.candidates", undefined, a); console.log(Object.keys(c!).join());
const [i] = await mock.find("ats.interviews", undefined, a); console.log(Object.keys(i!).join());
const [app] = await mock.find("ats.applications", undefined, a); console.log(Object.keys(app!).join());
