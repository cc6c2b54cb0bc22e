import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join, normalize } from "node:path";
import { type EarlierCheckpoint, type Verdict, verifyStore } from "#agency/log/verify.ts";
import type { Trusted } from "#agency/log/vouched-check.ts";
import { checkpointsIn } from "#lib/merkle/checkpoint.ts";
import { readVkey, type Verifier } from "#lib/merkle/note.ts";
import { ask } from "#outside/ask.ts";
import { filesIn } from "#outside/files.ts";
import { logSignerThere } from "#outside/log-key.ts";
import { reading } from "#store/db.ts";
import { DATABASE_FILE, openStore } from "#store/open.ts";
import { type Command, type Given, isOn, Refused, textOption, textOptions, type World, WrongUsage } from "./command.ts";
import { isExport } from "./export/read.ts";
import { onlyArgument } from "./input.ts";
import { progressOn } from "./progress.ts";
import { siteIn, verifyExport } from "./verify/export.ts";
import { type Source, verifySite } from "./verify/site.ts";

export const verify: Command = {
  name: "verify",
  synopsis: "verify URL|DIR [--checkpoint FILE]",
  summary: "whether the public record is what was logged, and nothing was rewritten",
  help: `Replays the whole publication log of a site (by its address), of a data directory, of an export, or of a copy of the
log in files: every entry, every hash, and whether what is published there is what was logged, pictures kept on disk
included. Of an export every file is compared with what was written. Says in sentences what is wrong.

A checkpoint you kept elsewhere shows whether the log was rewritten since. FILE may be a checkpoint, a proof.json, a
feed or a letter that holds one. Without one nothing is shown against whoever holds the key and every copy.

Exit status: 0 nothing is wrong, 1 something is, 2 wrong usage. What an entry says was withheld is not wrong.

Options:
  --checkpoint FILE   a checkpoint from before; may be repeated
  --witness KEY       the key of a witness (witness.example/w1+…) that has to have signed; may be repeated. Of a data
                      directory those set in dateline.toml are checked by themselves
  --trust FILE        certificates (PEM) that time stamps have to lead to; may be repeated
  --key KEY           the key of the log as you know it (news.example/log+…); else the one found there is believed
  --database URL      with a data directory: the PostgreSQL database its store is in
  --json              the findings, for machines

  dateline verify https://news.example --checkpoint kept.txt
  dateline verify ./data
  dateline verify ./strait-news-2026-11`,
  options: {
    checkpoint: { type: "string", multiple: true },
    witness: { type: "string", multiple: true },
    trust: { type: "string", multiple: true },
    key: { type: "string" },
    database: { type: "string" },
  },
  async run(given, world) {
    const place = onlyArgument(given.positionals, "URL or DIR");
    const earlier = (await Promise.all(textOptions(given, "checkpoint").map(earlierIn))).flat();
    const key = keyGiven(given);
    const trusted = {
      witnesses: textOptions(given, "witness").map(witnessGiven),
      certificates: await Promise.all(textOptions(given, "trust").map(certificatesIn)),
    };
    const progress = progressOn(world);
    const step = (done: number) => progress.step("entries", done);
    const verdict = await (isAddress(place)
      ? verifySite(siteAt(place), { key, earlier, trusted, progress: step })
      : verifyDirectory(place, given, world, { key, earlier, trusted, progress: step })
    ).finally(progress.end);
    if (isOn(given, "json")) world.out(`${JSON.stringify(jsonOf(place, verdict))}\n`);
    else world.out(saidOf(place, verdict, earlier));
    return verdict.faults > 0 ? 1 : 0;
  },
};

function isAddress(place: string): boolean {
  return /^https?:\/\//.test(place);
}

async function earlierIn(from: string): Promise<EarlierCheckpoint[]> {
  const text = await textOf(from);
  const found = checkpointsIn(text);
  if (found.length === 0) throw new Refused(`${from} holds no checkpoint.`);
  return found.map((checkpoint) => ({ from, checkpoint }));
}

function keyGiven(given: Given): Verifier | undefined {
  const told = textOption(given, "key");
  const key = told === undefined ? undefined : readVkey(told);
  if (told !== undefined && !key)
    throw new WrongUsage("This is no key of a log. It looks like news.example/log+1a2b3c4d+….");
  return key;
}

function witnessGiven(told: string): Verifier {
  const key = readVkey(told);
  if (key?.kind !== "cosignature")
    throw new WrongUsage("This is no key of a witness. It looks like witness.example/w1+1a2b3c4d+BA….");
  return key;
}

async function certificatesIn(file: string): Promise<string> {
  const text = await textOf(file);
  if (!text.includes("-----BEGIN CERTIFICATE-----")) throw new Refused(`${file} holds no certificate (PEM).`);
  return text;
}

async function textOf(file: string): Promise<string> {
  return readFile(file, "utf8").catch((cause: unknown) => {
    throw new Refused(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}.`, { cause });
  });
}

function siteAt(place: string): Source {
  const base = place.replace(/\/+$/, "");
  return {
    name: base,
    async read(path) {
      const { status, bytes } = await ask(base + path).catch(refused);
      return status === 200 ? bytes : undefined;
    },
    async leadsTo(path) {
      const { status, location } = await ask(base + path).catch(refused);
      return status >= 300 && status < 400 && location !== undefined ? new URL(location, base).pathname : undefined;
    },
  };
}

function refused(cause: unknown): never {
  throw new Refused(`${cause instanceof Error ? cause.message : cause}.`, { cause });
}

type Asked = {
  key: Verifier | undefined;
  earlier: readonly EarlierCheckpoint[];
  trusted: Trusted;
  progress: (done: number) => void;
};

async function verifyDirectory(place: string, given: Given, world: World, asked: Asked): Promise<Verdict> {
  const database = textOption(given, "database");
  if (database === undefined && !existsSync(join(place, DATABASE_FILE))) {
    if (await isExport(place)) return verifyExport(place, asked);
    // A folder of the site's files has its pages, too; a copy of the log alone has none.
    if (existsSync(join(place, "log", "articles"))) return verifySite(siteIn(place), asked);
    if (existsSync(join(place, "log", "checkpoint"))) return verifySite(filesAt(place), asked);
    throw new Refused(`${place} holds neither a store nor an export nor a copy of a log (log/checkpoint).`);
  }
  const config = world.config({ data: place, database });
  const signer = await logSignerThere(config.keys, config.url);
  const verifier = asked.key ?? (signer && readVkey(signer.vkey));
  await using store = await openStore({ data: config.data, database: config.database, readonly: true });
  const trusted = withConfigured(asked.trusted, config);
  const media = join(config.data, "media");
  const files = existsSync(media) ? filesIn(media) : undefined;
  return await reading(store.db, (db) => verifyStore(db, { ...asked, trusted, verifier, files }));
}

/** Who is set to vouch is checked without being named. */
function withConfigured({ witnesses, certificates }: Trusted, config: Vouchers): Trusted {
  return {
    witnesses: [
      ...witnesses,
      ...config.witnesses.flatMap(({ key }) => (witnesses.some(({ name }) => name === key.name) ? [] : [key])),
    ],
    certificates: certificates.length > 0 ? certificates : config.authorities.flatMap(({ trusted }) => trusted),
  };
}

type Vouchers = Pick<ReturnType<World["config"]>, "witnesses" | "authorities">;

function filesAt(place: string): Source {
  return {
    name: place,
    read: (path) => readFile(join(place, normalize(path))).catch(() => undefined), // a file that is not there is asked for once more by nobody
  };
}

function jsonOf(place: string, { size, root, same, withheld, checkpoints, faults, findings, more }: Verdict) {
  return {
    place,
    ok: faults === 0,
    faults,
    entries: size,
    root: Buffer.from(root).toString("base64"),
    same,
    withheld,
    checkpoints,
    findings,
    more,
  };
}

function saidOf(place: string, verdict: Verdict, earlier: readonly EarlierCheckpoint[]): string {
  const { size, root, same, withheld, checkpoints, faults, findings, more } = verdict;
  const lines = [
    `The log of ${place} has ${size} ${size === 1 ? "entry" : "entries"}; its root is ${Buffer.from(root).toString("base64")}.`,
    `${same} ${same === 1 ? "text or record is" : "texts and records are"} what was logged.`,
    ...(withheld > 0 ? [`${withheld} ${withheld === 1 ? "was" : "were"} withheld, as the log says.`] : []),
    `The log goes on from ${checkpoints} signed ${checkpoints === 1 ? "checkpoint" : "checkpoints"}.`,
    ...findings.map(({ severity, sentence }) => `${severity === "fault" ? "WRONG" : "Note"}: ${sentence}`),
    ...(more > 0 ? [`And ${more} more.`] : []),
    faults === 0 ? "Nothing is wrong." : `${faults} ${faults === 1 ? "thing is" : "things are"} wrong.`,
    ...(earlier.length === 0 && faults === 0
      ? [
          "Without a checkpoint that was kept elsewhere (--checkpoint FILE) this shows nothing against whoever holds the key and every copy.",
        ]
      : []),
  ];
  return `${lines.join("\n")}\n`;
}
