/**
 * Statements that Kysely compiles once and that are run again and again with other values: for what happens thousands of
 * times a second, where compiling would cost more than the database does. Everything else is written in place.
 */
import { type Compilable, type CompiledQuery, type KyselyPlugin, OperationNodeTransformer, ValueNode } from "kysely";
import { type Db, engineOf, straightWayOf } from "./db.ts";

type Value = string | number | null;
type Values = Readonly<Record<string, Value | readonly Value[]>>;

/** Where a value comes in: `value("id")` stands in the statement for the `id` it is run with, `value("ids")` for what an `in` has. */
export type ValueOf<Given extends Values> = <Name extends keyof Given & string>(name: Name) => Given[Name];

/** Stands among a compiled statement's parameters in the place of a value, or of one value of a list. */
export class Place {
  readonly name: string;
  readonly inList: number | undefined;

  constructor(name: string, inList?: number) {
    this.name = name;
    this.inList = inList;
  }
}

/** A statement that answers its rows. Inside an action it is part of that action, as other statements are. Rejects for a list of nothing. */
export function keptStatement<Given extends Values, Row>(
  statement: (db: Db, value: ValueOf<Given>) => Compilable<Row>,
): (db: Db, given: Given) => Promise<readonly Row[]> {
  const compiled = new Map<string, CompiledQuery<Row>>();
  const compiledFor = (db: Db, given: Given): CompiledQuery<Row> => {
    const [{ name }, rooms] = [engineOf(db), roomOfLists(given)];
    const form = rooms === "" ? name : name + rooms;
    const known = compiled.get(form);
    if (known) return known;
    const made = statement(db.withPlugin(CONSTANTS_IN_TEXT), placesFor(given)).compile();
    compiled.set(form, made);
    return made;
  };
  const filledFor = (db: Db, given: Given): CompiledQuery<Row> => {
    const { sql, parameters: places, query, queryId } = compiledFor(db, given);
    const parameters = places.map((one) => (one instanceof Place ? valueAt(given, one) : one));
    return { sql, parameters, query, queryId };
  };
  return (db, given) => {
    try {
      const filled = filledFor(db, given);
      const way = straightWayOf(db);
      return way ? way.rows(filled) : rowsOf(db, filled);
    } catch (cause) {
      // One that cannot be asked fails as one that was: whoever waits for it hears of it.
      return Promise.reject(cause);
    }
  };
}

async function rowsOf<Row>(db: Db, query: CompiledQuery<Row>): Promise<readonly Row[]> {
  return (await db.executeQuery(query)).rows;
}

function placesFor<Given extends Values>(given: Given): ValueOf<Given> {
  const placeOf = (name: string) => {
    const value = given[name];
    if (!isList(value)) return new Place(name);
    return Array.from({ length: roomFor(value) }, (_, inList) => new Place(name, inList));
  };
  // Kysely passes on what stands for a value without a look at it, so the place may pass for any type there.
  return (name) => placeOf(name) as never;
}

function valueAt(given: Values, { name, inList }: Place): Value | undefined {
  const value = given[name];
  return isList(value) ? value[Math.min(inList ?? 0, value.length - 1)] : value;
}

function roomOfLists(given: Values): string {
  let rooms = "";
  for (const name in given) {
    const value = given[name];
    if (isList(value)) rooms += ` ${roomFor(value)}`;
  }
  return rooms;
}

/** One of few sizes, so that few statements are kept: what is asked for twice is found once. */
function roomFor(list: readonly Value[]): number {
  if (list.length === 0) throw new Error("a kept statement was asked for what is among nothing");
  return 2 ** Math.ceil(Math.log2(list.length));
}

function isList(value: Value | readonly Value[] | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** What is the same in every run is written into the statement: a plan is made for it, as an index of held replies alone. */
class ConstantsInText extends OperationNodeTransformer {
  protected override transformValue(node: ValueNode): ValueNode {
    return node.value instanceof Place ? node : ValueNode.createImmediate(node.value);
  }
}

const constantsInText = new ConstantsInText();

const CONSTANTS_IN_TEXT: KyselyPlugin = {
  transformQuery: ({ node, queryId }) => constantsInText.transformNode(node, queryId),
  transformResult: async ({ result }) => result,
};
