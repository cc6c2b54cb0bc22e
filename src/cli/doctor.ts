import { stat, statfs } from "node:fs/promises";
import type { Edition } from "#agency/editions/editions.ts";
import { editions } from "#agency/editions/queries.ts";
import { registerOf } from "#agency/labels/queries.ts";
import { askedInVain } from "#agency/log/vouched.ts";
import { isPageShown } from "#agency/pages/queries.ts";
import { agency } from "#agency/settings/queries.ts";
import { FilesProblem } from "#lib/files.ts";
import { picturesProblem } from "#outside/pictures.ts";
import { filesInS3, type S3Place } from "#outside/s3.ts";
import type { Db } from "#store/db.ts";

import { type Store, StoreProblem } from "#store/open.ts";
import { deadJobs } from "#store/queue.ts";
import { jurisdictionsOf } from "#text/labels/labels.ts";
import { type Command, isOn, textOption } from "./command.ts";
import { noArguments } from "./input.ts";
import { STORE_HELP, STORE_OPTIONS, withStore } from "./store.ts";

/** `wrong` makes the exit status 1; `note` is something to know. */
type Finding = { readonly severity: "fine" | "note" | "wrong"; readonly message: string };

const LEAST_FREE_BYTES = 500 * 1024 * 1024;

type HasWords = (language: string) => boolean;

/** Which languages the pages have words in is the site's to say, so it is handed in by `program.ts`. */
export const doctorCommand = (wordsOf: () => Promise<HasWords>): Command => ({
  name: "doctor",
  synopsis: "doctor",
  summary: "what is set, and what is wrong with this install",
  help: `Exit status 1 when something is wrong.\n\nOptions:${STORE_HELP}\n  --json            for machines`,
  options: STORE_OPTIONS,
  async run(given, world) {
    noArguments(given.positionals);
    const config = world.config({ data: textOption(given, "data"), database: textOption(given, "database") });
    const hasWords = await wordsOf();
    const findings = [
      ...(await withStore(given, world, (store) => lookAtStore(store, hasWords)).catch(asFinding)),
      ...(await lookAtData(config.data)),
      ...(config.media ? [await lookAtMedia(config.media)] : []),
      ...(await lookAtPictures()),
      ...lookAtAddress(config.url),
    ];
    if (isOn(given, "json")) world.out(`${JSON.stringify({ settings: config.settings, findings }, null, 2)}\n`);
    else {
      for (const { name, value, from } of config.settings) world.out(`${name.padEnd(16)} ${value}  (${from})\n`);
      world.out("\n");
      for (const { severity, message } of findings) world.out(`${severity.padEnd(5)} ${message}\n`);
    }
    return findings.some(({ severity }) => severity === "wrong") ? 1 : 0;
  },
});

/** A store that cannot be opened is the first thing a doctor is asked about. */
function asFinding(cause: unknown): Finding[] {
  if (cause instanceof StoreProblem) return [{ severity: "wrong", message: cause.message }];
  throw cause;
}

async function lookAtStore({ db, engine }: Store, hasWords: HasWords): Promise<Finding[]> {
  const all = await editions(db);
  const register = await registerOf(db);
  const known = jurisdictionsOf(register);
  const dead = await deadJobs(db);
  const vain = await askedInVain(db);
  return [
    {
      severity: "fine",
      message: `The store answers (${engine}); ${all.length} editions, ${register.organisations.length} organisations in the register.`,
    },
    ...all.flatMap((edition) => lookAtEdition(edition, known, hasWords)),
    ...(await lookAtHouse(db, all)),
    ...vain.map(
      ({ who, tries, why }): Finding => ({
        severity: "wrong",
        message: `Nobody vouches for the newest checkpoint at ${who}, asked ${tries} times so far; publication goes on. ${why}`,
      }),
    ),
    ...dead.map(
      ({ kind, id, lastError }): Finding => ({
        severity: "wrong",
        message: `The job ${kind} (${id}) was given up after too many tries: ${lastError || "no reason was kept"}`,
      }),
    ),
  ];
}

/** What readers and the law ask an agency to say. */
async function lookAtHouse(db: Db, all: readonly Edition[]): Promise<Finding[]> {
  const { contact } = await agency(db);
  const shown = await Promise.all(
    all.map(async ({ id, code }) => ((await isPageShown(db, id, "imprint")) ? undefined : code)),
  );
  const without = shown.filter((code) => code !== undefined);
  return [
    ...(contact === null
      ? [
          {
            severity: "note",
            message: "Readers are not told where to write to. Set the contact of the agency at /desk/house/agency",
          } as const,
        ]
      : []),
    ...without.map(
      (code): Finding => ({
        severity: "note",
        message: `The edition ${code} has no imprint. Write one at /desk/house/pages/${code}/imprint`,
      }),
    ),
  ];
}

function lookAtEdition(
  { code, language, jurisdictions }: Edition,
  known: readonly string[],
  hasWords: HasWords,
): Finding[] {
  const unknown = jurisdictions.filter((one) => !known.includes(one));
  return [
    ...(hasWords(language)
      ? []
      : [
          {
            severity: "note",
            message: `Dateline has no words in "${language}" yet: buttons and menus of the edition ${code} are in English.`,
          } as const,
        ]),
    ...unknown.map(
      (one): Finding => ({
        severity: "wrong",
        message: `The edition ${code} labels by the jurisdiction "${one}", of which the register holds no designation. Load one with: dateline register import FILE`,
      }),
    ),
  ];
}

async function lookAtData(data: string): Promise<Finding[]> {
  const there = await stat(data).catch(() => undefined);
  // Why it could not be made is said with the store.
  if (!there) return [];
  const { mode } = there;
  const { bavail, bsize } = await statfs(data);
  const free = bavail * bsize;
  return [
    ...((mode & 0o077) === 0
      ? []
      : [
          {
            severity: "note",
            message: `Other users of this machine can look into ${data}. Close it with: chmod 700 ${data}`,
          } as const,
        ]),
    free < LEAST_FREE_BYTES
      ? { severity: "wrong", message: `Only ${Math.round(free / 1024 / 1024)} MB are free on the disk of ${data}.` }
      : { severity: "fine", message: `${Math.round(free / 1024 / 1024 / 1024)} GB are free on the disk of ${data}.` },
  ];
}

// A name no picture has: asking for it shows whether we are let in.
const NO_PICTURE = "00000000000000000000000000000000.jpg";

async function lookAtMedia(media: S3Place): Promise<Finding> {
  try {
    await (await filesInS3(media).open(NO_PICTURE))?.stream.cancel();
    return { severity: "fine", message: `The store of pictures at ${media.endpoint} answers.` };
  } catch (cause) {
    if (cause instanceof FilesProblem) return { severity: "wrong", message: cause.message };
    throw cause;
  }
}

async function lookAtPictures(): Promise<Finding[]> {
  const problem = await picturesProblem();
  if (problem === undefined) return [];
  return [
    {
      severity: "wrong",
      message: `Pictures cannot be read: ${problem.split("\n", 1)[0]}. A release needs its folder lib beside it, a clone what npm ci installs.`,
    },
  ];
}

function lookAtAddress(url: string): Finding[] {
  if (!/^http:\/\/localhost(:|$)/.test(url)) return [];
  return [
    {
      severity: "note",
      message: `The public address is ${url}: links in feeds and structured data point there. Set yours with DATELINE_URL.`,
    },
  ];
}
