/**
 * Checks an export: every file is what was written, and the public site in it is what its publication log says. That the
 * files are what was written shows a slip of the disk; that the site is what was logged, a hand that wrote the list anew.
 */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Findings } from "#agency/log/findings.ts";
import type { Verdict } from "#agency/log/verify.ts";
import { fileOf, isPage } from "#lib/static-address.ts";
import { faultOf, filesOf, manifestOf } from "../export/read.ts";
import { type Source, type VerifySite, verifySite } from "./site.ts";

export async function verifyExport(path: string, asked: VerifySite): Promise<Verdict> {
  const files = new Findings();
  for await (const file of filesOf(path, await manifestOf(path))) {
    const fault = await faultOf(path, file);
    if (fault) files.fault("file-changed", sentenceOf(join(path, fault.path), fault.how));
  }
  const { faults, findings, more } = files.found();
  const verdict = await verifySite(siteIn(join(path, "site")), asked);
  return {
    ...verdict,
    faults: faults + verdict.faults,
    findings: [...findings, ...verdict.findings],
    more: more + verdict.more,
  };
}

function sentenceOf(file: string, how: "changed" | "missing" | "unreadable"): string {
  if (how === "missing") return `${file} is missing.`;
  return how === "changed" ? `${file} is not what was written: it has been changed since.` : `${file} cannot be read.`;
}

/** A static copy of a site in a folder: its files, and where its small pages of old addresses lead. */
export function siteIn(folder: string): Source {
  const read = async (address: string) => {
    const file = fileOf(address);
    return file === undefined ? undefined : readFile(join(folder, file)).catch(() => undefined); // what is not there is a finding of whoever asks
  };
  return {
    name: folder,
    read,
    async leadsTo(address) {
      const page = await read(address);
      const way =
        page && /<meta http-equiv="refresh" content="0; url=([^"]+)">/.exec(Buffer.from(page).toString())?.[1];
      if (way === undefined || !isPage(address)) return undefined;
      const { pathname } = new URL(way, `http://localhost${address}/`);
      return pathname.length > 1 ? pathname.replace(/\/$/, "") : pathname;
    },
  };
}
