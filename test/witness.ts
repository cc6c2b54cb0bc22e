/** A witness on loopback, as C2SP tlog-witness says one behaves: it knows logs by their keys and signs only what goes on. */
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readCheckpoint } from "#lib/merkle/checkpoint.ts";
import { checkedBy, readVkey } from "#lib/merkle/note.ts";
import { isConsistent } from "#lib/merkle/tree.ts";

export type TestWitness = {
  readonly url: string;
  readonly vkey: string;
  /** What it was sent, and what it answered with. */
  readonly asked: readonly { readonly old: number; readonly size: number; readonly status: number }[];
  readonly knows: (logKey: string) => void;
  /** It forgets what it signed, as one put back from a backup. */
  readonly forget: () => void;
  /** What becomes of its lines on the way. */
  readonly garble: (change: (line: string) => string) => void;
  /** It answers everybody with this status from here on; with nothing, as it should. */
  readonly failWith: (status: number | undefined) => void;
} & AsyncDisposable;

type Seen = { size: number; root: Uint8Array };

export async function openWitness({ name, at }: { name: string; at: Date }): Promise<TestWitness> {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const bytes = publicKey.export({ format: "der", type: "spki" }).subarray(-32);
  const id = createHash("sha256").update(`${name}\n`).update(Uint8Array.of(4)).update(bytes).digest().subarray(0, 4);
  const logs = new Map<string, string>();
  const seen = new Map<string, Seen>();
  const asked: { old: number; size: number; status: number }[] = [];
  let garble = (line: string) => line;
  let failing: number | undefined;

  const answer = (body: string): { status: number; text: string; type?: string } => {
    const [head = "", checkpointText = ""] = splitOnce(body, "\n\n");
    const [oldLine = "", ...proofLines] = head.split("\n");
    const old = Number(/^old (0|[1-9]\d*)$/.exec(oldLine)?.[1] ?? Number.NaN);
    const checkpoint = readCheckpoint(checkpointText);
    if (Number.isNaN(old) || !checkpoint || proofLines.length > 63) return { status: 400, text: "no request\n" };
    const logKey = logs.get(checkpoint.origin);
    const key = logKey === undefined ? undefined : readVkey(logKey);
    const last = seen.get(checkpoint.origin) ?? { size: 0, root: new Uint8Array() };
    const told = (status: number, text: string, type?: string) => {
      asked.push({ old, size: checkpoint.size, status });
      return { status, text, ...(type !== undefined && { type }) };
    };
    if (failing !== undefined) return told(failing, "out of order\n");
    if (!key) return told(404, "unknown log\n");
    if (checkedBy(checkpoint.note, key) !== "good") return told(403, "not signed\n");
    if (old > checkpoint.size) return told(400, "the old size is above the new one\n");
    if (old !== last.size) return told(409, `${last.size}\n`, "text/x.tlog.size");
    const proof = proofLines.map((line) => Buffer.from(line, "base64"));
    const isSameSize = old === checkpoint.size;
    if (isSameSize && !Buffer.from(last.root).equals(checkpoint.root)) return told(409, `${last.size}\n`);
    if (old === 0 ? proof.length > 0 : !isConsistent({ size: old, root: last.root }, checkpoint, proof))
      return told(422, "not consistent\n");
    seen.set(checkpoint.origin, { size: checkpoint.size, root: checkpoint.root });
    return told(200, garble(cosigned(checkpoint.note.text, { name, id, key: privateKey, at })));
  };
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { status, text, type } =
        request.method === "POST" && request.url === "/w/add-checkpoint"
          ? answer(Buffer.concat(parts).toString())
          : { status: 404, text: "nothing here\n" };
      response.writeHead(status, { "content-type": type ?? "text/plain" }).end(text);
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const { port } = server.address() as AddressInfo; // it listens on a port, so it is no pipe
  return {
    url: `http://127.0.0.1:${port}/w`,
    vkey: `${name}+${id.toString("hex")}+${Buffer.concat([Uint8Array.of(4), bytes]).toString("base64")}`,
    asked,
    knows: (logKey) => void logs.set(logKey.split("+", 1)[0] ?? "", logKey),
    forget: () => seen.clear(),
    garble: (change) => {
      garble = change;
    },
    failWith: (status) => {
      failing = status;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function splitOnce(text: string, at: string): string[] {
  const place = text.indexOf(at);
  return place < 0 ? [text] : [text.slice(0, place), text.slice(place + at.length)];
}

/** The line of a cosignature/v1, beside one of a key nobody has asked for, which has to be ignored. */
function cosigned(text: string, { name, id, key, at }: { name: string; id: Buffer; key: KeyObject; at: Date }): string {
  const seconds = Math.floor(at.getTime() / 1000);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(seconds));
  const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`), key);
  const line = (head: Buffer, of: string) => `— ${of} ${Buffer.concat([head, time, signature]).toString("base64")}\n`;
  return line(Buffer.from("00000000", "hex"), "stranger.example") + line(id, name);
}
