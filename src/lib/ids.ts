/** Identifiers: UUIDv7 text, so that rows sort by the moment they were made. */
import { randomUUID } from "node:crypto";

const OF_MOMENT = 12;
const OF_VERSION_4 = "xxxxxxxx-xxxx-4".length;

/** A new id for a row made at `at`. Ids made in one millisecond have no order among themselves. */
export function newId(at: Date): string {
  const moment = at.getTime().toString(16).padStart(OF_MOMENT, "0");
  // What is random in version 4 stands where version 7 has it, its variant too (RFC 9562, 5.4 and 5.7).
  return `${moment.slice(0, 8)}-${moment.slice(8)}-7${randomUUID().slice(OF_VERSION_4)}`;
}
