/** What tells a name or a designation of an organisation from its others in addresses, and who changed it last. */
import { historyOf } from "#agency/labels/history.ts";
import { type KeptDesignation, type KeptName, keyOfName } from "#agency/labels/register.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import type { NameForm } from "#text/labels/labels.ts";
import { namesAt } from "../flow/people.ts";
import type { DeskVisit } from "../visit.ts";
import type { FormState } from "../words/register.ts";

export function markOfName(name: KeptName): string {
  return markOf(keyOfName(name));
}

export function markOfDesignation({ jurisdiction, authority, decision, from, list }: KeptDesignation): string {
  return markOf([jurisdiction, authority, decision, from, list]);
}

export function stateOfForm({ how, isDoubtful }: NameForm, isOff: boolean): FormState {
  if (isOff) return "off";
  return isDoubtful ? "doubtful" : how;
}

export async function lastHandOn(visit: DeskVisit, id: string): Promise<string> {
  const [[last], nameOf] = await Promise.all([historyOf(visit.db, id, { limit: 1 }), namesAt(visit)]);
  return nameOf(last?.by ?? null);
}
