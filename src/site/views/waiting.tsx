/** The page that stands while the database moves or does not answer: what was sent waits in it to be sent again. */
import type { Sent } from "#lib/form.ts";
import { wordsFor } from "../words/words.ts";
import { BarePage, type BarePageValues } from "./bare.tsx";

type WaitingPageValues = BarePageValues & {
  readonly why: "moving" | "away";
  readonly method: string;
  readonly address: string;
  /** Nothing where it could not be read: then there is nothing to send again. */
  readonly sent: Sent | undefined;
};

const KEPT = { moving: "movingKept", away: "awayKept" } as const;

export const WaitingPage = ({ why, method, address, sent, ...house }: WaitingPageValues) => {
  const { title, sentences, chooseAgain, again, look } = wordsFor(house.language).words.waiting;
  const isLost = method === "POST" && (!sent || sent.lost.length > 0);
  return (
    <BarePage {...house} title={title} sentence={sentences[method === "POST" && sent ? KEPT[why] : why]}>
      {isLost && (
        <p>
          {chooseAgain}
          {sent && (
            <>
              {" "}
              <bdi>{sent.lost.join(", ")}</bdi>
            </>
          )}
        </p>
      )}
      {method === "POST" && sent ? (
        <form method="post" action={address} {...(sent.hasFiles && { enctype: "multipart/form-data" })}>
          {sent.fields.map(([name, value]) => (
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
