import { authenticate } from "../request/authenticate.ts";
import type { Route } from "./routes.ts";

/** The control calls about an environment as a whole, by method and path below `/_mock`. */
export const environmentRoutes: Readonly<Record<string, Route>> = {
  "POST /snapshots": ({ control }) => ({ id: control().snapshot().id }),
  "POST /snapshots/{id}/restore": ({ control, path }) => {
    control().restore(path["id"] ?? "");
    return {};
  },
  "POST /fork"({ desk, environment, request }) {
    const authorization = request.header("authorization");
    const key = authorization ? authenticate(authorization, desk.keyPolicy) : desk.apiKey;
    const { environment: made, key: api_key } = desk.environments.fork(environment(), key);
    return { name: made.name, api_key };
  },
};
