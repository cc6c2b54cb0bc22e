/** Where a mailbox is, written as one address, so that a channel has one whatever it is of. */

export const SECURITIES = ["tls", "starttls", "none"] as const;

/** TLS from the first byte on, TLS before the name is told, or none. */
export type MailSecurity = (typeof SECURITIES)[number];

export type MailboxPlace = {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string;
  readonly folder: string;
};

const SCHEMES = { tls: "imaps", starttls: "imap+starttls", none: "imap" } as const;

/** RFC 8314: 993 speaks TLS at once, 143 is asked to. */
export const USUAL_PORTS = { tls: 993, starttls: 143, none: 143 } as const;

const LONGEST_PART = 300;

/** Empty when it is no place of a mailbox. */
export function mailboxAddress({ host, port, security, user, folder }: MailboxPlace): string {
  const parts = [user, folder];
  if (parts.some((part) => part === "" || part.length > LONGEST_PART || /\p{Cc}/u.test(part))) return "";
  if (!Number.isInteger(port) || port < 1 || port > 65_535) return "";
  // The rules of the web's hosts: small letters, other scripts as `xn--`.
  const url = /[/@?#\s]/.test(host)
    ? null
    : URL.parse(`https://${host.includes(":") && !host.startsWith("[") ? `[${host}]` : host}`);
  if (!url || url.hostname === "" || url.port !== "") return "";
  return `${SCHEMES[security]}://${encodeURIComponent(user)}@${url.hostname}:${port}/${encodeURIComponent(folder)}`;
}

export function mailboxAt(address: string): MailboxPlace | undefined {
  const [, scheme, user, host, port, folder] = /^([a-z+]+):\/\/([^@/]+)@([^@/]+):(\d+)\/([^/]+)$/.exec(address) ?? [];
  const security = SECURITIES.find((one) => SCHEMES[one] === scheme);
  if (!security || !user || !host || !folder) return undefined;
  return { security, host, port: Number(port), user: decodeURIComponent(user), folder: decodeURIComponent(folder) };
}

/** Whether the password of one opens the other: it is told to no server and for no name but those it was typed for. */
export function isSameDoor(one: string, other: string): boolean {
  return one.slice(0, one.lastIndexOf("/")) === other.slice(0, other.lastIndexOf("/"));
}
