/** What the toolbar of the editor offers, in its order, with the keys that do the same. */

export const TOOLS = [
  { name: "undo", keys: "Mod-z", sign: "↶" },
  { name: "redo", keys: "Mod-Shift-z", sign: "↷" },
  { name: "paragraph", keys: "Mod-Alt-0", sign: "¶" },
  { name: "heading", keys: "Mod-Alt-2", sign: "H2" },
  { name: "subheading", keys: "Mod-Alt-3", sign: "H3" },
  { name: "strong", keys: "Mod-b", sign: "B" },
  { name: "em", keys: "Mod-i", sign: "I" },
  { name: "code", keys: "Mod-e", sign: "‹›" },
  { name: "bullets", keys: "Mod-Shift-8", sign: "•" },
  { name: "numbers", keys: "Mod-Shift-7", sign: "1." },
  { name: "link", keys: "Mod-k" },
  { name: "quotation", keys: "Mod-Alt-q" },
  { name: "citation", keys: "Mod-Alt-s" },
  { name: "event", keys: "Mod-Alt-d" },
  { name: "blockquote", keys: "Mod-Alt-b" },
  { name: "pullQuote", keys: "Mod-Alt-u" },
  { name: "picture", keys: "Mod-Alt-p" },
  { name: "table", keys: "Mod-Alt-t" },
  { name: "embed", keys: "Mod-Alt-e" },
  { name: "rule", keys: "Mod-Alt-r" },
  { name: "help", keys: "Mod-/", sign: "?" },
] as const satisfies readonly { readonly name: string; readonly keys: string; readonly sign?: string }[];

export type ToolName = (typeof TOOLS)[number]["name"];
