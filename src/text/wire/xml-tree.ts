/** XML that is at hand as a tree, for formats whose parts come in any order. */
import { type XmlEvent, xmlEventsIn } from "#lib/xml.ts";

export type XmlNode = {
  /** Without its prefix. */
  readonly name: string;
  readonly space: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlNode | string)[];
};

/** The outermost element; what is not well formed throws an `XmlProblem`. */
export function xmlTree(text: string): XmlNode {
  return treeOf(xmlEventsIn(text));
}

function treeOf(events: Iterable<XmlEvent>): XmlNode {
  type Open = { -readonly [Key in keyof XmlNode]: XmlNode[Key] } & { children: (XmlNode | string)[] };
  const open: Open[] = [{ name: "", space: undefined, attributes: {}, children: [] }];
  for (const event of events) {
    if (event.kind === "open") {
      const { local: name, space, attributes } = event;
      open.push({ name, space, attributes, children: [] });
    } else if (event.kind === "text") open.at(-1)?.children.push(event.text);
    else {
      const closed = open.pop();
      if (closed) open.at(-1)?.children.push(closed);
    }
  }
  const root = open[0]?.children.find((one) => typeof one !== "string");
  if (!root) throw new Error("a document without an element was read");
  return root;
}

/** The children of a name, in order. */
export function childrenOf({ children }: XmlNode, ...names: readonly string[]): XmlNode[] {
  return children.flatMap((one) => (typeof one !== "string" && names.includes(one.name) ? [one] : []));
}

/** The first element at a path of names, below a node. */
export function childAt(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  return path.reduce<XmlNode | undefined>((at, name) => at && childrenOf(at, name)[0], node);
}

/** Every element of a name below a node, at any depth, in the order of the text. */
export function descendantsOf(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((one) =>
    typeof one === "string" ? [] : [...(one.name === name ? [one] : []), ...descendantsOf(one, name)],
  );
}

/** All words below a node, as they stand. */
export function wordsOf(node: XmlNode | undefined): string {
  return (node?.children ?? []).map((one) => (typeof one === "string" ? one : wordsOf(one))).join("");
}

/** The same on one line. */
export function lineOf(node: XmlNode | undefined): string {
  return wordsOf(node).replaceAll(/\s+/g, " ").trim();
}
