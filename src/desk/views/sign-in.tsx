/** The forms before the gate. Each works without JavaScript; the button for a passkey shows where one can be used. */
import type { SignInWords } from "../words/sign-in.ts";
import { Problem, TextField } from "./fields.tsx";

type SignInFormProps = {
  readonly words: SignInWords;
  readonly to: string;
  readonly email?: string | undefined;
  /** What is said of the whole form. */
  readonly refusal?: string | undefined;
  /** What is wrong with the address. */
  readonly problem?: string | undefined;
};

export const SignInForm = ({ words: { form }, to, email = "", refusal, problem }: SignInFormProps) => (
  <form method="post" action="/desk/sign-in" class="door">
    {refusal !== undefined && <Problem>{refusal}</Problem>}
    <input type="hidden" name="to" value={to} />
    <TextField
      name="email"
      label={form.email}
      type="email"
      value={email}
      problem={problem}
      required
      maxlength={254}
      autocomplete="username webauthn"
      dir="ltr"
    />
    <TextField name="password" label={form.password} type="password" autocomplete="current-password" dir="ltr" />
    <p class="buttons">
      <button type="submit" class="main">
        {form.enter}
      </button>
    </p>
  </form>
);

type CodeFormProps = { readonly words: SignInWords; readonly to: string; readonly problem?: string | undefined };

export const CodeForm = ({ words: { code }, to, problem }: CodeFormProps) => (
  <form method="post" action="/desk/sign-in/code" class="door">
    <input type="hidden" name="to" value={to} />
    <TextField
      name="code"
      label={code.code}
      hint={code.hint}
      problem={problem}
      required
      maxlength={20}
      autocomplete="one-time-code"
      dir="ltr"
    />
    <p class="buttons">
      <button type="submit" class="main">
        {code.enter}
      </button>
    </p>
  </form>
);
