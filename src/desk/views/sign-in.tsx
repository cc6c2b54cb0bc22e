/** The forms before the gate. Each works without JavaScript; the button for a passkey shows where one can be used. */
import type { SignInWords } from "../words/sign-in.ts";
import { Problem, TextField } from "./fields.tsx";

type SignInFormProps = {
  readonly words: SignInWords;
  readonly to: string;
  /** Links can be sent; else an administrator hands them out. */
  readonly sendsMail: boolean;
  readonly email?: string | undefined;
  /** What is said of the whole form. */
  readonly refusal?: string | undefined;
  /** What is wrong with the address. */
  readonly problem?: string | undefined;
};

export const SignInForm = ({ words: { form }, to, sendsMail, email = "", refusal, problem }: SignInFormProps) => (
  <form method="post" action="/desk/sign-in" class="door">
    {refusal !== undefined && <Problem>{refusal}</Problem>}
    <div class="passkey" data-passkey="enter" data-to={to} hidden>
      <p class="buttons">
        <button type="button" class="main">
          {form.passkey}
        </button>
      </p>
      <p class="problem" role="alert" hidden>
        {form.passkeyFailed}
      </p>
      <p class="or">{form.or}</p>
    </div>
    <input type="hidden" name="to" value={to} />
    <TextField
      name="email"
      label={form.email}
      type="email"
      value={email}
      problem={problem}
      required
      maxlength={254}
      autocomplete="username"
      dir="ltr"
    />
    <TextField name="password" label={form.password} type="password" autocomplete="current-password" dir="ltr" />
    <p class="buttons">
      <button type="submit" class="main">
        {form.enter}
      </button>
      {sendsMail && (
        <button type="submit" class="plain" name="by" value="letter">
          {form.sendLink}
        </button>
      )}
    </p>
    {!sendsMail && <p class="hint">{form.noMail}</p>}
  </form>
);

export const LetterSent = ({ words: { form } }: { readonly words: SignInWords }) => (
  <div class="door">
    <p role="status">{form.sent.sentence}</p>
    <p class="buttons">
      <a class="button" href="/desk/sign-in">
        {form.again}
      </a>
    </p>
  </div>
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
