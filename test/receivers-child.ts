/**
 * Whoever is sent something by the wire, in a process of their own: each host is a receiver, and the first step of its path says
 * how it behaves. Says its port in a line; `/counts` answers how much came, `/came` what, `/forget` forgets it.
 */
import { createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Came } from "./receivers.ts";

let came: Came[] = [];
let asked = 0;
let hanging = 0;

const server = createServer((request, response) => {
  const url = new URL(request.url ?? "/", `http://${request.headers.host}`);
  if (url.pathname === "/counts") response.end(JSON.stringify({ came: came.length, asked, hanging }));
  else if (url.pathname === "/came") response.end(JSON.stringify(came));
  else if (url.pathname === "/forget") {
    [came, asked, hanging] = [[], 0, 0];
    response.end();
  } else if (request.method === "GET") confirm(url, response);
  else take(url, request, response);
});
server.listen(0, "127.0.0.1", () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`)); // no pipe
process.once("disconnect", () => process.exit());

/** One that lies says yes to what it never asked for, in other words than it was told. */
function confirm(url: URL, response: ServerResponse): void {
  asked += 1;
  response.end(url.pathname === "/lies" ? "yes, I mean it" : url.searchParams.get("hub.challenge"));
}

function take(url: URL, request: IncomingMessage, response: ServerResponse): void {
  if (url.pathname === "/hangs") {
    hanging += 1;
    request.resume();
    return;
  }
  const pieces: Buffer[] = [];
  request.on("data", (piece: Buffer) => pieces.push(piece));
  request.on("end", () => {
    const body = Buffer.concat(pieces);
    const { headers } = request;
    // Each WebSub subscriber's secret is its name.
    const signature = createHmac("sha256", url.hostname).update(body).digest("hex");
    came.push({
      host: url.hostname,
      at: Date.now(),
      isSigned: headers["x-hub-signature"] === `sha256=${signature}`,
      newest: /<item>.*?<title>(.*?)<\/title>/su.exec(body.toString())?.[1] ?? "",
      id: String(headers["webhook-id"] ?? ""),
    });
    response.writeHead(204).end();
  });
}
