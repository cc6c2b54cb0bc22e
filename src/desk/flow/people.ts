/** What the desk calls whoever did something: a colleague, present or past, the command line, the wire. */
import { BY_WIRE } from "#agency/articles/move.ts";
import { staffMembers, staffNames } from "#agency/staff/queries.ts";
import type { Option } from "../views/fields.tsx";
import type { DeskVisit } from "../visit.ts";

export type NameOf = (id: string | null) => string;

export async function namesAt({ db, words }: Pick<DeskVisit, "db" | "words">): Promise<NameOf> {
  const names = await staffNames(db);
  return (id) => {
    if (id === "command line") return words.flow.commandLine;
    if (id === "register") return words.log.register;
    if (id === BY_WIRE) return words.wire.title;
    return names.get(id ?? "") ?? (id === null || /^[\da-f-]{36}$/.test(id) ? words.flow.somebody : id);
  };
}

/** Who can be given work, as choices of a form. */
export async function colleagues({ db }: Pick<DeskVisit, "db">): Promise<Option[]> {
  const members = await staffMembers(db);
  return members.filter(({ suspendedAt }) => suspendedAt === null).map(({ id, name }) => ({ value: id, text: name }));
}
