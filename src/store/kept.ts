/**
 * Statements that Kysely compiles once and that are run again and again with other values: for what happens thousands of
 * times a second, where compiling would cost more than the database does. Everything else is written in place.
 */
import { type Compilable, type CompiledQuery, type KyselyPlugin, OperationNodeTransformer, ValueNode } from "kysely";
import { type Db, type Engine, engineOf, straightWayOf } from "./db.ts";

type Value = string | number | null;
type Values = Readonly<Record<string, Value>>;

/** Where a value comes in: `value("id")` stands in the statement for the `id` it is run with. */
export type ValueOf<Given extends Values> = <Name extends keyof Given & string>(name: Name) => Given[Name];

/** Stands among a compiled statement's parameters in the place of a value. */
export class Place {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** A statement that answers its rows. Inside an action it belongs to that action, as any other. */
export function keptStatement<Given extends Values, Row>(
  statement: (db: Db, value: ValueOf<Given>) => Compilable<Row>,
): (db: Db, given: Given) => Promise<readonly Row[]> {
  const compiled = new Map<Engine["name"], CompiledQuery<Row>>();
  return async (db, given) => {
    const { name } = engineOf(db);
    const known = compiled.get(name) ?? statement(db.withPlugin(CONSTANTS_IN_TEXT), placeOf<Given>).compile();
    compiled.set(name, known);
    const parameters = known.parameters.map((one) => (one instanceof Place ? given[one.name] : one));
    const query: CompiledQuery<Row> = { sql: known.sql, parameters, query: known.query, queryId: known.queryId };
    const way = straightWayOf(db);
    return way ? way.rows(query) : (await db.executeQuery(query)).rows;
  };
}

function placeOf<Given extends Values>(name: keyof Given & string): never {
  // Kysely passes on what stands for a value without a look at it, so the place may pass for any type there.
  return new Place(name) as never;
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
