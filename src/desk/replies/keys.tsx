/** Which keys the queue is worked with, in a dialog that opens without a script. */
import { REASONS } from "#agency/replies/replies.ts";
import type { DeskWords } from "../words/words.ts";

const KEYS = ["j", "k", "x", "a", "1", "u", "o", "n", "/", "?"] as const;

export const Keys = ({ words }: { readonly words: DeskWords }) => {
  const { replies } = words;
  return (
    <>
      <p class="buttons">
        <button type="button" popovertarget="keys" class="small">
          {replies.keysTitle}
        </button>
      </p>
      <div id="keys" popover="auto" role="dialog" aria-labelledby="keys-title" class="keys">
        <h2 id="keys-title">{replies.keysTitle}</h2>
        <p>{replies.keys}</p>
        <dl>
          {KEYS.map((key) => (
            <div>
              <dt>
                <kbd>{key === "1" ? `1 – ${REASONS.length}` : key}</kbd>
              </dt>
              <dd>{replies.keyOf[key]}</dd>
            </div>
          ))}
        </dl>
        <ol>
          {REASONS.map((reason) => (
            <li>{replies.reasons[reason]}</li>
          ))}
        </ol>
        <p class="tick">
          <input id="keys-on" type="checkbox" checked data-keys-on />
          <label for="keys-on">{replies.keysOn}</label>
        </p>
        <p class="buttons">
          <button type="button" popovertarget="keys" popovertargetaction="hide">
            {replies.close}
          </button>
        </p>
      </div>
    </>
  );
};
