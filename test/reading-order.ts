/** A page as a screen reader goes through it: the accessibility tree Chromium hands to one, flat and in its order. */
import type { Page } from "playwright-core";

// Boxes without a meaning of their own, and text cut into lines.
const UNSAID = new Set(["none", "generic", "InlineTextBox", "LineBreak", "RootWebArea"]);

/** What is said from the first thing to the last: `role: name (description)`. */
export async function readingOrder(page: Page): Promise<readonly string[]> {
  const client = await page.context().newCDPSession(page);
  const { nodes } = await client.send("Accessibility.getFullAXTree");
  await client.detach();
  const known = new Map(nodes.map((node) => [node.nodeId, node]));
  const said: string[] = [];
  const waiting = nodes.filter(({ parentId }) => parentId === undefined);
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    const role = String(node.role?.value ?? "none");
    const description = node.description?.value ? ` (${node.description.value})` : "";
    if (!node.ignored && !UNSAID.has(role)) said.push(`${role}: ${node.name?.value ?? ""}${description}`);
    waiting.push(...[...(node.childIds ?? [])].reverse().flatMap((id) => known.get(id) ?? []));
  }
  return said;
}

/** Of what is to be heard one after another, with anything between: the first that is not, and where it was listened for. */
export function notHeard(said: readonly string[], expected: readonly RegExp[]): readonly string[] {
  let from = 0;
  for (const one of expected) {
    const at = said.findIndex((line, at) => at >= from && one.test(line));
    if (at < 0) return [`${one} is not heard after`, ...said.slice(Math.max(0, from - 3), from + 12)];
    from = at + 1;
  }
  return [];
}
