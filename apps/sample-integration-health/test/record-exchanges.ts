/** An exchange as the client saw it, in plain values that a child process can send. */
export interface RecordedExchange {
  readonly request: { method: string; url: string; headers: Record<string, string>; body: string };
  readonly answer: { status: number; headers: Record<string, string>; body: string };
}

/** Makes a fetch function that tells of every exchange, beside doing what fetch does. */
export function recordingFetch(
  send: typeof fetch,
  record: (exchange: RecordedExchange) => void,
): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init);
    const sent = request.clone();
    const response = await send(request);
    const { method, url, headers } = sent;
    record({
      request: { method, url, headers: Object.fromEntries(headers), body: await sent.text() },
      answer: {
        status: response.status,
        headers: Object.fromEntries(response.headers),
        body: await response.clone().text(),
      },
    });
    return response;
  };
}
