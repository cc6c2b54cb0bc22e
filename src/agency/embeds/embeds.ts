/** Sites that are not ours and may carry our replies: how one is named, and which cannot be one. */

export type EmbedSite = {
  /** `paper.example:8443`: a step of the addresses its pages ask here. */
  readonly host: string;
  /** What browsers call it: `https://paper.example:8443`. */
  readonly origin: string;
  /** The only edition whose replies it may carry; null: all. */
  readonly editionId: string | null;
};

export type SiteRefusal = "no-site" | "not-secure" | "own" | "taken" | "too-many";

/** Whether its pages may show replies of that edition. */
export function mayCarry({ editionId }: EmbedSite, edition: { readonly id: string }): boolean {
  return editionId === null || editionId === edition.id;
}

/** Moves when a site may carry replies, or may no more. */
export const TOPIC_OF_SITES = "embed-sites";

/** They stand on one page of the desk. */
export const MOST_SITES = 500;

/**
 * The site of an address as somebody writes it, whichever page of it that is. `ownUrl` is ours. A site others could change on
 * its way to a reader carries nothing of ours, but for one on the reader's own machine, where pages are tried.
 */
export function siteFrom(
  typed: string,
  ownUrl: string,
): Pick<EmbedSite, "host" | "origin"> | { readonly refusal: SiteRefusal } {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
  if (!url || !/^https?:$/.test(url.protocol) || !isHost(url.hostname) || url.username !== "")
    return { refusal: "no-site" };
  if (url.protocol === "http:" && !isLoopback(url.hostname)) return { refusal: "not-secure" };
  const { host, origin } = url;
  return host === URL.parse(ownUrl)?.host ? { refusal: "own" } : { host, origin };
}

/** A name with a full stop in it, or a machine: a word alone is a slip. */
function isHost(hostname: string): boolean {
  return isLoopback(hostname) || (hostname.length <= 253 && /^(?:[\w-]+\.)+[\w-]+$/.test(hostname));
}

function isLoopback(hostname: string): boolean {
  return /^(?:(?:.+\.)?localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname);
}
