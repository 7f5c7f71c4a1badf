export { ListenError } from "./listen.ts";
export { requestLog } from "./request-log.ts";
export {
  type MockServer,
  type ServedRequest,
  type ServerOptions,
  startServer,
} from "./server.ts";
export { defineConfig, type KomboMockConfig } from "./settings/define-config.ts";
