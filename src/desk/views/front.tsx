/** The form a front page is arranged with. */
import type { FrontRefusal, FrontWords } from "../words/front.ts";
import { Problem, TextField, Tick } from "./fields.tsx";

export type FrontDeskProps = {
  readonly edition: { readonly code: string; readonly timeZone: string };
  readonly others: readonly { readonly href: string; readonly text: string }[];
  readonly places: readonly { readonly id: string; readonly headline: string; readonly until: string }[];
  readonly candidates: readonly { readonly id: string; readonly headline: string }[];
  readonly sections: readonly { readonly id: string; readonly name: string; readonly isShown: boolean }[];
  readonly planned: readonly { readonly id: string; readonly moment: string; readonly stories: number }[];
  readonly when: string;
  readonly banner: { readonly text: string; readonly href: string; readonly until: string };
  readonly isBannerUp: boolean;
  readonly refusal: FrontRefusal | undefined;
  readonly whenRefusal: FrontRefusal | undefined;
  readonly bannerRefusal: FrontRefusal | undefined;
  readonly words: FrontWords;
};

export const FrontDesk = (props: FrontDeskProps) => {
  const { edition, others, words, refusal, whenRefusal, when } = props;
  const address = `/desk/front/${edition.code}`;
  return (
    <div class="front-desk">
      <p class="introduction">{words.introduction}</p>
      {others.length > 0 && (
        <nav aria-label={words.otherEditions}>
          <ul class="inline-list">
            {others.map(({ href, text }) => (
              <li>
                <a href={href}>{text}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <form method="post" action={address}>
        {refusal && <Problem>{words.refusals[refusal]}</Problem>}
        {/* Enter in a field does what the first button does, so that is the one that changes nothing. */}
        <p class="buttons">
          <button type="submit" name="do" value="preview" formtarget="_blank">
            {words.preview}
          </button>
        </p>
        <div class="front-columns">
          <Places {...props} />
          <Candidates {...props} />
        </div>
        <Sections {...props} />
        <p class="buttons">
          <button type="submit" name="do" value="put" class="main">
            {words.putOn}
          </button>
        </p>
        <div class="plan-row">
          <TextField
            name="when"
            label={words.when}
            type="datetime-local"
            hint={words.whenHint(edition.timeZone)}
            value={when}
            problem={whenRefusal && words.refusals[whenRefusal]}
          />
          <button type="submit" name="do" value="plan">
            {words.plan}
          </button>
        </div>
      </form>
      <Planned {...props} address={address} />
      <BannerForm {...props} address={address} />
    </div>
  );
};

const Places = ({ places, edition, words }: FrontDeskProps) => (
  <section aria-labelledby="places">
    <h2 id="places">{words.places}</h2>
    {places.length === 0 && <p class="hint">{words.noPlaces}</p>}
    <ol class="place-list">
      {places.map(({ id, headline, until }, index) => (
        <li>
          <input type="hidden" name="place[]" value={id} />
          <p class="kicker">{index === 0 ? words.lead : words.place(index + 1)}</p>
          <p class="place-headline">
            <bdi>{headline}</bdi>
          </p>
          <div class="place-controls">
            <Small act={`up ${id}`} sign="↑" label={words.earlier(headline)} />
            <Small act={`down ${id}`} sign="↓" label={words.later(headline)} />
            <Small act={`off ${id}`} sign="×" label={words.takeOff(headline)} />
            {/* Its whole label names the story, for who does not see which one it stands under. */}
            <span class="until">
              <span class="hint" aria-hidden="true">
                {words.untilBeside}
              </span>
              <input
                type="datetime-local"
                name={`until-${id}`}
                value={until}
                aria-label={words.until(headline)}
                aria-describedby="places-hint"
              />
            </span>
          </div>
        </li>
      ))}
    </ol>
    {places.length > 0 && (
      <p class="hint" id="places-hint">
        {words.untilHint(edition.timeZone)}
      </p>
    )}
  </section>
);

const Candidates = ({ candidates, words }: FrontDeskProps) => (
  <section aria-labelledby="candidates">
    <h2 id="candidates">{words.candidates}</h2>
    <p class="hint">{words.candidatesHint}</p>
    <ul class="candidate-list">
      {candidates.map(({ id, headline }) => (
        <li>
          <Small act={`give ${id}`} sign="+" label={words.give(headline)} /> <bdi>{headline}</bdi>
        </li>
      ))}
    </ul>
  </section>
);

const Sections = ({ sections, words }: FrontDeskProps) =>
  sections.length === 0 ? null : (
    <section aria-labelledby="sections">
      <h2 id="sections">{words.sections}</h2>
      <p class="hint">{words.sectionsHint}</p>
      <ol class="section-order">
        {sections.map(({ id, name, isShown }) => (
          <li>
            <input type="hidden" name="section[]" value={id} />
            <Small act={`section-up ${id}`} sign="↑" label={words.earlier(name)} />
            <Small act={`section-down ${id}`} sign="↓" label={words.later(name)} />
            <Tick name="shown" value={id} label={words.isShown(name)} ticked={isShown} />
          </li>
        ))}
      </ol>
    </section>
  );

type AddressedProps = FrontDeskProps & { readonly address: string };

const Planned = ({ planned, address, words }: AddressedProps) =>
  planned.length === 0 ? null : (
    <section aria-labelledby="planned">
      <h2 id="planned">{words.planned}</h2>
      <ul class="planned-list">
        {planned.map(({ id, moment, stories }) => (
          <li>
            <form method="post" action={`${address}/cancel`}>
              <input type="hidden" name="plan" value={id} />
              <span>{words.plannedFor(moment, stories)}</span> <a href={`${address}?plan=${id}`}>{words.take}</a>{" "}
              <Small act="cancel" sign="×" label={words.cancel(moment)} />
            </form>
          </li>
        ))}
      </ul>
    </section>
  );

const BannerForm = ({ banner, isBannerUp, bannerRefusal, edition, address, words }: AddressedProps) => (
  <section aria-labelledby="banner">
    <h2 id="banner">{words.banner}</h2>
    <p class="hint">{words.bannerHint}</p>
    <form method="post" action={`${address}/banner`}>
      {bannerRefusal && <Problem>{words.refusals[bannerRefusal]}</Problem>}
      <TextField name="text" label={words.bannerText} value={banner.text} dir="auto" />
      <TextField name="href" label={words.bannerHref} hint={words.bannerHrefHint} value={banner.href} dir="ltr" />
      <TextField
        name="until"
        label={words.bannerUntil}
        type="datetime-local"
        hint={words.untilHint(edition.timeZone)}
        value={banner.until}
      />
      <p class="buttons">
        <button type="submit" name="do" value="up" class="main">
          {words.bannerPut}
        </button>
        {isBannerUp && (
          <button type="submit" name="do" value="down">
            {words.bannerDown}
          </button>
        )}
      </p>
    </form>
  </section>
);

const Small = ({ act, sign, label }: { readonly act: string; readonly sign: string; readonly label: string }) => (
  <button type="submit" name="do" value={act} class="small" aria-label={label} title={label}>
    {sign}
  </button>
);
