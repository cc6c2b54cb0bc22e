/** A reader's device and its token: a cookie read when a reply is sent, never when a page is printed. */

const NAME = "guest";
const KEPT_SECONDS = 400 * 24 * 60 * 60; // browsers keep no cookie longer

export function guestTokenOf({ headers }: Request): string | undefined {
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/);
  const token = cookies.find((cookie) => cookie.startsWith(`${NAME}=`))?.slice(NAME.length + 1);
  return token !== undefined && /^[\w-]{20,64}$/.test(token) ? token : undefined;
}

export function guestCookie(token: string, url: string): string {
  const secure = url.startsWith("https:") ? "; Secure" : "";
  return `${NAME}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${KEPT_SECONDS}${secure}`;
}

/** For who has erased everything. */
export function noGuestCookie(url: string): string {
  return guestCookie("", url).replace(`Max-Age=${KEPT_SECONDS}`, "Max-Age=0");
}
