/** A letter to a reader, printed as text and as HTML. Nothing in it is fetched from anywhere, so nobody learns that it was read. */
import type { Piece } from "#agency/replies/letters.ts";
import { directionOf } from "#lib/direction.ts";
import { wholePage } from "#lib/html.ts";
import { languageMarks } from "#text/replies/language.ts";

export function letterText(pieces: readonly Piece[]): string {
  const [body, feet] = [pieces.filter((piece) => !isFoot(piece)), pieces.filter(isFoot)];
  const all = [...body.map(pieceText), ...(feet.length > 0 ? ["-- ", ...feet.map(pieceText)] : [])];
  return `${all.join("\n\n")}\n`;
}

function pieceText(piece: Piece): string {
  if (piece.kind === "line") return piece.text;
  if (piece.kind === "words") return piece.text.replaceAll(/^/gm, "> ");
  return `${piece.text}:\n${piece.href}`;
}

function isFoot(piece: Piece): boolean {
  return piece.kind === "link" && piece.isQuiet === true;
}

type Printed = { readonly language: string; readonly subject: string; readonly pieces: readonly Piece[] };

export function letterHtml({ language, subject, pieces }: Printed): string {
  const [body, feet] = [pieces.filter((piece) => !isFoot(piece)), pieces.filter(isFoot)];
  const page = (
    <html lang={language} dir={directionOf(language)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      {/* Mail programs read no style sheets. */}
      <body style="font-family: Georgia, serif; font-size: 17px; line-height: 1.5; max-width: 36em; margin: 0 auto; padding: 1.5em">
        {body.map((piece) => (
          <PieceHtml piece={piece} language={language} />
        ))}
        {feet.length > 0 && (
          <p style="margin-top: 2.5em; padding-top: 1em; border-top: 1px solid #999; font-size: 14px">
            {feet.map((piece) => piece.kind === "link" && <FootLink href={piece.href} text={piece.text} />)}
          </p>
        )}
      </body>
    </html>
  );
  return wholePage(`${page}`);
}

const PieceHtml = ({ piece, language }: { readonly piece: Piece; readonly language: string }) => {
  if (piece.kind === "line") return <p dir="auto">{piece.text}</p>;
  if (piece.kind === "link")
    return (
      <p>
        <a href={piece.href}>{piece.text}</a>
      </p>
    );
  return (
    <blockquote
      {...languageMarks(piece.text, language)}
      style="margin: 1em 0; padding-inline-start: 1em; border-inline-start: 3px solid #999; white-space: pre-line"
    >
      {piece.text}
    </blockquote>
  );
};

const FootLink = ({ href, text }: { readonly href: string; readonly text: string }) => (
  <>
    <a href={href}>{text}</a>
    <br />
  </>
);
