/** The key messages to readers' browsers are signed with. Apart from sending them: a start asks for it, and for nothing of the network. */
import { createECDH } from "node:crypto";
import { keyIn } from "./keys.ts";

export type PushKey = { readonly publicKey: string; readonly privateKey: string };

export const CURVE = "prime256v1";

/** The site's key for push services, kept with the others. */
export async function pushKey(directory: string): Promise<PushKey> {
  const privateKey = await keyIn(directory, "push");
  const ecdh = createECDH(CURVE);
  ecdh.setPrivateKey(Buffer.from(privateKey, "base64url"));
  return { privateKey, publicKey: ecdh.getPublicKey("base64url") };
}
