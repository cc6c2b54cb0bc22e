/** What of a reply is kept and how long, in a table; who else sees it; what its writer can do. */
import { KEPT, type Keeping } from "#agency/replies/kept.ts";
import type { KeptLengths, ReplyKeptWords } from "../words/reply-kept.ts";
import { Layout } from "./layout.tsx";
import type { Page } from "./values.ts";

type KeptProps = Page & {
  readonly words: ReplyKeptWords;
  readonly lengths: KeptLengths;
  readonly asked: Keeping["asked"];
};

export const ReplyKeptPage = ({ frame, head, words, lengths, asked }: KeptProps) => (
  <Layout frame={frame} head={head} kind="document">
    <header class="list-head">
      <h1>{words.title}</h1>
      <p class="introduction">{words.introduction}</p>
    </header>
    <div class="table">
      <table>
        <thead>
          <tr>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.howLong}</th>
          </tr>
        </thead>
        <tbody>
          {KEPT.map((one) => {
            const [what, howLong] = words.rows[one];
            return (
              <tr>
                <th scope="row">{what}</th>
                <td>{howLong(lengths)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
    <section aria-labelledby="asked">
      <h2 id="asked">{words.askedTitle}</h2>
      {!asked.own && !asked.akismet && <p>{words.asked.nobody}</p>}
      {asked.own && <p>{words.asked.own}</p>}
      {asked.akismet && <p>{words.asked.akismet}</p>}
    </section>
    <section aria-labelledby="yours">
      <h2 id="yours">{words.yoursTitle}</h2>
      <p>
        {words.yours} <a href="/replies/mine">{words.mine}</a>
      </p>
    </section>
  </Layout>
);
