/** What a log says of itself at one size, signed (C2SP tlog-checkpoint), and a proof that fits in a file (C2SP tlog-proof). */
import { type Note, readNote, type Signer } from "./note.ts";
import { HASH_BYTES, type Hash } from "./tree.ts";

export type Checkpoint = { readonly origin: string; readonly size: number; readonly root: Hash };

export function signedCheckpoint(size: number, root: Hash, signer: Signer): string {
  return signer.sign(checkpointText({ origin: signer.name, size, root }));
}

function checkpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${Buffer.from(root).toString("base64")}\n`;
}

/** A checkpoint with the note it is; nothing when it is none. Whether it is signed is not asked here. */
export function readCheckpoint(written: string): (Checkpoint & { readonly note: Note }) | undefined {
  const note = readNote(written);
  const [origin = "", size = "", root = "", ...more] = note?.text.slice(0, -1).split("\n") ?? [];
  const bytes = Buffer.from(root, "base64");
  if (!note || origin === "" || !/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  if (bytes.length !== HASH_BYTES || bytes.toString("base64") !== root || more.includes("")) return undefined;
  return { origin, size: Number(size), root: bytes, note };
}

/** Every checkpoint that stands in a text: a file of its own, a proof, a feed, a letter. */
export function checkpointsIn(text: string): (Checkpoint & { readonly note: Note })[] {
  const whole = [text, ...lettersIn(text)]
    .join("\n\n")
    .replaceAll("\r\n", "\n")
    .replaceAll("\\n", "\n")
    .replaceAll("&amp;", "&");
  return [...whole.matchAll(CHECKPOINT)].flatMap(([written]) => readCheckpoint(written) ?? []);
}

/** The parts of a saved letter as they were written: on its way it was in letters of seven bits (RFC 2045 §6). */
function lettersIn(text: string): string[] {
  return [...text.matchAll(ENCODED)].map(([, encoding = "", body = ""]) =>
    encoding.toLowerCase() === "base64"
      ? Buffer.from(body, "base64").toString()
      : Buffer.from(
          body
            .replaceAll(/=[ \t]*\r?\n/g, "")
            .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          "latin1",
        ).toString(),
  );
}

const ENCODED =
  /^Content-Transfer-Encoding:[ \t]*(quoted-printable|base64)[^\n]*\n(?:[^\r\n]+\r?\n)*\r?\n((?:(?!--)[^\n]*\n?)*)/gim;

// JSON writes a new line as two letters, a feed puts a tag before the first line.
const CHECKPOINT = /[^\s"<>]+\n\d+\n[A-Za-z0-9+/]{43}=\n\n(?:— \S+ [A-Za-z0-9+/=]+\n)+/g;

export type ProofFile = {
  readonly index: number;
  readonly proof: readonly Hash[];
  readonly checkpoint: string;
};

export function proofFile({ index, proof, checkpoint }: ProofFile): string {
  const hashes = proof.map((hash) => `${Buffer.from(hash).toString("base64")}\n`).join("");
  return `c2sp.org/tlog-proof@v1\nindex ${index}\n${hashes}\n${checkpoint}`;
}
