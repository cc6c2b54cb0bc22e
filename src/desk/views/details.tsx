/** What stands with a story beside its text, as a form, and where it stands on its way. */

import { addressOfArticle } from "#agency/articles/articles.ts";
import { type Details, mayChangeFacts, type Story } from "#agency/articles/details.ts";
import type { Edition } from "#agency/editions/editions.ts";
import { may, type StaffMember } from "#agency/staff/staff.ts";
import type { NameOf } from "../flow/people.ts";
import { shownAt, whichOf } from "../flow/times.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, type Option, Problem, TextField, Tick } from "./fields.tsx";

/** What the fields hold: what is kept, or what was sent and refused. */
export type DetailsTyped = {
  readonly slug: string;
  readonly sectionId: string;
  readonly topicIds: readonly string[];
  readonly originName: string;
  readonly originUrl: string;
  readonly translatedFrom: string;
  readonly assignedTo: string;
  readonly dueAt: string;
  readonly embargoUntil: string;
};

/** What somebody else has kept where the form says something else. */
export type TheirDetail = { readonly label: string; readonly now: string };

export type DetailsProps = {
  readonly story: Story;
  readonly edition: Edition;
  readonly typed: DetailsTyped;
  /** The state the form was printed from. */
  readonly from: string;
  readonly met?: { readonly changedBy: string; readonly theirs: readonly TheirDetail[] };
  readonly problems: Readonly<Partial<Record<keyof Details, string>>>;
  /** The two minutes clocks show alike, by the field that named one of them. */
  readonly which: Readonly<Record<string, readonly Option[]>>;
  readonly oldSlugs: readonly string[];
  readonly sections: readonly Option[];
  readonly topics: readonly Option[];
  readonly originals: readonly Option[];
  readonly colleagues: readonly Option[];
  readonly staff: StaffMember;
  readonly words: DeskWords;
};

export const DetailsForm = (props: DetailsProps) => {
  const { story, edition, typed, problems, words, staff } = props;
  const { details } = words.flow;
  const isOpen = mayChangeFacts(staff, story);
  const none = (text: string, options: readonly Option[]) => [{ value: "", text }, ...options];
  return (
    <form method="post" action={`/desk/articles/${story.id}/details`}>
      <input type="hidden" name="from" value={props.from} />
      {Object.keys(problems).length > 0 && <Problem>{Object.values(problems)[0]}</Problem>}
      {props.met && <Met {...props.met} words={words} />}
      <fieldset class="beside-text" disabled={!isOpen}>
        <legend>{details.facts}</legend>
        {!isOpen && <p class="hint">{details.factsLocked}</p>}
        <TextField
          name="slug"
          label={details.slug}
          hint={details.slugHint(`/${edition.code}/`)}
          value={typed.slug}
          problem={problems.slug}
          dir="ltr"
          maxlength={80}
        />
        {props.oldSlugs.length > 0 && (
          <div class="old-addresses">
            <p class="hint">{details.oldSlugs}</p>
            <ul>
              {props.oldSlugs.map((slug) => (
                <li dir="ltr">{addressOfArticle(edition.code, slug)}</li>
              ))}
            </ul>
          </div>
        )}
        <Choice
          name="section"
          label={details.section}
          options={none(details.noSection, props.sections)}
          chosen={typed.sectionId}
        />
        {props.topics.length > 0 && (
          <fieldset class="field">
            <legend>{details.topics}</legend>
            <div class="ticks">
              {props.topics.map(({ value, text }) => (
                <Tick name="topic" value={value} label={text} ticked={typed.topicIds.includes(value)} />
              ))}
            </div>
          </fieldset>
        )}
        <TextField
          name="originName"
          label={details.origin}
          hint={details.originHint}
          value={typed.originName}
          dir="auto"
          maxlength={200}
        />
        <TextField
          name="originUrl"
          type="url"
          label={details.originUrl}
          value={typed.originUrl}
          problem={problems.origin}
          dir="ltr"
          maxlength={2000}
        />
        {props.originals.length > 0 && (
          <Choice
            name="translatedFrom"
            label={details.translatedFrom}
            options={none(details.noTranslation, props.originals)}
            chosen={typed.translatedFrom}
          />
        )}
      </fieldset>
      {may(staff, "article.assign") && (
        <>
          <Choice
            name="assignedTo"
            label={details.assignee}
            options={none(details.nobody, props.colleagues)}
            chosen={typed.assignedTo}
          />
          <TimeField {...props} name="dueAt" label={details.due} />
        </>
      )}
      {may(staff, "article.publish") && story.state !== "published" && (
        <TimeField {...props} name="embargoUntil" label={details.embargo} hint={details.embargoHint} />
      )}
      {(isOpen || may(staff, "article.assign")) && (
        <p class="buttons">
          <button type="submit" class="main">
            {details.keep}
          </button>
        </p>
      )}
    </form>
  );
};

type MetProps = NonNullable<DetailsProps["met"]> & { readonly words: DeskWords };

const Met = ({ changedBy, theirs, words: { flow, house } }: MetProps) => (
  <div class="met">
    <Problem>{house.changedMeanwhile(changedBy)}</Problem>
    {theirs.length > 0 && (
      <>
        <p>{flow.details.standsNow}</p>
        <dl>
          {theirs.map(({ label, now }) => (
            <div>
              <dt>{label}</dt>
              <dd dir="auto">{now === "" ? house.nothing : now}</dd>
            </div>
          ))}
        </dl>
      </>
    )}
  </div>
);

type TimeFieldProps = DetailsProps & {
  readonly name: "dueAt" | "embargoUntil";
  readonly label: string;
  readonly hint?: string;
};

const TimeField = ({ name, label, hint = "", typed, problems, which, edition, words }: TimeFieldProps) => {
  const { details } = words.flow;
  const options = which[name];
  return (
    <>
      <TextField
        name={name}
        type="datetime-local"
        label={label}
        hint={`${hint} ${details.timesHint(edition.timeZone)}`.trim()}
        value={typed[name]}
        problem={problems[name]}
      />
      {options && <Choice name={whichOf(name)} label={details.which} options={options} />}
    </>
  );
};

type WhereProps = {
  readonly story: Story;
  readonly edition: Edition;
  /** The text has changed since it was scheduled. */
  readonly isScheduledOld: boolean;
  readonly twoPeople: boolean;
  readonly nameOf: NameOf;
  readonly staff: StaffMember;
  readonly words: DeskWords;
};

/** Where a story stands, in sentences. */
export const WhereItStands = ({ story, edition, isScheduledOld, twoPeople, nameOf, staff, words }: WhereProps) => {
  const { details, states, list } = words.flow;
  const time = (at: Date) => words.flow.inZone(shownAt(at, edition, words), edition.timeZone);
  return (
    <div class="where">
      <p>
        <span class={`stage ${story.state}`}>{states[story.state]}</span> <span class="quiet">{edition.name}</span>
      </p>
      {story.state === "scheduled" && story.publishAt && <p>{details.isScheduled(time(story.publishAt))}</p>}
      {story.ahead !== null && <p>{details.sentAhead[story.ahead]}</p>}
      {isScheduledOld && <p class="problem">{details.scheduledOld}</p>}
      {story.state === "ready" && story.readyBy !== null && <p>{details.readyBy(nameOf(story.readyBy))}</p>}
      {story.state === "published" && story.publishedAt && <p>{list.cameOut(time(story.publishedAt))}</p>}
      {story.hasChanges && <p class="problem">{details.hasChanges}</p>}
      {story.gone && <p>{details.goneSince(states[story.gone.how], time(story.gone.at))}</p>}
      {story.embargoUntil && <p>{list.embargo(time(story.embargoUntil))}</p>}
      {twoPeople && story.state !== "published" && <p class="quiet">{details.twoPeople}</p>}
      {story.state === "published" && (
        <p>
          <a href={addressOfArticle(edition.code, story.slug)}>{details.seeAddress}</a>
        </p>
      )}
      {may(staff, "audit.read") && (
        <p>
          <a href={`/desk/log?about=article:${story.id}`}>{words.log.title}</a>
        </p>
      )}
      {may(staff, "record.withhold") && story.publishedAt && (
        <p>
          <a href={`/desk/withhold?article=${story.id}`}>{words.withholding.toPage}</a>
        </p>
      )}
    </div>
  );
};
