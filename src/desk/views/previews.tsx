/** The links that show a story to somebody outside, and a new one. */
import type { PreviewLink } from "#agency/articles/previews.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, type Option, TextField } from "./fields.tsx";

export type PreviewLinksProps = {
  readonly articleId: string;
  readonly links: readonly (PreviewLink & { readonly ends: string; readonly maker: string })[];
  readonly days: readonly Option[];
  /** The address of the link that was just made. */
  readonly link?: string;
  readonly words: DeskWords;
};

export const PreviewLinks = ({ articleId, links, days, link, words }: PreviewLinksProps) => {
  const { previews } = words.flow;
  const address = `/desk/articles/${articleId}/previews`;
  return (
    <section class="previews" aria-labelledby="previews">
      <h2 id="previews">{previews.title}</h2>
      <p class="hint">{previews.introduction}</p>
      {link !== undefined && (
        <div class="said" role="status">
          <TextField name="link" label={previews.made} hint={previews.madeHint} value={link} dir="ltr" readonly />
        </div>
      )}
      {links.length === 0 ? (
        <p class="quiet">{previews.none}</p>
      ) : (
        <ul class="stories">
          {links.map(({ id, ends, maker }) => (
            <li>
              <p class="about">
                <span>{previews.endsAt(ends)}</span>
                <span>{previews.madeBy(maker)}</span>
              </p>
              <form method="post" action={`${address}/${id}/revoke`}>
                <button type="submit">{previews.revoke}</button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form method="post" action={address}>
        <Choice name="days" label={previews.days} options={days} chosen="3" />
        <p class="buttons">
          <button type="submit">{previews.make}</button>
        </p>
      </form>
    </section>
  );
};
