/** Whose the labels are that somebody typed after a compound or a quotation, where several names may claim them. */
import type { Candidate } from "./matcher.ts";
import type { Mention } from "./mentions.ts";

/**
 * The organisations labelled by the labels typed at the place of these mentions. A label goes to whom it would be printed
 * for in the same words, else to whose words it says; what nobody claims goes to the others in their order, those first
 * that would be labelled.
 */
export function ownersOf(
  mentions: readonly Mention[],
  printed: (mention: Mention) => string,
): ReadonlySet<Mention["organisation"]> {
  const owners = new Set<Mention["organisation"]>();
  const free: string[] = [];
  for (const words of mentions[0]?.typedAfter ?? []) {
    const claiming = mentions.filter(({ organisation }) => !owners.has(organisation));
    const owner =
      claiming.find((mention) => printed(mention) === words) ??
      claiming.find(({ candidates }) => hasWording(candidates, words));
    if (owner) owners.add(owner.organisation);
    else free.push(words);
  }
  const isPrinted = (mention: Mention) => printed(mention) !== "";
  const others = free.length > 0 ? [...mentions.filter(isPrinted), ...mentions] : [];
  for (const { organisation } of others) {
    if (free.length === 0) break;
    if (owners.has(organisation)) continue;
    owners.add(organisation);
    free.pop();
  }
  return owners;
}

function hasWording(candidates: readonly Candidate[], words: string): boolean {
  return candidates.some(({ organisation, name }) =>
    [name, ...organisation.designations].some(
      ({ wording }) => wording && Object.values(wording).some((one) => words.split("; ").includes(one)),
    ),
  );
}
