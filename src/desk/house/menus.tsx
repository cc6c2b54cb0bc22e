/** The menus of an edition. The form carries the whole menu; its small buttons change it and keep nothing yet. */
import type { Edition } from "#agency/editions/editions.ts";
import {
  isMenuHref,
  keepMenu,
  LONGEST_ENTRY,
  MENUS,
  type MenuEntry,
  type MenuPlace,
  MOST_ENTRIES,
  menuOf,
} from "#agency/editions/menus.ts";
import { moved } from "#agency/editions/order.ts";
import { sectionsOf } from "#agency/editions/queries.ts";
import { standingPages } from "#agency/pages/queries.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import type { Db } from "#store/db.ts";
import { Choice, Problem, TextField } from "../views/fields.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import { Act, Buttons, EditionsNav, editionOf, From, MainAct, PreviewAct, Small } from "./parts.tsx";

const ADDRESS = "/desk/house/menus";
// Sent once for each entry, in their order.
const ENTRY = "entry[]";

export function menuRoutes(world: DeskWorld): Route[] {
  const right = "places.keep";
  const one = { address: `${ADDRESS}/{edition}`, right } as const;
  return [
    deskPage(
      world,
      { address: ADDRESS, right },
      async ({ editions: [first] }) => first && seeOther(`${ADDRESS}/${first.code}`),
    ),
    deskPage(world, one, async (visit) => {
      const edition = editionOf(visit);
      return edition && menusPage(visit, edition, {});
    }),
    deskAction(world, one, change),
  ];
}

/** A menu as a form has it just now. */
type Draft = {
  readonly place: MenuPlace;
  readonly entries: readonly MenuEntry[];
  readonly from: string;
  readonly text: string;
  readonly href: string;
};

async function change(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  const place = MENUS.find((one) => one === form.text("place"));
  if (!edition || !place) return undefined;
  const { db, world, request, staff, at, words } = visit;
  const entries = form.texts(ENTRY).flatMap(entryFrom);
  const sent = (name: string) => form.text(`${place}-${name}`);
  const draft = { place, entries, from: form.text("from"), text: sent("text"), href: sent("href") };
  const [act = "", which = ""] = form.text("do").split(" ");
  if (act === "add-section" || act === "add-page") {
    const kind = act === "add-section" ? "section" : "page";
    return withEntry(visit, edition, draft, { kind, of: sent(kind) });
  }
  if (act === "add-link") return withEntry(visit, edition, draft, linkFrom(draft));
  if (act !== "keep" && act !== "usual" && act !== "preview")
    return reordered(visit, edition, draft, act, Number(which));

  // A link that was typed and not yet added is meant to stand there too.
  const isTyped = act !== "usual" && (draft.text !== "" || draft.href !== "");
  const link = isTyped ? linkFrom(draft) : undefined;
  if (isTyped && !link) return withEntry(visit, edition, draft, undefined);
  const wanted = act === "usual" ? null : [...entries, ...(link ? [link] : [])];
  const kept = { edition, place, entries: wanted, from: draft.from, by: staff.id, at };
  const keep = async (db: Db) => (await keepMenu(db, kept)).changedBy;
  const looked = { editionCode: edition.code, change: keep };
  const changedBy = await (act === "preview" ? world.previews.frontAfter(request, looked) : keep(db));
  if (changedBy instanceof Response) return changedBy;
  if (changedBy === undefined) return seeOther(`${ADDRESS}/${edition.code}`, "kept");
  const from = markOf(await menuOf(db, edition, place));
  const problem = words.house.changedMeanwhile(changedBy);
  return menusPage(visit, edition, { draft: { ...draft, from }, problem });
}

/** The form with one entry more, or why it cannot stand there. */
function withEntry(visit: DeskVisit, edition: Edition, draft: Draft, entry: MenuEntry | undefined): Promise<DeskPage> {
  const { menus } = visit.words.house;
  if (!entry) return menusPage(visit, edition, { draft, problem: menus.badLink });
  if (draft.entries.length >= MOST_ENTRIES) return menusPage(visit, edition, { draft, problem: menus.tooMany });
  const typed = entry.kind === "link" ? { text: "", href: "" } : {};
  return menusPage(visit, edition, { draft: { ...draft, ...typed, entries: [...draft.entries, entry] } });
}

function linkFrom({ text, href }: Draft): MenuEntry | undefined {
  const isGood = text !== "" && text.length <= LONGEST_ENTRY && isMenuHref(href);
  return isGood ? { kind: "link", href, text } : undefined;
}

function reordered(visit: DeskVisit, edition: Edition, draft: Draft, act: string, at: number): Promise<DeskPage> {
  const { entries } = draft;
  const isIt = (one: MenuEntry) => one === entries[at];
  const now = act === "off" ? entries.filter((one) => !isIt(one)) : moved(entries, isIt, act === "up" ? -1 : 1);
  return menusPage(visit, edition, { draft: { ...draft, entries: now } });
}

/** An entry as a hidden field holds it; what is none is left out. */
function entryFrom(sent: string): readonly MenuEntry[] {
  const [kind, of = "", ...words] = sent.split(" ");
  if (kind === "section" || kind === "page") return [{ kind, of }];
  const text = words.join(" ");
  return kind === "link" && isMenuHref(of) && text !== ""
    ? [{ kind, href: of, text: text.slice(0, LONGEST_ENTRY) }]
    : [];
}

function sentAs(entry: MenuEntry): string {
  return entry.kind === "link" ? `link ${entry.href} ${entry.text}` : `${entry.kind} ${entry.of}`;
}

type Shown = { readonly draft?: Draft; readonly problem?: string };

async function menusPage(visit: DeskVisit, edition: Edition, { draft, problem }: Shown): Promise<DeskPage> {
  const { db, words } = visit;
  const [sections, allPages] = await Promise.all([sectionsOf(db, edition.id), standingPages(db, edition.id)]);
  const pages = allPages.filter(({ isShown }) => isShown);
  const menus = await Promise.all(
    MENUS.map(async (place): Promise<Draft> => {
      if (draft?.place === place) return draft;
      const entries = await menuOf(db, edition, place);
      return { place, entries, from: markOf(entries), text: "", href: "" };
    }),
  );
  const named = { sections, pages: pages.map(({ slug, title }) => ({ slug, name: title })) };
  return {
    title: words.house.parts.menus.title,
    place: "house",
    ...(problem !== undefined && { status: 422 }),
    main: (
      <>
        <EditionsNav visit={visit} current={edition} address={ADDRESS} />
        {menus.map((menu) => (
          <MenuForm
            visit={visit}
            edition={edition}
            menu={menu}
            named={named}
            {...(draft?.place === menu.place && problem !== undefined && { problem })}
          />
        ))}
      </>
    ),
  };
}

type Named = { readonly slug: string; readonly name: string };

type MenuFormProps = {
  readonly visit: DeskVisit;
  readonly edition: Edition;
  readonly menu: Draft;
  readonly named: { readonly sections: readonly Named[]; readonly pages: readonly Named[] };
  readonly problem?: string;
};

const MenuForm = ({ visit: { words }, edition, menu, named, problem }: MenuFormProps) => {
  const { menus, keep, preview } = words.house;
  const { place, entries } = menu;
  return (
    <section aria-labelledby={place} class="house-menu">
      <h2 id={place}>{menus[place]}</h2>
      {place === "foot" && <p class="hint">{menus.footHint}</p>}
      <form method="post" action={`${ADDRESS}/${edition.code}#${place}`}>
        {problem !== undefined && <Problem>{problem}</Problem>}
        <input type="hidden" name="place" value={place} />
        <From mark={menu.from} />
        <Buttons>
          <MainAct act="keep">{keep}</MainAct>
          <PreviewAct>{preview}</PreviewAct>
          <Act act="usual">{menus.usual}</Act>
        </Buttons>
        {entries.length === 0 && <p class="hint">{menus.none}</p>}
        <ol class="house-list">
          {entries.map((entry, at) => (
            <EntryLine entry={entry} at={at} named={named} words={words} />
          ))}
        </ol>
        <Adding menu={menu} named={named} words={words} />
      </form>
    </section>
  );
};

type EntryLineProps = Pick<MenuFormProps, "named"> & {
  readonly entry: MenuEntry;
  readonly at: number;
  readonly words: DeskVisit["words"];
};

const EntryLine = ({ entry, at, named, words: { house } }: EntryLineProps) => {
  const name = nameOf(entry, named);
  return (
    <li>
      <input type="hidden" name={ENTRY} value={sentAs(entry)} />
      <Small act={`up ${at}`} sign="↑" label={house.earlier(name)} />{" "}
      <Small act={`down ${at}`} sign="↓" label={house.later(name)} />{" "}
      <Small act={`off ${at}`} sign="×" label={house.menus.takeOut(name)} /> <bdi>{name}</bdi>{" "}
      {entry.kind === "link" && (
        <span class="quiet" dir="ltr">
          {entry.href}
        </span>
      )}
    </li>
  );
};

function nameOf(entry: MenuEntry, { sections, pages }: MenuFormProps["named"]): string {
  if (entry.kind === "link") return entry.text;
  const among = entry.kind === "section" ? sections : pages;
  return among.find(({ slug }) => slug === entry.of)?.name ?? entry.of;
}

type AddingProps = Pick<MenuFormProps, "menu" | "named"> & { readonly words: DeskVisit["words"] };

/** Both menus stand on one page, so the names of fields begin with their menu's. */
const Adding = ({ menu, named, words: { house } }: AddingProps) => {
  const { menus } = house;
  const { place } = menu;
  const sections = optionsOf(menu, "section", named.sections);
  const pages = optionsOf(menu, "page", named.pages);
  return (
    <div class="adding">
      {sections.length > 0 && (
        <div>
          <Choice name={`${place}-section`} label={menus.addSection} options={sections} />
          <Act act="add-section">{menus.addSection}</Act>
        </div>
      )}
      {pages.length > 0 && (
        <div>
          <Choice name={`${place}-page`} label={menus.addPage} options={pages} />
          <Act act="add-page">{menus.addPage}</Act>
        </div>
      )}
      <div>
        <TextField name={`${place}-text`} label={menus.linkText} value={menu.text} dir="auto" />
        <TextField name={`${place}-href`} label={menus.linkHref} hint={menus.linkHint} value={menu.href} dir="ltr" />
        <Act act="add-link">{menus.addLink}</Act>
      </div>
    </div>
  );
};

/** What does not stand in the menu yet. */
function optionsOf({ entries }: Draft, kind: "section" | "page", all: readonly Named[]) {
  const isIn = (slug: string) => entries.some((entry) => entry.kind === kind && entry.of === slug);
  return all.filter(({ slug }) => !isIn(slug)).map(({ slug, name }) => ({ value: slug, text: name }));
}
