/** What the desk calls whoever did something: a colleague, present or past, or the command line. */
import { staffMembers, staffNames } from "#agency/staff/queries.ts";
import type { Option } from "../views/fields.tsx";
import type { DeskVisit } from "../visit.ts";

export type NameOf = (id: string | null) => string;

export async function namesAt({ db, words }: Pick<DeskVisit, "db" | "words">): Promise<NameOf> {
  const names = await staffNames(db);
  return (id) => {
    if (id === "command line") return words.flow.commandLine;
    if (id === "register") return words.log.register;
    return names.get(id ?? "") ?? (id === null || /^[\da-f-]{36}$/.test(id) ? words.flow.somebody : id);
  };
}

/** Who can be given work, as choices of a form. */
export async function colleagues({ db }: Pick<DeskVisit, "db">): Promise<Option[]> {
  const members = await staffMembers(db);
  return members.filter(({ suspendedAt }) => suspendedAt === null).map(({ id, name }) => ({ value: id, text: name }));
}
