/** A push service on loopback, and the browser that opens what it is given (RFC 8291 from the other side). */
import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Network } from "#outside/fetch.ts";

export type PushService = {
  readonly target: { readonly endpoint: string; readonly p256dh: string; readonly auth: string };
  /** What was sent, opened, with the headers it came with. */
  readonly messages: readonly { readonly text: string; readonly headers: Readonly<Record<string, unknown>> }[];
  /** What the service says from here on. */
  readonly setStatus: (status: number) => void;
  readonly network: Network;
} & AsyncDisposable;

export async function openPushService(): Promise<PushService> {
  const messages: PushService["messages"][number][] = [];
  let status = 201;
  const browser = createECDH("prime256v1");
  browser.generateKeys();
  const auth = Buffer.from("0123456789abcdef");
  const service = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      messages.push({ text: opened(Buffer.concat(parts), browser, auth), headers: request.headers });
      response.writeHead(status, status === 302 ? { location: "/elsewhere" } : {}).end();
    });
  });
  await new Promise<void>((listening) => service.listen(0, "127.0.0.1", () => listening()));
  const { port } = service.address() as AddressInfo; // it listens on a port, so it is no pipe
  return {
    target: {
      endpoint: `http://push.example:${port}/send/1`,
      p256dh: browser.getPublicKey("base64url"),
      auth: auth.toString("base64url"),
    },
    messages,
    setStatus: (now) => {
      status = now;
    },
    network: { resolve: async () => ["127.0.0.1"], isPublic: () => true, isUsualPort: () => true },
    [Symbol.asyncDispose]: () => new Promise((closed) => service.close(() => closed())),
  };
}

function opened(body: Buffer, browser: ReturnType<typeof createECDH>, auth: Buffer): string {
  const [salt, sender] = [body.subarray(0, 16), body.subarray(21, 86)];
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), browser.getPublicKey(), sender]);
  const input = Buffer.from(hkdfSync("sha256", browser.computeSecret(sender), auth, info, 32));
  const part = (words: string, length: number) =>
    Buffer.from(hkdfSync("sha256", input, salt, Buffer.from(words), length));
  const decipher = createDecipheriv(
    "aes-128-gcm",
    part("Content-Encoding: aes128gcm\0", 16),
    part("Content-Encoding: nonce\0", 12),
  );
  decipher.setAuthTag(body.subarray(-16));
  const plain = Buffer.concat([decipher.update(body.subarray(86, -16)), decipher.final()]);
  return plain.subarray(0, -1).toString("utf8");
}
