/** The head of every page of the desk. */
import type { DeskAssets, Island } from "../assets.ts";
import type { DeskWorld } from "../visit.ts";

type DeskHeadProps = {
  readonly title: string;
  readonly paper: DeskWorld["paper"];
  readonly assets: DeskAssets;
  /** Beside the one every page has. */
  readonly islands: readonly Island[];
};

export const DeskHead = ({ title, paper, assets, islands }: DeskHeadProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title}</title>
    <meta name="robots" content="noindex" />
    <meta name="color-scheme" content="light dark" />
    <link rel="stylesheet" href={paper.styles} />
    <link rel="stylesheet" href={assets.styles} />
    <link rel="icon" href={paper.icon} type="image/svg+xml" />
    {(["desk", ...islands] as const).map((name) => (
      <script type="module" src={assets.islands[name]} />
    ))}
  </head>
);
