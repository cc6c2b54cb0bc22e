import { expect, test } from "bun:test";
import { minified } from "./minify.ts";

const CASES = [
  { rule: "comments go", css: "a { color: red; } /* why: { } */", small: "a{color:red}" },
  {
    rule: "a string keeps its spaces and signs",
    css: 'a::after { content: " ; /* no */ "; }',
    small: 'a::after{content:" ; /* no */ "}',
  },
  {
    rule: "a descendant stays a descendant",
    css: "main  :lang(ar) p > b , i { top: 0 }",
    small: "main :lang(ar) p>b,i{top:0}",
  },
  {
    rule: "sums keep their spaces",
    css: "a { width: calc(1rem + 2 * (3px - 1px)) }",
    small: "a{width:calc(1rem + 2 * (3px - 1px))}",
  },
  {
    rule: "conditions keep their words",
    css: "@media print and (width > 40rem) { a { b: c } }",
    small: "@media print and (width>40rem){a{b:c}}",
  },
  {
    rule: "an address with a slash stays",
    css: 'a { src: url("fonts/x.woff2") }',
    small: 'a{src:url("fonts/x.woff2")}',
  },
];

for (const { rule, css, small } of CASES) {
  test(rule, () => {
    expect(minified(css)).toBe(small);
    expect(minified(small)).toBe(small);
  });
}
