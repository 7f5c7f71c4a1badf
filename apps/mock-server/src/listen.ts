import type { Server } from "node:http";

/** Why a server could not start to listen. */
export class ListenError extends Error {
  override name = "ListenError";
}

/** Starts to listen and answers the server's address, such as `http://127.0.0.1:4747`. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new ListenError(listenFault(error, port, host))),
    );
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  const isEverywhere = host === "0.0.0.0" || host === "::";
  return `http://${isEverywhere ? "127.0.0.1" : inUrl(host)}:${typeof address === "object" ? address?.port : port}`;
}

/** An address as URLs hold it: one of IPv6 in brackets. */
export function inUrl(host: string): string {
  return host.includes(":") ? `[${host}]` : host;
}

function listenFault(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken. Take another with --port, a free one with --port 0, or stop what listens there.`;
  }
  if (error.code === "EACCES")
    return `Port ${port} needs more rights than this user has. Take one above 1023 with --port.`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return `"${host}" is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all, with --host.`;
  }
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}
