/** An export as it is read again: whether it is whole, and whether each of its files is what was written. */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { linesOf } from "#lib/lines.ts";
import { Refused } from "../command.ts";
import { FORMAT } from "./export.ts";
import { FILE_LIST, MANIFEST, STEPS } from "./folder.ts";

const manifestSchema = z.object({
  format: z.string(),
  madeAt: z.iso.datetime(),
  url: z.string(),
  /** The newest migration of the store it was made from. */
  migration: z.string(),
  /** Rows of each table. */
  tables: z.record(z.string(), z.int().nonnegative()),
  [FILE_LIST]: z.object({ bytes: z.int().nonnegative(), sha256: z.string() }),
});

export type Manifest = z.infer<typeof manifestSchema>;

export type ListedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

const listedSchema = z.object({
  // Written by a stranger, it could name any file of this machine.
  path: z
    .string()
    .regex(/^[^/\\\0]/)
    .refine((path) => path.split("/").every((step) => !/^\.{0,2}$/.test(step) && !/[\\\0]/.test(step))),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
});

export async function isExport(path: string): Promise<boolean> {
  for (const name of [MANIFEST, FILE_LIST, STEPS]) if ((await sizeOf(join(path, name))) !== undefined) return true;
  return false;
}

/** Refused where the folder holds no export, or a half-written one. */
export async function manifestOf(path: string): Promise<Manifest> {
  const text = await readFile(join(path, MANIFEST), "utf8").catch(() => undefined);
  if (text === undefined) {
    if (await isExport(path))
      throw new Refused(
        `${path} is a half-written export: it has no ${MANIFEST}, which is written last. Export again.`,
      );
    throw new Refused(`${path} is no export of Dateline: there is no ${MANIFEST} in it.`);
  }
  const { data } = manifestSchema.safeParse(jsonOf(text));
  if (data?.format !== FORMAT)
    throw new Refused(`${path} was not written by this version of Dateline: its ${MANIFEST} is of another form.`);
  return data;
}

export type Fault = { readonly path: string; readonly how: "changed" | "missing" | "unreadable" };

/** The files of an export in the order they were written; throws where the list itself is not what the manifest says. */
export async function* filesOf(path: string, manifest: Manifest): AsyncGenerator<ListedFile> {
  const list = join(path, FILE_LIST);
  const said = manifest[FILE_LIST];
  if ((await digestOf(list)) !== said.sha256)
    throw new Refused(`${list} is not what was written: the list of the export's files has been changed.`);
  for await (const line of linesOf(list)) {
    const { data } = listedSchema.safeParse(jsonOf(line));
    if (!data) throw new Refused(`${list} has a line that names no file of an export.`);
    yield data;
  }
}

/** What is wrong with a file; nothing where it is what was written. */
export async function faultOf(path: string, file: ListedFile): Promise<Fault | undefined> {
  const whole = join(path, file.path);
  const size = await sizeOf(whole);
  if (size === undefined) return { path: file.path, how: "missing" };
  if (size !== file.bytes) return { path: file.path, how: "changed" };
  const digest = await digestOf(whole);
  if (digest === undefined) return { path: file.path, how: "unreadable" };
  return digest === file.sha256 ? undefined : { path: file.path, how: "changed" };
}

async function digestOf(path: string): Promise<string | undefined> {
  const digest = createHash("sha256");
  try {
    for await (const piece of createReadStream(path)) digest.update(piece);
  } catch {
    return undefined; // said by whoever asked, with the name of the file
  }
  return digest.digest("hex");
}

async function sizeOf(path: string): Promise<number | undefined> {
  try {
    const there = await stat(path);
    return there.isFile() ? there.size : undefined;
  } catch {
    return undefined; // it is not there, or not to be seen
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // what is no JSON is of another form, too
  }
}
