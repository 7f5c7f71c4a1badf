import type { Call, Route } from "./routes.ts";

const results = (list: readonly unknown[]) => ({ results: list, next: null });

const which = ({ request }: Call) => Object.fromEntries(new URLSearchParams(request.search));

/** Control calls about faults and stubs. */
export const faultRoutes: Readonly<Record<string, Route>> = {
  "POST /faults": ({ control, body }) => control().addFault(body()),
  "GET /faults": (call) => results(call.control().listFaults(which(call))),
  "DELETE /faults": (call) => {
    call.control().removeFaults(which(call));
    return {};
  },
  "POST /stubs": ({ control, body }) => control().addStub(body()),
  "GET /stubs": (call) => results(call.control().listStubs(which(call))),
  "DELETE /stubs": (call) => {
    call.control().removeStubs(which(call));
    return {};
  },
};
