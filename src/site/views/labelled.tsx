/** One line of text with its labels: quiet, linked to why they stand there, never parted from their name. */
import type { LabelledText, Segment } from "./values.ts";

type LabelledProps = {
  readonly text: LabelledText;
  /** Off inside another link, where HTML allows none. */
  readonly links?: boolean;
};

export const Labelled = ({ text, links = true }: LabelledProps) => (
  <>{text.map((segment) => (segment.label ? <Label segment={segment} links={links} /> : segment.text))}</>
);

/** The same line as plain text, for attributes and titles. */
export function plain(text: readonly Pick<Segment, "text">[]): string {
  return text.map((segment) => segment.text).join("");
}

// The space stays outside the link, and inside the span that does not break there.
const Label = ({ segment, links }: { segment: Segment; links: boolean }) => {
  const words = segment.text.trimStart();
  const space = segment.text.slice(0, segment.text.length - words.length);
  const href = links ? segment.label?.href : undefined;
  return (
    <span class="label">
      {space}
      {href === undefined ? <span>{words}</span> : <a href={href}>{words}</a>}
    </span>
  );
};
