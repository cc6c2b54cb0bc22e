/** A certificate for one name that signs itself, made by OpenSSL for a test. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export function certificateFor(name: string): { readonly key: string; readonly cert: string } {
  const place = mkdtempSync(join(tmpdir(), "dateline-certificate-"));
  const made = ["-keyout", "key.pem", "-out", "cert.pem", "-days", "30", "-nodes"];
  const of = ["-subj", `/CN=${name}`, "-addext", `subjectAltName=DNS:${name}`];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
  execFileSync("openssl", ["req", "-x509", ...kind, ...made, ...of], { cwd: place, stdio: "ignore" });
  const read = (file: string) => readFileSync(join(place, file), "utf8");
  return { key: read("key.pem"), cert: read("cert.pem") };
}
