/** The keys of the doors readers come in by: their addresses, how those are found again, and what is signed for them. */
import { keyIn } from "./keys.ts";

export async function readerKeys(directory: string) {
  const [address, index, challenge] = await Promise.all([
    keyIn(directory, "reply-addresses"),
    keyIn(directory, "reply-index"),
    keyIn(directory, "reply-challenge"),
  ]);
  return { address, index, challenge };
}
