import { describe, expect, test } from "bun:test";
import { safeHref } from "./links.ts";

const cases: readonly {
  readonly rule: string;
  readonly href: string;
  readonly base?: string;
  readonly to: string | undefined;
}[] = [
  {
    rule: "an address of the web stays as it was typed",
    href: "https://x.example/a?b=c#d",
    to: "https://x.example/a?b=c#d",
  },
  {
    rule: "an address with letters of any script stays",
    href: "https://пример.example/порт",
    to: "https://пример.example/порт",
  },
  {
    rule: "spaces and quotation marks are written by their number",
    href: 'https://x.example/a b"c',
    to: "https://x.example/a%20b%22c",
  },
  { rule: "a mailbox is a link", href: "mailto:desk@news.example", to: "mailto:desk@news.example" },
  { rule: "a telephone is a link", href: "tel:+3220000", to: "tel:+3220000" },
  { rule: "a scheme in capitals is the same scheme", href: "HTTPS://x.example/", to: "HTTPS://x.example/" },
  { rule: "a script is not", href: "javascript:alert(1)", to: undefined },
  { rule: "a script with a tab in its name is not", href: "java\tscript:alert(1)", to: undefined },
  { rule: "a script after a control is not", href: "\u0001javascript:alert(1)", to: undefined },
  { rule: "a file is not", href: "file:///etc/passwd", to: undefined },
  { rule: "a blob is not", href: "blob:https://x.example/1", to: undefined },
  { rule: "nothing is not", href: " ", to: undefined },
  { rule: "an address without a host is not", href: "https://", to: undefined },
  { rule: "a path from the root is a link", href: "/en/port", to: "/en/port" },
  { rule: "two slashes are another host", href: "//x.example/a", to: "https://x.example/a" },
  { rule: "a slash and a backslash are another host in disguise", href: "/\\x.example", to: undefined },
  { rule: "a path with a backslash in it keeps to this host", href: "/a\\b", to: "/a/b" },
  { rule: "a tab between two slashes is another host in disguise", href: "/\t/x.example", to: undefined },
  { rule: "a relative address needs a page", href: "b.html", to: undefined },
  {
    rule: "a relative address is read against its page",
    href: "../b.html",
    base: "https://x.example/a/c/",
    to: "https://x.example/a/b.html",
  },
  { rule: "a path is read against its page", href: "/b", base: "https://x.example/a/", to: "https://x.example/b" },
  {
    rule: "a page does not make a script safe",
    href: "javascript:alert(1)",
    base: "https://x.example/",
    to: undefined,
  },
  { rule: "a place within the page is no address", href: "#top", base: "https://x.example/", to: undefined },
];

describe("where a link may lead", () => {
  for (const { rule, href, base, to } of cases) {
    test(rule, () => {
      expect(safeHref(href, base)).toBe(to);
    });
  }
});
