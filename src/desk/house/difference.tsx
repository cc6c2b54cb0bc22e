/** How one text came out of another: only the lines that changed, what went struck out, what came underlined. */
import { directionOf } from "#lib/direction.ts";
import { documentDifference } from "#text/diff/documents.ts";
import type { DocumentJson } from "#text/document/schema.ts";
import { Marked } from "../views/marked.tsx";

type DifferenceProps = {
  readonly before: DocumentJson;
  readonly after: DocumentJson;
  /** BCP 47 of the texts. */
  readonly language: string;
  /** What is said where nothing changed. */
  readonly same: string;
};

export const Difference = ({ before, after, language, same }: DifferenceProps) => {
  const lines = documentDifference(before, after, language).filter(({ kind }) => kind !== "same");
  if (lines.length === 0) return <p class="quiet">{same}</p>;
  return (
    <div class="difference" lang={language} dir={directionOf(language)}>
      {lines.map(({ kind, stretches }) => (
        <p>
          <Marked
            stretches={
              kind === "added" || kind === "removed" ? stretches.map(({ text }) => ({ kind, text })) : stretches
            }
          />
        </p>
      ))}
    </div>
  );
};
