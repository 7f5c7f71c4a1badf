export { requestLog } from "./request-log.ts";
export {
  ListenError,
  type MockServer,
  type ServedRequest,
  type ServerOptions,
  startServer,
} from "./server.ts";
