/** The key that signs for the log, made on the first run and kept with the others. */
import { type Signer, signerFrom } from "#lib/merkle/note.ts";
import { keyIn, keyThere } from "./keys.ts";

const KEY_NAME = "log";
const SEED_BYTES = 32;

export async function logSigner(directory: string, url: string): Promise<Signer> {
  return signerWith(await keyIn(directory, KEY_NAME), directory, url);
}

/** The same where there is a key already; none is made. */
export async function logSignerThere(directory: string, url: string): Promise<Signer | undefined> {
  const key = await keyThere(directory, KEY_NAME);
  return key === undefined ? undefined : signerWith(key, directory, url);
}

function signerWith(key: string, directory: string, url: string): Signer {
  const seed = Buffer.from(key, "base64url");
  if (seed.length !== SEED_BYTES)
    throw new Error(`the key of the log in ${directory} is damaged; put it back from your copy of the keys`);
  return signerFrom(originOf(url), seed);
}

/** C2SP tlog-tiles: the address of the log without its scheme. */
function originOf(url: string): string {
  return `${url.replace(/^https?:\/\//, "").replace(/\/+$/, "")}/log`;
}
