/** Keyed digests by which the domains of addresses are found again, and by which nobody can say which they are. */
import { createHmac } from "node:crypto";

/** Finds what was written under addresses of one domain; empty for no domain. */
export function domainIndexOf(addressOrDomain: string, key: string): string {
  const domain = (addressOrDomain.split("@").at(-1) ?? "").trim().toLowerCase();
  return domain === "" ? "" : digest(key, `domain ${domain}`);
}

/** Houses that lend an address for ten minutes, as far as everybody knows them; the desk adds its own. */
export const LENT_FOR_MINUTES = [
  "10minutemail.com",
  "10minutemail.net",
  "burnermail.io",
  "discard.email",
  "dispostable.com",
  "emailondeck.com",
  "fakeinbox.com",
  "getairmail.com",
  "getnada.com",
  "guerrillamail.com",
  "guerrillamail.info",
  "guerrillamail.net",
  "guerrillamail.org",
  "guerrillamailblock.com",
  "inboxkitten.com",
  "mailcatch.com",
  "maildrop.cc",
  "mailinator.com",
  "mailinator.net",
  "mailnesia.com",
  "mailpoof.com",
  "mailsac.com",
  "mintemail.com",
  "moakt.com",
  "mohmal.com",
  "mytemp.email",
  "sharklasers.com",
  "spam4.me",
  "spamgourmet.com",
  "temp-mail.org",
  "tempmail.dev",
  "tempmailo.com",
  "tempr.email",
  "throwawaymail.com",
  "trash-mail.com",
  "trashmail.com",
  "trashmail.de",
  "wegwerfmail.de",
  "yopmail.com",
  "yopmail.fr",
] as const;

function digest(key: string, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}
