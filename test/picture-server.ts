/** A server of pictures on this machine, and a network in which every `.example` leads to it and nothing else is public. */
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Network } from "#outside/fetch.ts";

export type PictureAnswer = Uint8Array | number | ((response: ServerResponse) => void);

export type PictureServer = Disposable & {
  readonly network: Network;
  /** The address of a path at a host of that network. */
  readonly at: (path: string, host?: string) => string;
  /** What it answers, by path: bytes, a status, or whatever is done with the response; 404 for all others. */
  readonly answers: Map<string, PictureAnswer>;
  /** The paths it was asked for. */
  readonly asked: string[];
};

export async function pictureServer(answers: Readonly<Record<string, PictureAnswer>>): Promise<PictureServer> {
  const known = new Map(Object.entries(answers));
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push(path);
    const answer = known.get(path) ?? 404;
    if (typeof answer === "function") answer(response);
    else if (typeof answer === "number") response.writeHead(answer).end();
    else response.end(answer);
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    network: {
      resolve: async (host) => (host.endsWith(".example") ? ["127.0.0.1"] : []),
      isPublic: (_, asked) => asked === String(port),
      isUsualPort: () => true,
    },
    at: (path, host = "media.example") => `http://${host}:${port}${path}`,
    answers: known,
    asked,
    [Symbol.dispose]: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
