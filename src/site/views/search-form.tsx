/** The one form of the public pages so far: words to look for, sent as an address that can be kept. */
import type { Words } from "../words/words.ts";

type SearchFormProps = { readonly action: string; readonly query?: string; readonly words: Words };

// Longer than any headline; a longer question is cut by the field, not refused.
const LONGEST_QUERY = 200;

export const SearchForm = ({ action, query = "", words }: SearchFormProps) => (
  <search>
    <form class="search-form" action={action} method="get">
      <label for="search-words">{words.search.label}</label>
      <div class="search-line">
        <input
          id="search-words"
          name="q"
          type="search"
          value={query}
          maxlength={LONGEST_QUERY}
          autocomplete="off"
          enterkeyhint="search"
          dir="auto"
        />
        <button type="submit">{words.search.button}</button>
      </div>
    </form>
  </search>
);
