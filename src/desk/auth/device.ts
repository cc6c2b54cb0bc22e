/**
 * Knows a browser again in which an account was signed in to before: wrong passwords from elsewhere do not slow it.
 * The cookie lets nobody in; it says for which account it was given and is signed.
 */
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";

const KNOWN_FOR_S = 365 * 24 * 60 * 60;
const DEVICE_BYTES = 12;

export type Devices = {
  /** The device a request comes from, when it is known for that account. */
  readonly known: (headers: Headers, email: string) => string | undefined;
  /** The cookie by which this browser is known from here on. */
  readonly cookieFor: (headers: Headers, email: string) => string;
};

export function devicesBy({ key, isSecure }: { key: string; isSecure: boolean }): Devices {
  const name = isSecure ? "__Host-dateline.device" : "dateline.device";

  function sign(email: string, device: string): Buffer {
    return createHmac("sha256", key)
      .update(JSON.stringify(["device", email, device]))
      .digest();
  }

  function known(headers: Headers, email: string): string | undefined {
    const [device = "", signature = ""] = (cookieIn(headers, name) ?? "").split(".");
    const given = Buffer.from(signature, "base64url");
    const right = sign(email, device);
    return given.length === right.length && timingSafeEqual(given, right) ? device : undefined;
  }

  return {
    known,
    cookieFor(headers, email) {
      const device = known(headers, email) ?? randomBytes(DEVICE_BYTES).toString("base64url");
      const value = `${device}.${sign(email, device).toString("base64url")}`;
      return `${name}=${value}; Path=/; Max-Age=${KNOWN_FOR_S}; HttpOnly; SameSite=Lax${isSecure ? "; Secure" : ""}`;
    },
  };
}

function cookieIn(headers: Headers, name: string): string | undefined {
  const pairs = (headers.get("cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}
