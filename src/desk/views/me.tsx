/** One's own account, as five short forms under each other. */
import type { Child } from "hono/jsx";
import type { SessionListed, WaysIn } from "#agency/staff/queries.ts";
import type { StaffMember } from "#agency/staff/staff.ts";
import { dayIn } from "#lib/days.ts";
import { printDay, printInstant } from "#text/typography/dates.ts";
import type { PeopleWords } from "../words/people.ts";
import type { PersonProblem } from "../words/sign-in.ts";
import { DESK_LANGUAGES } from "../words/spoken.ts";
import type { DeskWords } from "../words/words.ts";
import { Choice, Problem, TextField, Tick } from "./fields.tsx";
import { SquareCode } from "./qr.tsx";

type MeWords = PeopleWords["me"];

export type MyProblems = {
  readonly name?: PersonProblem;
  readonly password?: PersonProblem;
  readonly current?: "wrong" | "stale";
  readonly passkeys?: "last-way" | "stale";
  readonly app?: "wrong";
};

type MyAccountProps = {
  readonly words: DeskWords;
  readonly staff: StaffMember;
  readonly ways: WaysIn;
  /** Whether they want letters about replies that wait; nothing where they do not decide over any. */
  readonly replyLetters: boolean | undefined;
  readonly sessions: readonly SessionListed[];
  /** The session this page was asked for with. */
  readonly here: string | undefined;
  readonly timeZone: string;
  readonly problems: MyProblems;
};

export const MyAccount = (props: MyAccountProps) => (
  <>
    <NameForm {...props} />
    <Passkeys {...props} />
    <Password {...props} />
    <App {...props} />
    <Sessions {...props} />
  </>
);

const Part = ({ id, title, children }: { readonly id: string; readonly title: string; readonly children?: Child }) => (
  <section class="part" id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    {children}
  </section>
);

const NameForm = ({ words, staff, replyLetters, problems }: MyAccountProps) => {
  const { me } = words.people;
  return (
    <form method="post" action="/desk/me" class="narrow">
      <p class="who">
        <bdi dir="ltr">{staff.email}</bdi>
      </p>
      <TextField
        name="name"
        label={me.name}
        value={staff.name}
        problem={problems.name && words.signIn.problems[problems.name]}
        required
        maxlength={100}
        autocomplete="name"
        dir="auto"
      />
      <Choice name="language" label={me.language} chosen={staff.language} options={LANGUAGE_OPTIONS} />
      {replyLetters !== undefined && <Tick name="reply-letters" label={words.byLetter.wanted} ticked={replyLetters} />}
      <p class="buttons">
        <button type="submit" class="main">
          {me.keep}
        </button>
      </p>
    </form>
  );
};

// Each language is called by itself.
const LANGUAGE_OPTIONS = DESK_LANGUAGES.map((value) => ({
  value,
  text: new Intl.DisplayNames(value, { type: "language" }).of(value) ?? value,
}));

const Passkeys = ({ words, ways, timeZone, problems }: MyAccountProps) => {
  const { passkeys, password } = words.people.me;
  return (
    <Part id="passkeys" title={passkeys.title}>
      <p>{passkeys.sentence}</p>
      {problems.passkeys && <Problem>{problems.passkeys === "stale" ? password.stale : passkeys.lastWay}</Problem>}
      {ways.passkeys.length === 0 && <p class="quiet">{passkeys.none}</p>}
      <ul class="rows">
        {ways.passkeys.map(({ id, name, madeAt }) => (
          <li>
            <span>
              <bdi>{name ?? passkeys.unnamed}</bdi>{" "}
              <span class="quiet">{passkeys.since(printDay(dayIn(timeZone, madeAt), words.language))}</span>
            </span>
            <form method="post" action={`/desk/me/passkeys/${id}/remove`}>
              <button type="submit">{passkeys.remove}</button>
            </form>
          </li>
        ))}
      </ul>
      <p class="buttons">
        <a class="button" href="/desk/me/passkey">
          {passkeys.add}
        </a>
      </p>
    </Part>
  );
};

const Password = ({ words, staff, ways, problems }: MyAccountProps) => {
  const { password } = words.people.me;
  const hasOne = ways.password !== undefined;
  return (
    <Part id="your-password" title={password.title}>
      {!hasOne && <p class="quiet">{password.none}</p>}
      {problems.current === "stale" && <Problem>{password.stale}</Problem>}
      <form method="post" action="/desk/me/password" class="narrow">
        <OwnAddress email={staff.email} />
        {hasOne && <CurrentPassword words={password} isWrong={problems.current === "wrong"} />}
        <TextField
          name="password"
          label={password.next}
          hint={password.hint}
          type="password"
          problem={problems.password && words.signIn.problems[problems.password]}
          required
          autocomplete="new-password"
          dir="ltr"
        />
        <p class="buttons">
          <button type="submit">{hasOne ? password.change : password.set}</button>
        </p>
      </form>
    </Part>
  );
};

/** Under what a password manager keeps the password. */
const OwnAddress = ({ email }: { readonly email: string }) => (
  <input type="text" name="username" autocomplete="username" value={email} hidden readonly />
);

type CurrentPasswordProps = { readonly words: MeWords["password"]; readonly isWrong: boolean };

const CurrentPassword = ({ words, isWrong }: CurrentPasswordProps) => (
  <TextField
    name="current"
    label={words.current}
    type="password"
    problem={isWrong ? words.wrong : undefined}
    required
    autocomplete="current-password"
    dir="ltr"
  />
);

const App = ({ words, staff, ways, problems }: MyAccountProps) => {
  const { app, password } = words.people.me;
  return (
    <Part id="app" title={app.title}>
      <p>{ways.asksForCode ? app.on : app.sentence}</p>
      {ways.password === undefined ? (
        <p class="quiet">{app.needsPassword}</p>
      ) : (
        <form method="post" action={ways.asksForCode ? "/desk/me/recovery-codes" : "/desk/me/app"} class="narrow">
          <OwnAddress email={staff.email} />
          <div class="field">
            <label for="app-current">{password.current}</label>
            <input
              id="app-current"
              name="current"
              type="password"
              required
              autocomplete="current-password"
              dir="ltr"
              {...(problems.app && { "aria-invalid": "true", "aria-describedby": "app-current-problem" })}
            />
            {problems.app && (
              <p class="problem" id="app-current-problem">
                {password.wrong}
              </p>
            )}
          </div>
          <p class="buttons">
            <button type="submit">{ways.asksForCode ? app.newRecovery : app.begin}</button>
            {ways.asksForCode && (
              <button type="submit" formaction="/desk/me/app/remove">
                {app.remove}
              </button>
            )}
          </p>
        </form>
      )}
    </Part>
  );
};

const Sessions = ({ words, sessions, here, timeZone }: MyAccountProps) => {
  const { sessions: said } = words.people.me;
  return (
    <Part id="sessions" title={said.title}>
      <p>{said.sentence}</p>
      <ul class="rows">
        {sessions.map(({ id, madeAt, userAgent, address }) => (
          <li>
            <span>
              <bdi>{browserOf(userAgent) ?? said.unknown}</bdi>{" "}
              <span class="quiet">
                {said.since(printInstant(madeAt, timeZone, words.language))}
                {address !== "" && `, ${said.from(address)}`}
              </span>
            </span>
            {id === here ? (
              <strong>{said.here}</strong>
            ) : (
              <form method="post" action={`/desk/me/sessions/${id}/end`}>
                <button type="submit">{said.end}</button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post" action="/desk/me/sessions/end-others">
          <p class="buttons">
            <button type="submit">{said.endOthers}</button>
          </p>
        </form>
      )}
    </Part>
  );
};

// In this order: each of the later ones is named by those before it too.
const BROWSERS = ["Firefox", "Edg", "OPR", "Chrome", "Safari"];
const SYSTEMS = ["Android", "iPhone", "iPad", "Windows", "Mac OS", "Linux"];
const CALLED: Readonly<Record<string, string>> = { Edg: "Edge", OPR: "Opera", "Mac OS": "macOS" };

/** `Firefox, Linux`: enough for its owner to know it again. */
function browserOf(userAgent: string): string | undefined {
  const named = [BROWSERS, SYSTEMS].flatMap((names) => names.find((name) => userAgent.includes(name)) ?? []);
  return named.map((name) => CALLED[name] ?? name).join(", ") || undefined;
}

export const AddPasskey = ({ words }: { readonly words: MeWords["passkeys"] }) => (
  <div class="narrow">
    <p class="introduction">{words.addSentence}</p>
    <div data-passkey="keep" data-to="/desk/" hidden>
      <TextField name="name" label={words.name} hint={words.nameHint} maxlength={60} dir="auto" />
      <p class="problem" role="alert" hidden>
        {words.failed}
      </p>
      <p class="buttons">
        <button type="button" class="main">
          {words.add}
        </button>
      </p>
    </div>
    <noscript>
      <p class="said">{words.noScript}</p>
    </noscript>
    <p class="buttons">
      <a href="/desk/me#your-password">{words.instead}</a>
    </p>
  </div>
);

type AppFormProps = {
  readonly words: MeWords["app"];
  readonly uri: string;
  readonly codes: readonly string[];
  readonly problem?: string | undefined;
};

export const AppForm = ({ words, uri, codes, problem }: AppFormProps) => (
  <form method="post" action="/desk/me/app/code" class="app-form">
    <input type="hidden" name="uri" value={uri} />
    <input type="hidden" name="codes" value={codes.join(" ")} />
    <div>
      <p>{words.scan}</p>
      <SquareCode text={uri} label={words.scan} />
      <p>{words.byHand}</p>
      <p class="secret" dir="ltr">
        {URL.parse(uri)
          ?.searchParams.get("secret")
          ?.match(/.{1,4}/g)
          ?.join(" ")}
      </p>
    </div>
    <div>
      <h2>{words.recoveryTitle}</h2>
      <CodeList words={words} codes={codes} />
      <TextField
        name="code"
        label={words.code}
        hint={words.codeHint}
        problem={problem}
        required
        maxlength={10}
        inputmode="numeric"
        autocomplete="one-time-code"
        dir="ltr"
      />
      <p class="buttons">
        <button type="submit" class="main">
          {words.confirm}
        </button>
        <a href="/desk/me#app">{words.cancel}</a>
      </p>
    </div>
  </form>
);

const CodeList = ({ words, codes }: Pick<AppFormProps, "words" | "codes">) => (
  <>
    <p>{words.recoverySentence}</p>
    <ul class="codes" dir="ltr">
      {codes.map((code) => (
        <li>
          <code>{code}</code>
        </li>
      ))}
    </ul>
  </>
);

export const RecoveryCodes = ({ words, codes }: Pick<AppFormProps, "words" | "codes">) => (
  <>
    <CodeList words={words} codes={codes} />
    <p class="buttons">
      <a class="button" href="/desk/me#app">
        {words.back}
      </a>
    </p>
  </>
);
