/** The page that stands while the site moves to another database: what was sent waits in it to be sent again. */
import { wordsFor } from "../words/words.ts";
import { BarePage, type BarePageValues } from "./bare.tsx";

type MovingPageValues = BarePageValues & {
  readonly method: string;
  readonly address: string;
  readonly sent: readonly (readonly [name: string, value: string])[];
};

export const MovingPage = ({ method, address, sent, ...house }: MovingPageValues) => {
  const { title, sentence, again, look } = wordsFor(house.language).words.moving;
  return (
    <BarePage {...house} title={title} sentence={sentence}>
      {method === "POST" ? (
        <form method="post" action={address}>
          {sent.map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <p>
            <button type="submit">{again}</button>
          </p>
        </form>
      ) : (
        <p>
          <a class="onward" href={address}>
            {look}
          </a>
        </p>
      )}
    </BarePage>
  );
};
