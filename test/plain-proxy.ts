/**
 * A plain proxy before several servers: each request to the next one in turn that is not known to be down. What only asks
 * is asked of another where one does not answer in time; what posts is sent once, and answered 502 where nobody says.
 */
export type PlainProxy = { readonly address: string; readonly stop: () => Promise<void> };

// Longer than a busy machine takes for a page, so that only who is gone or frozen is passed over.
const WAITED_MS = 3_000;
const ROUNDS = 3;
const DOWN_FOR_MS = 500;

export function plainProxy(nodes: readonly (() => string)[]): PlainProxy {
  const downUntil = nodes.map(() => 0);
  let turn = 0;

  function inTurn(): number[] {
    turn += 1;
    const all = nodes.map((_, at) => (turn + at) % nodes.length);
    const up = all.filter((at) => (downUntil[at] ?? 0) < performance.now());
    return up.length > 0 ? up : all;
  }

  const server = Bun.serve({
    port: 0,
    hostname: "127.0.0.1",
    idleTimeout: 60,
    async fetch(request) {
      const { pathname, search } = new URL(request.url);
      const body = request.method === "POST" ? await request.bytes() : undefined;
      for (const at of Array.from({ length: ROUNDS }, inTurn).flat()) {
        try {
          const answer = await fetch(`${nodes[at]?.()}${pathname}${search}`, {
            method: request.method,
            headers: request.headers,
            redirect: "manual",
            decompress: false,
            ...(body ? { body } : { signal: AbortSignal.timeout(WAITED_MS) }),
          });
          return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers });
        } catch (cause) {
          downUntil[at] = performance.now() + DOWN_FOR_MS;
          const isRefused = cause instanceof Error && "code" in cause && cause.code === "ConnectionRefused";
          if (body && !isRefused) break;
        }
      }
      return new Response("nobody answers\n", { status: 502 });
    },
  });
  return { address: `http://127.0.0.1:${server.port}`, stop: () => server.stop(true) };
}
