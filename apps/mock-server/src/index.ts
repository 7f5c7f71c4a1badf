export { ListenError } from "./listen.ts";
export { requestLog } from "./request-log.ts";
export {
  type MockServer,
  type ServedRequest,
  type ServerOptions,
  startServer,
} from "./server.ts";
