/**
 * Sections, topics and people of an edition: three lists of things with a name and an address. Each is a list, a form for
 * one thing, and what can be done with it.
 */
import type { Child } from "hono/jsx";
import type { Edition } from "#agency/editions/editions.ts";
import {
  changePlace,
  mergeTopics,
  moveSection,
  type PlaceKind,
  type PlaceRefusal,
  removePlace,
} from "#agency/editions/places.ts";
import { placesInUse, sectionsOf, topicsOf } from "#agency/editions/queries.ts";
import { changePerson, movePerson, removePerson } from "#agency/people/actions.ts";
import { peopleOf, storiesOfPeople } from "#agency/people/queries.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import type { Db } from "#store/db.ts";
import { Choice, Problem, TextArea, TextField } from "../views/fields.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import type { HouseWords } from "../words/house.ts";
import { Act, Buttons, EditionsNav, editionOf, From, MainAct, PreviewAct, Small } from "./parts.tsx";

type Part = "sections" | "topics" | "people";

/** A thing as its form has it; what it does not have is empty. */
type Typed = { readonly slug: string; readonly name: string; readonly office: string; readonly about: string };

type Thing = Typed & { readonly id: string; readonly mark: string };

type Hand = { readonly edition: Edition; readonly by: string; readonly at: Date };

type Kind = {
  readonly all: (db: Db, editionId: string) => Promise<readonly Thing[]>;
  /** How many stories stand in each, by its id. */
  readonly inUse: (db: Db, editionId: string) => Promise<ReadonlyMap<string, number>>;
  readonly keep: (
    db: Db,
    what: Hand & { typed: Typed; from: string | null },
  ) => Promise<{ readonly changedBy: string } | { readonly refusal: PlaceRefusal } | undefined>;
  readonly remove: (db: Db, what: Hand & { slug: string }) => Promise<{ readonly inUse: number }>;
  /** Where readers see them in an order. */
  readonly move?: (db: Db, what: Hand & { slug: string; places: 1 | -1 }) => Promise<void>;
  readonly add: (words: HouseWords) => string;
  /** Which fields it has beside its name. */
  readonly has: readonly ("office" | "about" | "description")[];
};

function placeKind(kind: PlaceKind): Pick<Kind, "inUse" | "keep" | "remove"> {
  return {
    inUse: (db, editionId) => placesInUse(db, editionId, kind),
    keep: (db, { typed: { slug, name, about }, ...rest }) =>
      changePlace(db, { ...rest, kind, line: { slug, name, description: about } }),
    remove: (db, what) => removePlace(db, { ...what, kind }),
  };
}

function thing<Row extends { readonly id: string; readonly slug: string; readonly name: string }>(
  row: Row,
  { office, about }: { office: string; about: string },
): Thing {
  return { id: row.id, slug: row.slug, name: row.name, office, about, mark: markOf(row) };
}

const KINDS: Readonly<Record<Part, Kind>> = {
  sections: {
    ...placeKind("section"),
    all: async (db, id) => (await sectionsOf(db, id)).map((row) => thing(row, { office: "", about: "" })),
    move: moveSection,
    add: ({ places }) => places.addSection,
    has: [],
  },
  topics: {
    ...placeKind("topic"),
    all: async (db, id) => (await topicsOf(db, id)).map((row) => thing(row, { office: "", about: row.description })),
    add: ({ places }) => places.addTopic,
    has: ["description"],
  },
  people: {
    all: async (db, id) => (await peopleOf(db, id)).map((row) => thing(row, row)),
    inUse: storiesOfPeople,
    keep: (db, { typed, ...rest }) => changePerson(db, { ...rest, ...typed }),
    remove: removePerson,
    move: movePerson,
    add: ({ places }) => places.addPerson,
    has: ["office", "about"],
  },
};

// No address of a thing is written like this.
const NEW = "+";

export function thingRoutes(world: DeskWorld): Route[] {
  const right = "places.keep";
  return (["sections", "topics", "people"] as const).flatMap((part) => {
    const address = `/desk/house/${part}`;
    const list = { address: `${address}/{edition}`, right } as const;
    const one = { address: `${address}/{edition}/{slug}`, right } as const;
    return [
      deskPage(
        world,
        { address, right },
        async ({ editions: [first] }) => first && seeOther(`${address}/${first.code}`),
      ),
      deskPage(world, list, (visit) => printList(visit, part)),
      // What has no order of its own, as topics have not, is not moved.
      ...(KINDS[part].move ? [deskAction(world, list, (visit, form) => move(visit, part, form))] : []),
      deskPage(world, one, (visit) => printOne(visit, part)),
      deskAction(world, one, (visit, form) => change(visit, part, form)),
    ];
  });
}

async function printList(visit: DeskVisit, part: Part): Promise<DeskPage | undefined> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, words } = visit;
  const kind = KINDS[part];
  const [things, inUse] = await Promise.all([kind.all(db, edition.id), kind.inUse(db, edition.id)]);
  const address = `/desk/house/${part}`;
  const list = (
    <ul class="house-list">
      {things.map(({ id, slug, name, office }) => (
        <li class={kind.move && "movable"}>
          {kind.move && (
            <span>
              <Small act={`up ${slug}`} sign="↑" label={words.house.earlier(name)} />{" "}
              <Small act={`down ${slug}`} sign="↓" label={words.house.later(name)} />
            </span>
          )}
          <span>
            <a href={`${address}/${edition.code}/${slug}`}>
              <bdi>{name}</bdi>
            </a>{" "}
            <span class="quiet">
              {office !== "" && (
                <>
                  <bdi>{office}</bdi> ·{" "}
                </>
              )}
              {words.house.places.stories(inUse.get(id) ?? 0)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
  return {
    title: words.house.parts[part].title,
    place: "house",
    main: (
      <>
        <EditionsNav visit={visit} current={edition} address={address} />
        {kind.move ? (
          <form method="post" action={`${address}/${edition.code}`}>
            {list}
          </form>
        ) : (
          list
        )}
        <p class="after-list">
          <a class="button" href={`${address}/${edition.code}/${NEW}`}>
            {kind.add(words.house)}
          </a>
        </p>
      </>
    ),
  };
}

async function move(visit: DeskVisit, part: Part, form: Form): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const [act, slug = ""] = form.text("do").split(" ");
  const places = act === "up" ? -1 : 1;
  await KINDS[part].move?.(visit.db, { edition, slug, places, by: visit.staff.id, at: visit.at });
  return seeOther(`/desk/house/${part}/${edition.code}`, "kept");
}

async function printOne(visit: DeskVisit, part: Part): Promise<DeskPage | undefined> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const things = await KINDS[part].all(visit.db, edition.id);
  const slug = visit.steps["slug"] ?? "";
  const known = things.find((one) => one.slug === slug);
  if (!known && slug !== NEW) return undefined;
  return thingForm(visit, part, { edition, things, known, typed: known ?? NOTHING });
}

const NOTHING: Typed = { slug: "", name: "", office: "", about: "" };

async function change(visit: DeskVisit, part: Part, form: Form): Promise<DeskAnswer> {
  const edition = editionOf(visit);
  if (!edition) return undefined;
  const { db, world, request, staff, at, words, steps } = visit;
  const kind = KINDS[part];
  const hand = { edition, by: staff.id, at };
  const things = await kind.all(db, edition.id);
  const known = things.find(({ slug }) => slug === steps["slug"]);
  if (!known && steps["slug"] !== NEW) return undefined;
  const list = `/desk/house/${part}/${edition.code}`;
  const act = form.text("do");

  if (known && act === "remove") {
    const { inUse } = await kind.remove(db, { ...hand, slug: known.slug });
    if (inUse === 0) return seeOther(list, "removed");
    const problem = words.house.places.inUse(known.name, inUse);
    return thingForm(visit, part, { edition, things, known, typed: known, problem });
  }
  if (known && act === "merge" && part === "topics") {
    const into = form.text("into");
    const isMerged = await mergeTopics(db, { ...hand, slug: known.slug, into });
    return isMerged ? seeOther(`${list}/${into}`, "kept") : seeOther(`${list}/${known.slug}`);
  }

  const typed = {
    slug: known?.slug ?? form.text("slug"),
    name: form.text("name"),
    office: form.text("office"),
    about: form.text("about"),
  };
  const keep = (db: Db) => kind.keep(db, { ...hand, typed, from: known ? form.text("from") : null });
  const looked = { editionCode: edition.code, part, slug: typed.slug, change: keep };
  const outcome = await (act === "preview" ? world.previews.place(request, looked) : keep(db));
  if (outcome instanceof Response) return outcome;
  if (!outcome) return seeOther(list, "kept");
  const refused = { edition, things, known, typed };
  if ("refusal" in outcome) return thingForm(visit, part, { ...refused, refusal: outcome.refusal });
  return thingForm(visit, part, { ...refused, problem: words.house.changedMeanwhile(outcome.changedBy) });
}

type ThingForm = {
  readonly edition: Edition;
  readonly things: readonly Thing[];
  readonly known: Thing | undefined;
  readonly typed: Typed;
  readonly problem?: string;
  readonly refusal?: PlaceRefusal;
};

function thingForm(
  visit: DeskVisit,
  part: Part,
  { edition, things, known, typed, problem, refusal }: ThingForm,
): DeskPage {
  const { words, steps } = visit;
  const { fields, keep, preview, places } = words.house;
  const { has, add } = KINDS[part];
  const why = (...refusals: PlaceRefusal[]) =>
    refusal !== undefined && refusals.includes(refusal) ? places.refusals[refusal] : undefined;
  const action = `/desk/house/${part}/${edition.code}/${steps["slug"]}`;
  return {
    title: known ? places.change(known.name) : add(words.house),
    place: "house",
    ...((problem ?? refusal) && { status: 422 }),
    main: (
      <>
        {problem !== undefined && <Problem>{problem}</Problem>}
        <form method="post" action={action}>
          {known && <From mark={known.mark} />}
          <TextField
            name="name"
            label={fields.name}
            value={typed.name}
            dir="auto"
            problem={why("no-name", "long-name")}
          />
          {!known && (
            <TextField
              name="slug"
              label={fields.address}
              hint={fields.addressHint}
              value={typed.slug}
              dir="ltr"
              problem={why("bad-slug", "taken-slug")}
            />
          )}
          {has.includes("office") && <TextField name="office" label={fields.office} value={typed.office} dir="auto" />}
          {has.includes("description") && (
            <TextArea name="about" label={fields.description} value={typed.about} rows={3} dir="auto" />
          )}
          {has.includes("about") && (
            <TextArea
              name="about"
              label={fields.about}
              hint={fields.aboutHint}
              value={typed.about}
              rows={8}
              dir="auto"
            />
          )}
          <Buttons>
            <MainAct act="keep">{keep}</MainAct>
            <PreviewAct>{preview}</PreviewAct>
          </Buttons>
        </form>
        {known && (
          <Others action={action} known={known} words={words.house}>
            {part === "topics" && things.length > 1 && (
              <Merging others={things.filter(({ id }) => id !== known.id)} words={words.house} />
            )}
          </Others>
        )}
      </>
    ),
  };
}

type OthersProps = {
  readonly action: string;
  readonly known: Thing;
  readonly words: HouseWords;
  readonly children?: Child;
};

/** What can be done with a thing beside changing it. */
const Others = ({ action, known, words, children }: OthersProps) => (
  <form method="post" action={action} class="house-next">
    {children}
    <Buttons>
      <Act act="remove">{words.places.removeNamed(known.name)}</Act>
    </Buttons>
  </form>
);

const Merging = ({ others, words: { places } }: { readonly others: readonly Thing[]; readonly words: HouseWords }) => (
  <>
    <Choice
      name="into"
      label={places.mergeInto}
      hint={places.mergeHint}
      options={others.map(({ slug, name }) => ({ value: slug, text: name }))}
    />
    <Buttons>
      <Act act="merge">{places.merge}</Act>
    </Buttons>
  </>
);
