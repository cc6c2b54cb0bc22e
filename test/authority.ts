/** A time stamp authority on loopback that is OpenSSL's own (`openssl ts`), with a root, a certificate for stamps and one for nothing. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export type TestAuthority = {
  readonly url: string;
  /** The root's certificate, PEM, and where it lies. */
  readonly root: string;
  readonly rootFile: string;
  readonly asked: () => number;
  /** What becomes of its answers on the way. */
  readonly garble: (change: (answer: Buffer) => Buffer) => void;
  /** `openssl ts -verify` over an answer and the words it stamps. */
  readonly verified: (answer: Uint8Array, words: string) => string;
} & AsyncDisposable;

const CONFIG = `
[tsa]
default_tsa = ours
[ours]
serial = serial
default_policy = 1.2.3.4
digests = sha256
accuracy = secs:1
ess_cert_id_chain = no
ess_cert_id_alg = sha256
signer_digest = sha256
[req]
distinguished_name = name
[name]
[root]
basicConstraints = critical,CA:true
keyUsage = critical,keyCertSign
[stamps]
basicConstraints = CA:false
extendedKeyUsage = critical,timeStamping
`;

/** `kind` is of its key: as most authorities have it, or as newer ones do. */
export async function openAuthority(kind: "rsa" | "ec"): Promise<TestAuthority> {
  const place = mkdtempSync(join(tmpdir(), "dateline-authority-"));
  const openssl = (...words: string[]) => opensslIn(place, words);
  writeFileSync(join(place, "config"), CONFIG);
  writeFileSync(join(place, "serial"), "01");
  const key = kind === "rsa" ? ["-newkey", "rsa:2048"] : ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
  const named = (name: string) => ["-nodes", "-subj", `/CN=${name}`, "-config", "config"];
  const days = ["-days", "30"];
  openssl(
    "req",
    "-x509",
    ...key,
    ...named("Root of time"),
    ...days,
    "-extensions",
    "root",
    "-keyout",
    "root.key",
    "-out",
    "root.pem",
  );
  openssl("req", "-new", ...key, ...named("Stamps of time"), "-keyout", "stamps.key", "-out", "stamps.csr");
  openssl(
    "x509",
    "-req",
    "-in",
    "stamps.csr",
    "-CA",
    "root.pem",
    "-CAkey",
    "root.key",
    "-CAcreateserial",
    ...days,
    "-extfile",
    "config",
    "-extensions",
    "stamps",
    "-out",
    "stamps.pem",
  );
  let asked = 0;
  let garble = (answer: Buffer) => answer;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked += 1;
      writeFileSync(join(place, "query"), Buffer.concat(parts));
      openssl(
        "ts",
        "-reply",
        "-config",
        "config",
        "-queryfile",
        "query",
        "-inkey",
        "stamps.key",
        "-signer",
        "stamps.pem",
        "-out",
        "answer",
      );
      response
        .writeHead(200, { "content-type": "application/timestamp-reply" })
        .end(garble(readFileSync(join(place, "answer"))));
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", () => listening()));
  const { port } = server.address() as AddressInfo; // it listens on a port, so it is no pipe
  return {
    url: `http://127.0.0.1:${port}/tsr`,
    root: readFileSync(join(place, "root.pem"), "utf8"),
    rootFile: join(place, "root.pem"),
    asked: () => asked,
    garble: (change) => {
      garble = change;
    },
    verified: (answer, words) => {
      writeFileSync(join(place, "kept"), answer);
      writeFileSync(join(place, "words"), words);
      return openssl("ts", "-verify", "-in", "kept", "-data", "words", "-CAfile", "root.pem");
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(place, { recursive: true, force: true });
    },
  };
}

function opensslIn(place: string, words: readonly string[]): string {
  try {
    return execFileSync("openssl", words, { cwd: place, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
  } catch (cause) {
    if (cause instanceof Error && "code" in cause && cause.code === "ENOENT")
      throw new Error("OpenSSL's own authority is the other side of this test: apt-get install openssl", { cause });
    throw cause;
  }
}
