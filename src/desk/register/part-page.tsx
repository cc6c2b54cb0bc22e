/** The page of one part of an organisation, a name or a designation: its form, what it began from, and why it was refused. */
import type { Child } from "hono/jsx";
import type { KeptOrganisation } from "#agency/labels/register.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import { Act, Buttons, From, MainAct } from "../house/parts.tsx";
import { Problem } from "../views/fields.tsx";
import type { DeskPage, DeskVisit } from "../visit.ts";
import type { RegisterRefusal } from "../words/register.ts";
import { addressOf, nameOf } from "./said.tsx";

/** Why what was sent is shown again; `sentence` is one of its own. */
export type Refused = { readonly refusal?: RegisterRefusal; readonly sentence?: string };

type PartPage = Refused & {
  readonly title: string;
  readonly organisation: KeptOrganisation;
  /** `names/+` */
  readonly address: string;
  /** The list whose it is; `null` for what is kept by hand. */
  readonly list: string | null;
  readonly fields: Child;
  /** The button that removes it, where it can be. */
  readonly remove: string | undefined;
};

export function partPage(visit: DeskVisit, part: PartPage): DeskPage {
  const { title, organisation, address, list, fields, remove, refusal, sentence } = part;
  const said = visit.words.register;
  const problem = sentence ?? (refusal && said.refusals[refusal]);
  return {
    title,
    place: "register",
    ...(problem !== undefined && { status: 422 }),
    main: (
      <>
        <p>
          <a href={addressOf(organisation.id)}>{nameOf(visit, organisation)}</a>
        </p>
        <form method="post" action={`${addressOf(organisation.id)}/${address}`} class="house-form">
          <From mark={markOf(organisation)} />
          {problem !== undefined && <Problem>{problem}</Problem>}
          {list !== null && <p class="hint">{said.listsWords(list)}</p>}
          {fields}
          <Buttons>
            <MainAct act="look">{said.lookAtIt}</MainAct>
            {remove !== undefined && <Act act="remove">{remove}</Act>}
          </Buttons>
        </form>
      </>
    ),
  };
}
