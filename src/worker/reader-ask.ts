/** Has the owner of an address that came with a reply asked by letter, unless it had its letters of the day. */
import { z } from "zod";
import { askOwner, readerAddress } from "#agency/replies/addresses.ts";
import { together } from "#store/db.ts";
import { handler } from "./work.ts";

export const readerAsk = handler(z.object({ addressId: z.string() }), async ({ addressId }, { db, at }) => {
  const known = await readerAddress(db, addressId);
  // Erased since.
  if (known) await together(db, (db) => askOwner(db, { addressId, index: known.index, at }));
});
