/**
 * How each node and mark of the document looks while it is written. What there is, and how it is nested, says the
 * schema of `text/document` alone. Attributes travel through a clipboard as `data-` attributes, so that what is
 * copied here is pasted here whole.
 */
import { type Extensions, Mark, Node, nodeInputRule, textblockTypeInputRule, wrappingInputRule } from "@tiptap/core";
import type { DOMOutputSpec, NodeSpec, TagParseRule } from "@tiptap/pm/model";
import { safeHref } from "#text/document/links.ts";
import { documentSchema } from "#text/document/schema.ts";

type Attributes = Readonly<Record<string, unknown>>;

type Look = {
  readonly parse?: readonly TagParseRule[];
  /** Without it the element of `tag` with everything in it. */
  readonly render?: (attributes: Attributes, rendered: Attributes) => DOMOutputSpec;
  readonly tag?: string;
  readonly className?: string;
  /** What the commands for tables know a node by. */
  readonly tableRole?: string;
};

const NODES: Readonly<Record<string, Look>> = {
  doc: {},
  text: {},
  paragraph: { tag: "p" },
  heading: {
    parse: [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
    render: ({ level }, rendered) => [`h${Math.min(6, Number(level))}`, rendered, 0],
  },
  bullet_list: { tag: "ul" },
  ordered_list: { tag: "ol", render: ({ start }, rendered) => ["ol", { ...rendered, start }, 0] },
  list_item: { tag: "li" },
  blockquote: { tag: "blockquote" },
  pull_quote: { tag: "p", className: "pull-quote" },
  picture: { tag: "figure", className: "picture" },
  table: { tag: "table", render: (_, rendered) => ["table", rendered, ["tbody", 0]], tableRole: "table" },
  table_row: { tag: "tr", tableRole: "row" },
  table_cell: { tag: "td", render: cell("td"), tableRole: "cell" },
  table_header: { tag: "th", render: cell("th"), tableRole: "header_cell" },
  embed: { tag: "div", className: "embed", render: card },
  rule: { tag: "hr", render: (_, rendered) => ["hr", rendered] },
  hard_break: { tag: "br", render: () => ["br"] },
  // Printed copies only: never in a body that is written, so nothing is read as one.
  label: { parse: [], tag: "span" },
  notes: { parse: [], tag: "div" },
  note: { parse: [], tag: "p" },
};

const MARKS: Readonly<Record<string, Look>> = {
  link: {
    parse: [{ tag: "a[href]", getAttrs: (element) => linkFrom(element) }],
    render: ({ href, title }) => ["a", { href: safeHref(String(href)), title }, 0],
  },
  citation: { tag: "span", className: "citation" },
  quotation: { tag: "span", className: "quotation" },
  event: { tag: "span", className: "event" },
  mention: { tag: "span", className: "mention" },
  strong: { parse: [{ tag: "strong" }, { tag: "b" }], tag: "strong" },
  em: { parse: [{ tag: "em" }, { tag: "i" }], tag: "em" },
  code: { tag: "code" },
};

/** Every node and mark of the schema, in its order. */
export function documentExtensions(
  nodeViews: Readonly<Record<string, NonNullable<Node["config"]["addNodeView"]>>>,
): Extensions {
  const { nodes, marks } = documentSchema;
  return [
    ...Object.values(nodes).map(({ name, spec }) => nodeOf(name, spec, nodeViews[name])),
    ...Object.values(marks).map(({ name, spec }) => markOf(name, spec.attrs)),
  ];
}

function nodeOf(name: string, spec: NodeSpec, nodeView: Node["config"]["addNodeView"] | undefined) {
  const look = NODES[name] ?? {};
  return Node.create({
    name,
    topNode: name === "doc",
    addAttributes: () => attributesOf(spec.attrs),
    parseHTML: () => parsing(name, look),
    ...(name !== "doc" && name !== "text" && { renderHTML: rendering(name, look) }),
    // Every extension is asked about every node.
    ...(look.tableRole !== undefined && {
      extendNodeSchema: (of: { name: string }) => (of.name === name ? { tableRole: look.tableRole } : {}),
    }),
    ...(nodeView && { addNodeView: nodeView }),
    addInputRules() {
      return inputRules(name, this.type);
    },
  });
}

function markOf(name: string, attrs: NodeSpec["attrs"]) {
  const look = MARKS[name] ?? {};
  return Mark.create({
    name,
    addAttributes: () => attributesOf(attrs),
    parseHTML: () => parsing(name, look),
    renderHTML: rendering(name, look),
  });
}

/** Typed at the start of a line, as in Markdown. */
function inputRules(name: string, type: Parameters<typeof wrappingInputRule>[0]["type"]) {
  switch (name) {
    case "heading":
      return [2, 3].map((level) =>
        textblockTypeInputRule({ find: new RegExp(`^#{${level}}\\s$`), type, getAttributes: { level } }),
      );
    case "bullet_list":
      return [wrappingInputRule({ find: /^[-*]\s$/, type })];
    case "ordered_list":
      return [
        wrappingInputRule({
          find: /^(\d{1,4})[.)]\s$/,
          type,
          getAttributes: ([, start]) => ({ start: Number(start) }),
        }),
      ];
    case "blockquote":
      return [wrappingInputRule({ find: /^>\s$/, type })];
    case "rule":
      return [nodeInputRule({ find: /^---$/, type })];
    default:
      return [];
  }
}

function parsing(name: string, { parse, tag, className }: Look): readonly TagParseRule[] {
  if (parse) return parse;
  if (tag === undefined) return [];
  // A look that several share is told by the name it was copied with.
  return [{ tag: className === undefined && !SHARED.has(tag) ? tag : `${tag}[data-is="${name}"]`, priority: 60 }];
}

const SHARED = new Set(["span", "div"]);

function rendering(name: string, { render, tag = "span", className }: Look) {
  return ({
    HTMLAttributes,
    ...of
  }: {
    HTMLAttributes: Attributes;
    node?: { attrs: Attributes };
    mark?: { attrs: Attributes };
  }) => {
    const rendered = { ...HTMLAttributes, "data-is": name, ...(className !== undefined && { class: className }) };
    return render ? render((of.node ?? of.mark)?.attrs ?? {}, rendered) : ([tag, rendered, 0] as const);
  };
}

function attributesOf(attrs: NodeSpec["attrs"] = {}) {
  const attributes = Object.entries(attrs ?? {}).map(([name, { default: otherwise }]) => [
    name,
    {
      parseHTML: (element: HTMLElement) => read(name, element.getAttribute(`data-${name}`), otherwise),
      renderHTML: (values: Attributes) => written(name, values[name]),
    },
  ]);
  return Object.fromEntries(attributes);
}

/** Text is written as it stands, anything else as JSON; what is left out is the default. */
function written(name: string, value: unknown): Attributes {
  if (value === null || value === undefined) return {};
  return { [`data-${name}`]: typeof value === "string" ? value : JSON.stringify(value) };
}

/** A clipboard may hold anything: what fits no attribute is left to its default. */
function read(name: string, value: string | null, otherwise: unknown): unknown {
  if (value === null) return undefined;
  if (name === "typed") return typedFrom(value);
  if (typeof otherwise !== "number") return value;
  const number = Number(value);
  if (!Number.isInteger(number)) return undefined;
  return name === "start" ? number : Math.max(1, number);
}

function typedFrom(json: string): unknown {
  try {
    const { words, as } = JSON.parse(json);
    return typeof words === "string" && typeof as === "string" ? { words, as } : undefined;
  } catch {
    return undefined; // not copied here
  }
}

function linkFrom(element: HTMLElement): Attributes | false {
  const href = safeHref(element.getAttribute("href") ?? "");
  return href === undefined ? false : { href, title: element.getAttribute("title") };
}

function cell(tag: "td" | "th") {
  return ({ colspan, rowspan }: Attributes, rendered: Attributes): DOMOutputSpec => [
    tag,
    { ...rendered, colspan, rowspan },
    0,
  ];
}

function card({ url, title, description }: Attributes, rendered: Attributes): DOMOutputSpec {
  const host = URL.parse(String(url))?.host ?? String(url);
  return [
    "div",
    rendered,
    ["p", { class: "embed-title" }, String(title) || host],
    ["p", { class: "embed-description" }, String(description)],
    ["p", { class: "embed-host" }, host],
  ];
}
