/** An IMAP server for tests: as much of RFC 3501 as reading a mailbox asks for, and ways to behave badly. */

import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { createSecureContext, createServer as createTlsServer, TLSSocket } from "node:tls";

export type ImapLetter = {
  readonly uid: number;
  readonly text: string | Uint8Array;
  readonly received: Date;
  /** What the server says of its size, where that is not so. */
  readonly saidSize?: number;
  seen?: boolean;
};

export type ImapBox = {
  user: string;
  password: string;
  validity: number;
  letters: ImapLetter[];
  folder: string;
  /** `hang`: nothing is answered to that command. `literal`: a letter is said to be huge. `noise`: nonsense for an answer. `gone`: hangs up there. */
  trick?: { readonly on: string; readonly kind: "hang" | "literal" | "noise" | "gone" };
  /** Every command as it came, passwords included. */
  readonly commands: string[];
};

type Tls = { readonly key: string; readonly cert: string };
type Options = { readonly tls?: Tls; readonly startTls?: Tls };

export async function imapServer(box: ImapBox, { tls, startTls }: Options = {}) {
  const sockets = new Set<Socket>();
  const serve = (socket: Socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    converse(socket, box, startTls);
  };
  const server = tls ? createTlsServer(tls, serve) : createServer(serve);
  server.on("tlsClientError", () => {});
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function converse(first: Socket, box: ImapBox, startTls: Tls | undefined): void {
  let socket = first;
  let isSecure = startTls === undefined;
  let waiting: Buffer = Buffer.alloc(0);
  let tag = "";
  let isPassword = false;
  const say = (line: string | Uint8Array) => {
    if (!socket.destroyed) socket.write(typeof line === "string" ? `${line}\r\n` : line);
  };
  const capabilities = () => `IMAP4rev1 UIDPLUS${isSecure ? " AUTH=PLAIN" : " STARTTLS LOGINDISABLED"}`;
  const signedIn = (user: string, password: string) =>
    user === box.user && password === box.password
      ? say(`${tag} OK [CAPABILITY ${capabilities()}] in`)
      : say(`${tag} NO [AUTHENTICATIONFAILED] no`);

  const commands: Record<string, (rest: string) => void> = {
    CAPABILITY: () => {
      say(`* CAPABILITY ${capabilities()}`);
      say(`${tag} OK`);
    },
    NOOP: () => say(`${tag} OK`),
    ID: () => {
      say("* ID NIL");
      say(`${tag} OK`);
    },
    NAMESPACE: () => {
      say('* NAMESPACE (("" "/")) NIL NIL');
      say(`${tag} OK`);
    },
    LIST: () => {
      say(`* LIST () "/" "${box.folder}"`);
      say(`${tag} OK`);
    },
    LSUB: () => say(`${tag} OK`),
    STARTTLS: () => {
      say(`${tag} OK go on`);
      if (!startTls) return;
      socket.removeAllListeners("data");
      const over = new TLSSocket(socket, { isServer: true, secureContext: createSecureContext(startTls) });
      over.on("error", () => {});
      socket = over;
      isSecure = true;
      over.on("data", take);
    },
    LOGIN: (rest) => {
      const [user = "", password = ""] = [...rest.matchAll(/"((?:[^"\\]|\\.)*)"|(\S+)/g)].map(([, quoted, bare]) =>
        (quoted ?? bare ?? "").replaceAll(/\\(.)/g, "$1"),
      );
      signedIn(user, password);
    },
    AUTHENTICATE: (rest) => {
      const [, inline] = rest.split(" ");
      if (inline) return plain(inline);
      isPassword = true;
      say("+ ");
    },
    SELECT: (rest) => {
      if (rest.replaceAll('"', "") !== box.folder) return say(`${tag} NO [NONEXISTENT] no such folder`);
      say("* FLAGS (\\Seen)");
      say("* OK [PERMANENTFLAGS (\\Seen)] may");
      say(`* ${box.letters.length} EXISTS`);
      say("* 0 RECENT");
      say(`* OK [UIDVALIDITY ${box.validity}] it is`);
      say(`* OK [UIDNEXT ${Math.max(0, ...box.letters.map(({ uid }) => uid)) + 1}] next`);
      say(`${tag} OK [READ-WRITE] open`);
    },
    "UID SEARCH": (rest) => {
      const since = /SINCE "?(\d{1,2}-\w{3}-\d{4})/i.exec(rest)?.[1];
      const range = /(?:UID )?(\d+):(?:\*|\d+)/i.exec(rest)?.[1];
      const named = /HEADER "?MESSAGE-ID"? "?([^"\s]+)"?/i.exec(rest)?.[1];
      const newest = Math.max(0, ...box.letters.map(({ uid }) => uid));
      const found = box.letters.filter(
        ({ uid, received, text }) =>
          (named === undefined || isNamed(text, named)) &&
          (since === undefined || received >= new Date(`${since} UTC`)) &&
          (range === undefined || uid >= Math.min(Number(range), newest)),
      );
      say(`* SEARCH${found.map(({ uid }) => ` ${uid}`).join("")}`);
      say(`${tag} OK`);
    },
    "UID FETCH": (rest) => {
      const [set = "", what = ""] = [rest.slice(0, rest.indexOf(" ")), rest.slice(rest.indexOf(" "))];
      for (const [at, letter] of box.letters.entries()) {
        if (!inSet(letter.uid, set)) continue;
        const bytes = typeof letter.text === "string" ? Buffer.from(letter.text) : Buffer.from(letter.text);
        const facts = [
          `UID ${letter.uid}`,
          ...(/RFC822\.SIZE/i.test(what) ? [`RFC822.SIZE ${letter.saidSize ?? bytes.length}`] : []),
          ...(/INTERNALDATE/i.test(what) ? [`INTERNALDATE "${internal(letter.received)}"`] : []),
          ...(/FLAGS/i.test(what) ? [`FLAGS (${letter.seen ? "\\Seen" : ""})`] : []),
        ];
        if (!/BODY/i.test(what)) {
          say(`* ${at + 1} FETCH (${facts.join(" ")})`);
          continue;
        }
        const size = box.trick?.kind === "literal" ? 4_000_000_000 : bytes.length;
        say(Buffer.from(`* ${at + 1} FETCH (${facts.join(" ")} BODY[] {${size}}\r\n`));
        say(bytes);
        say(")");
      }
      say(`${tag} OK`);
    },
    "UID STORE": (rest) => {
      for (const letter of box.letters) if (inSet(letter.uid, rest.split(" ")[0] ?? "")) letter.seen = true;
      say(`${tag} OK`);
    },
    LOGOUT: () => {
      say("* BYE");
      say(`${tag} OK`);
      socket.end();
    },
  };

  function plain(encoded: string): void {
    const [, user = "", password = ""] = Buffer.from(encoded, "base64").toString("utf8").split("\0");
    box.commands.push(`PLAIN ${user} ${password}`);
    signedIn(user, password);
  }

  function lineCame(line: string): void {
    if (isPassword) {
      isPassword = false;
      plain(line);
      return;
    }
    const [, of = "", verb = "", rest = ""] = /^(\S+) ((?:UID )?\S+) ?([\s\S]*)$/i.exec(line) ?? [];
    tag = of;
    const name = verb.toUpperCase();
    box.commands.push(`${name} ${rest}`.trim());
    const isTricked = box.trick?.on === name && (name !== "UID FETCH" || /BODY/i.test(rest));
    if (isTricked && box.trick?.kind === "hang") return;
    const act = commands[name];
    if (isTricked && box.trick?.kind === "gone") socket.destroy();
    else if (isTricked && box.trick?.kind === "noise") say(`* ((((\u0000 {x} ${"]".repeat(40)}\r\n${of} WHAT (`);
    else if (act) act(rest);
    else say(`${tag} BAD what?`);
  }

  function take(chunk: Buffer): void {
    waiting = Buffer.concat([waiting, chunk]);
    for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
      const line = waiting.subarray(0, end).toString("utf8");
      waiting = waiting.subarray(end + 2);
      lineCame(line);
    }
  }

  socket.on("data", take);
  if (box.trick?.on === "GREETING") {
    if (box.trick.kind === "gone") socket.destroy();
    return;
  }
  say(`* OK [CAPABILITY ${capabilities()}] here`);
}

function isNamed(text: string | Uint8Array, id: string): boolean {
  const head = Buffer.from(text).toString("latin1").split("\r\n\r\n", 1)[0] ?? "";
  return /^message-id: (.*)$/im.exec(head)?.[1]?.includes(id) ?? false;
}

function inSet(uid: number, set: string): boolean {
  return set.split(",").some((one) => {
    const [from = "", to = from] = one.split(":");
    return uid >= Number(from) && (to === "*" || uid <= Number(to));
  });
}

function internal(date: Date): string {
  const [, day, month, year, time] = /^\w+, (\d+) (\w+) (\d+) ([\d:]+)/.exec(date.toUTCString()) ?? [];
  return `${day}-${month}-${year} ${time} +0000`;
}
