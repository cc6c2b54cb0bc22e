/** Where a one-time link leads: who comes back, who comes for the first time, and whose link is spent. */
import type { PersonProblem, SignInWords } from "../words/sign-in.ts";
import { TextField } from "./fields.tsx";

type LinkFormProps = { readonly words: SignInWords; readonly token: string; readonly name: string };

export const LinkForm = ({ words: { link }, token, name }: LinkFormProps) => (
  <form method="post" action={`/desk/sign-in/${token}`} class="door">
    <p class="introduction">{link.signInSentence(name)}</p>
    <p class="buttons">
      <button type="submit" class="main">
        {link.enter}
      </button>
    </p>
  </form>
);

type WelcomeFormProps = {
  readonly words: SignInWords;
  readonly token: string;
  readonly typed: { readonly name: string; readonly email: string };
  /** Invited by address, which is then only shown: a passkey is kept under it. */
  readonly knowsEmail: boolean;
  readonly introduction: string;
  readonly problems: Partial<Record<"name" | "email" | "password", PersonProblem>>;
};

export const WelcomeForm = ({ words, token, typed, knowsEmail, introduction, problems }: WelcomeFormProps) => {
  const { link, form } = words;
  const said = (problem: PersonProblem | undefined) => problem && words.problems[problem];
  return (
    <form method="post" action={`/desk/sign-in/${token}`} class="door">
      <p class="introduction">{introduction}</p>
      <TextField
        name="name"
        label={link.name}
        hint={link.nameHint}
        value={typed.name}
        problem={said(problems.name)}
        required
        maxlength={100}
        autocomplete="name"
        dir="auto"
      />
      {knowsEmail ? (
        // Password managers keep a password under it.
        <input type="hidden" name="email" autocomplete="username" value={typed.email} />
      ) : (
        <TextField
          name="email"
          label={form.email}
          type="email"
          value={typed.email}
          problem={said(problems.email)}
          required
          maxlength={254}
          autocomplete="username"
          dir="ltr"
        />
      )}
      <div class="passkey" data-passkey="choose" hidden>
        <p class="buttons">
          <button type="submit" class="main" name="then" value="passkey">
            {link.withPasskey}
          </button>
        </p>
        <p class="or">{form.or}</p>
      </div>
      <TextField
        name="password"
        label={form.password}
        hint={link.passwordHint}
        type="password"
        problem={said(problems.password)}
        autocomplete="new-password"
        dir="ltr"
      />
      <p class="buttons">
        <button type="submit" class="main">
          {link.withPassword}
        </button>
      </p>
    </form>
  );
};

export const SpentLink = ({ words: { link, form } }: { readonly words: SignInWords }) => (
  <div class="door">
    <p>{link.spent.sentence}</p>
    <p class="buttons">
      <a class="button" href="/desk/sign-in">
        {form.title}
      </a>
    </p>
  </div>
);
