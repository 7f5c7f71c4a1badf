import { checkExchange, type Violation } from "@kombo-mock/contract";

/** Sends a request and answers it. */
export type Send = (request: Request) => Promise<Response>;

/** Makes a fetch function that tells what is wrong with each exchange, beside doing what fetch does. */
export function judgingFetch(send: Send, report: (violations: readonly Violation[]) => void): Send {
  return async (request) => {
    const { method, url, headers } = request;
    const sent = request.clone();
    const response = await send(request);
    report(
      checkExchange({
        request: { method, url, headers, body: await sent.text() },
        answer: {
          status: response.status,
          headers: response.headers,
          body: await response.clone().text(),
        },
      }),
    );
    return response;
  };
}
