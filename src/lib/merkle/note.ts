/** Signed notes (C2SP signed-note) with Ed25519, and the cosignatures of witnesses (C2SP tlog-cosignature). */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from "node:crypto";

export type Signer = {
  /** The name signatures stand under: the address of the log without its scheme. */
  readonly name: string;
  readonly vkey: string;
  readonly sign: (text: string) => string;
};

export type Verifier = {
  readonly name: string;
  readonly id: number;
  readonly kind: "signature" | "cosignature";
  /** 32 bytes. */
  readonly publicKey: Uint8Array;
};

export type Note = {
  /** Ends with a new line. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
};

export type NoteSignature = { readonly name: string; readonly id: number; readonly bytes: Uint8Array };

const TYPES = { signature: 1, cosignature: 4 } as const;
const ID_BYTES = 4;
const TIME_BYTES = 8;
const KEY_BYTES = 32;

// A note is a few hundred bytes; C2SP asks for room for sixteen signatures at least.
const LONGEST_NOTE = 1024 * 1024;

/** Signs under `name` with the Ed25519 key that grows out of 32 secret bytes. */
export function signerFrom(name: string, seed: Uint8Array): Signer {
  if (!isKeyName(name)) throw new Error(`"${name}" cannot be the name of a key`);
  const key = createPrivateKey({ key: Buffer.concat([PRIVATE_KEY_HEAD, seed]), format: "der", type: "pkcs8" });
  const publicKey = publicBytes(key);
  const id = keyId(name, TYPES.signature, publicKey);
  return {
    name,
    vkey: vkeyOf({ name, id, kind: "signature", publicKey }),
    sign: (text) => signedNote(text, [{ name, id, bytes: sign(null, Buffer.from(text), key) }]),
  };
}

// RFC 8410: an Ed25519 private key in PKCS #8, and a public one in SPKI, up to the bytes of the key itself.
const PRIVATE_KEY_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_KEY_HEAD = Buffer.from("302a300506032b6570032100", "hex");

function publicBytes(key: KeyObject): Uint8Array {
  return createPublicKey(key).export({ format: "der", type: "spki" }).subarray(PUBLIC_KEY_HEAD.length);
}

function keyId(name: string, type: number, publicKey: Uint8Array): number {
  return createHash("sha256").update(`${name}\n`).update(Uint8Array.of(type)).update(publicKey).digest().readUInt32BE();
}

/** The key under another name: a log whose address has changed signs with the same key. */
export function renamed({ kind, publicKey }: Verifier, name: string): Verifier {
  return { name, id: keyId(name, TYPES[kind], publicKey), kind, publicKey };
}

/** `news.example/log+530d903a+AekyeRrm…` */
export function vkeyOf({ name, id, kind, publicKey }: Verifier): string {
  const bytes = Buffer.concat([Uint8Array.of(TYPES[kind]), publicKey]);
  return `${name}+${id.toString(16).padStart(2 * ID_BYTES, "0")}+${bytes.toString("base64")}`;
}

/** The key that checks; nothing when it is none, or of a kind that is not known here. */
export function readVkey(vkey: string): Verifier | undefined {
  const [name = "", hex = "", ...rest] = vkey.trim().split("+");
  const bytes = base64(rest.join("+"));
  if (!isKeyName(name) || !/^[0-9a-f]{8}$/.test(hex) || bytes?.length !== KEY_BYTES + 1) return undefined;
  const kind = bytes[0] === TYPES.signature ? "signature" : bytes[0] === TYPES.cosignature ? "cosignature" : undefined;
  if (!kind) return undefined;
  const publicKey = bytes.subarray(1);
  const id = keyId(name, TYPES[kind], publicKey);
  return id === Number.parseInt(hex, 16) ? { name, id, kind, publicKey } : undefined;
}

export function signedNote(text: string, signatures: readonly NoteSignature[]): string {
  return `${text}\n${signatures.map(signatureLine).join("")}`;
}

export function signatureLine({ name, id, bytes }: NoteSignature): string {
  const head = Buffer.alloc(ID_BYTES);
  head.writeUInt32BE(id);
  return `— ${name} ${Buffer.concat([head, bytes]).toString("base64")}\n`;
}

/** A note with its signatures, none of them checked; nothing when it is none. */
export function readNote(written: string): Note | undefined {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids them
  if (written.length > LONGEST_NOTE || /[\u0000-\u0009\u000b-\u001f]/.test(written)) return undefined;
  const gap = written.lastIndexOf("\n\n");
  if (gap < 0) return undefined;
  const signatures = signaturesIn(written.slice(gap + 2));
  return signatures && { text: written.slice(0, gap + 1), signatures };
}

/** Lines of signatures as a note ends with them, or a witness answers; nothing when one is none. */
function signaturesIn(lines: string): NoteSignature[] | undefined {
  if (!lines.endsWith("\n")) return undefined;
  const signatures: NoteSignature[] = [];
  for (const line of lines.slice(0, -1).split("\n")) {
    const [dash, name = "", code = "", ...rest] = line.split(" ");
    const bytes = base64(code);
    if (dash !== "—" || rest.length > 0 || !isKeyName(name) || !bytes || bytes.length <= ID_BYTES) return undefined;
    signatures.push({ name, id: bytes.readUInt32BE(), bytes: bytes.subarray(ID_BYTES) });
  }
  return signatures;
}

export type Checked = "good" | "bad" | "missing";

/** What became of the signature of one key: a note signed by that key and somebody else is good, too. */
export function checkedBy({ text, signatures }: Note, verifier: Verifier): Checked {
  const own = signatures.filter(({ name, id }) => name === verifier.name && id === verifier.id);
  if (own.length === 0) return "missing";
  return own.every(({ bytes }) => isGood(text, bytes, verifier)) ? "good" : "bad";
}

/** When a witness says that it saw the note. */
export function cosignedAt({ bytes }: Pick<NoteSignature, "bytes">): Date {
  return new Date(Number(Buffer.from(bytes).readBigUInt64BE()) * 1000);
}

function isGood(text: string, bytes: Uint8Array, { kind, publicKey }: Verifier): boolean {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_KEY_HEAD, publicKey]), format: "der", type: "spki" });
  if (kind === "signature") return verify(null, Buffer.from(text), key, bytes);
  if (bytes.length <= TIME_BYTES) return false;
  const signed = cosignedText(text, Buffer.from(bytes).readBigUInt64BE());
  return verify(null, Buffer.from(signed), key, bytes.subarray(TIME_BYTES));
}

/** What a witness signs of a note. */
export function cosignedText(text: string, seconds: bigint): string {
  return `cosignature/v1\ntime ${seconds}\n${text}`;
}

function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+\p{Z}]/u.test(name);
}

/** Standard base64 in its one spelling. */
function base64(code: string): Buffer | undefined {
  const bytes = Buffer.from(code, "base64");
  return bytes.length > 0 && bytes.toString("base64") === code ? bytes : undefined;
}
