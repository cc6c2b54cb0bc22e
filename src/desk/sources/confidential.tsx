/** Sources nobody may name: entered with the words that stand for them, opened by those who may know, never searched. */
import {
  addConfidential,
  changeIdentity,
  type Identity,
  keepersOf,
  nameConfidential,
  nameReaders,
  openConfidential,
} from "#agency/sources/confidential.ts";
import { type LedgerSource, ledgerSource, usesOfSource } from "#agency/sources/queries.ts";
import { LONGEST_NAME, LONGEST_NOTES } from "#agency/sources/sources.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { colleagues, namesAt } from "../flow/people.ts";
import { ConfidentialSource, NewConfidential } from "../views/confidential.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";

const MOST_SHOWN = 50;

export function confidentialRoutes(world: DeskWorld): Route[] {
  const right = "source.keep";
  const fresh = { address: "/desk/sources/confidential", right } as const;
  const one = "/desk/sources/{source}";
  return [
    deskPage(world, fresh, async (visit) => newPage(visit)),
    deskAction(world, fresh, enter),
    deskAction(world, { address: `${one}/look`, right }, look),
    deskAction(world, { address: `${one}/identity`, right }, change),
    deskAction(world, { address: `${one}/words`, right }, rename),
    deskAction(world, { address: `${one}/readers`, right }, share),
  ];
}

type Typed = Identity & { readonly words: string };

function newPage({ words }: DeskVisit, typed?: Typed, problem?: string): DeskPage {
  return {
    title: words.sources.confidential.title,
    place: "sources",
    ...(problem !== undefined && { status: 422 }),
    main: <NewConfidential typed={typed ?? { words: "", name: "", contact: "" }} problem={problem} words={words} />,
  };
}

function typedIn(form: Form): Typed {
  const line = (name: string) => form.text(name).replaceAll(/\s+/g, " ");
  return { words: line("words"), name: line("who"), contact: form.text("contact") };
}

function isLong({ words, name, contact }: Typed): boolean {
  return words.length > LONGEST_NAME || name.length > LONGEST_NAME || contact.length > LONGEST_NOTES;
}

async function enter(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, world, words } = visit;
  const typed = typedIn(form);
  const { refused } = words.sources;
  if (typed.words === "") return newPage(visit, typed, refused.words);
  if (isLong(typed)) return newPage(visit, typed, refused.long);
  const { name, contact } = typed;
  const id = await addConfidential(db, {
    words: typed.words,
    identity: { name, contact },
    key: world.sourceKey,
    by: staff.id,
    at,
  });
  return seeOther(`/desk/sources/${id}`, "kept");
}

type Shown = { readonly identity?: Identity; readonly problem?: string };

export async function confidentialPage(
  visit: DeskVisit,
  source: LedgerSource,
  { identity, problem }: Shown = {},
): Promise<DeskPage | undefined> {
  const { db, words, staff } = visit;
  const keepers = await keepersOf(db, source.id);
  if (!keepers) return undefined;
  const nameOf = await namesAt(visit);
  const others = (await colleagues(visit)).filter(({ value }) => value !== keepers.reporter);
  return {
    title: source.name,
    place: "sources",
    ...(problem !== undefined && { status: 422 }),
    main: (
      <ConfidentialSource
        source={source}
        reporter={nameOf(keepers.reporter)}
        readers={keepers.readers.map(nameOf)}
        mayLook={keepers.reporter === staff.id || keepers.readers.includes(staff.id)}
        sharing={
          keepers.reporter === staff.id
            ? others.map((one) => ({ ...one, ticked: keepers.readers.includes(one.value) }))
            : undefined
        }
        identity={identity}
        problem={problem}
        uses={await usesOfSource(db, source.id, { limit: MOST_SHOWN })}
        words={words}
      />
    ),
  };
}

async function confidential({ db, steps }: DeskVisit): Promise<LedgerSource | undefined> {
  const source = await ledgerSource(db, steps["source"] ?? "");
  return source?.kind === "confidential" ? source : undefined;
}

/** The answer to a form and never to an address, so that nothing leads back to it; what is shown is on the record. */
async function look(visit: DeskVisit): Promise<DeskAnswer> {
  const { db, staff, at, world, words } = visit;
  const source = await confidential(visit);
  if (!source) return undefined;
  const identity = await openConfidential(db, { id: source.id, key: world.sourceKey, by: staff.id, at });
  if (identity === undefined) return undefined;
  if (identity === "locked") return confidentialPage(visit, source, { problem: words.sources.confidential.locked });
  return confidentialPage(visit, source, { identity });
}

async function change(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, world, words } = visit;
  const source = await confidential(visit);
  if (!source) return undefined;
  const { name, contact } = typedIn(form);
  if (isLong({ words: "", name, contact }))
    return confidentialPage(visit, source, { identity: { name, contact }, problem: words.sources.refused.long });
  const key = world.sourceKey;
  const done = await changeIdentity(db, { id: source.id, identity: { name, contact }, key, by: staff.id, at });
  return done ? seeOther(`/desk/sources/${source.id}`, "kept") : undefined;
}

async function rename(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at, words } = visit;
  const source = await confidential(visit);
  if (!source) return undefined;
  const said = typedIn(form).words;
  if (said === "" || said.length > LONGEST_NAME)
    return confidentialPage(visit, source, { problem: words.sources.refused[said === "" ? "words" : "long"] });
  await nameConfidential(db, { id: source.id, words: said, by: staff.id, at });
  return seeOther(`/desk/sources/${source.id}`, "kept");
}

async function share(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { db, staff, at } = visit;
  const source = await confidential(visit);
  if (!source) return undefined;
  const known = new Set((await colleagues(visit)).map(({ value }) => value));
  const readers = form.texts("reader").filter((id) => known.has(id));
  const done = await nameReaders(db, { id: source.id, readers, by: staff.id, at });
  return done ? seeOther(`/desk/sources/${source.id}`, "kept") : undefined;
}
