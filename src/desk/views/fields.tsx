/** The parts of the desk's forms: a label above each field, a hint and a problem below it, all tied together. */
import type { Child } from "hono/jsx";

type Named = {
  /** Also the id, so one form has a name once. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Why what was sent cannot be kept, as a sentence. */
  readonly problem?: string | undefined;
};

type TextFieldProps = Named & {
  readonly value?: string;
  readonly type?: "text" | "email" | "password" | "url" | "search" | "number" | "date" | "datetime-local" | "tel";
  readonly required?: boolean;
  readonly maxlength?: number;
  readonly autocomplete?: string;
  readonly inputmode?: "numeric" | "email" | "url";
  readonly dir?: "auto" | "ltr";
  readonly readonly?: boolean;
  /** The id of a `datalist` whose entries it offers. */
  readonly list?: string;
  readonly min?: number;
  readonly max?: number;
};

export const TextField = ({ name, label, hint, problem, value = "", type = "text", ...rest }: TextFieldProps) => (
  <FieldOf name={name} label={label} hint={hint} problem={problem}>
    <input id={name} name={name} type={type} value={value} {...tied({ name, hint, problem })} {...rest} />
  </FieldOf>
);

type TextAreaProps = Named & {
  readonly value?: string;
  readonly rows?: number;
  readonly required?: boolean;
  readonly maxlength?: number;
  readonly dir?: "auto" | "ltr";
  readonly readonly?: boolean;
};

export const TextArea = ({ name, label, hint, problem, value = "", rows = 4, ...rest }: TextAreaProps) => (
  <FieldOf name={name} label={label} hint={hint} problem={problem}>
    <textarea id={name} name={name} rows={rows} {...tied({ name, hint, problem })} {...rest}>
      {/* A browser drops one line end after the tag. */}
      {`\n${value}`}
    </textarea>
  </FieldOf>
);

export type Option = { readonly value: string; readonly text: string };

type ChoiceProps = Named & { readonly options: readonly Option[]; readonly chosen?: string | undefined };

export const Choice = ({ name, label, hint, problem, options, chosen }: ChoiceProps) => (
  <FieldOf name={name} label={label} hint={hint} problem={problem}>
    <select id={name} name={name} {...tied({ name, hint, problem })}>
      {options.map(({ value, text }) => (
        <option value={value} selected={value === chosen}>
          {text}
        </option>
      ))}
    </select>
  </FieldOf>
);

type TickProps = {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly ticked?: boolean;
  /** The label's, where it is not the page's. */
  readonly language?: string;
};

export const Tick = ({ name, label, value = "yes", ticked = false, language }: TickProps) => {
  const id = `${name}-${value.replaceAll("/", "_")}`;
  return (
    <p class="tick">
      <input id={id} name={name} type="checkbox" value={value} checked={ticked} />
      <label for={id} lang={language} dir={language && "auto"}>
        {label}
      </label>
    </p>
  );
};

/** What stands at the head of a form that was refused. */
export const Problem = ({ children }: { readonly children?: Child }) => (
  <p class="problem" role="alert">
    {children}
  </p>
);

const FieldOf = ({ name, label, hint, problem, children }: Named & { readonly children?: Child }) => (
  <div class="field">
    <label for={name}>{label}</label>
    {hint !== undefined && (
      <p class="hint" id={`${name}-hint`}>
        {hint}
      </p>
    )}
    {children}
    {problem !== undefined && (
      <p class="problem" id={`${name}-problem`}>
        {problem}
      </p>
    )}
  </div>
);

function tied({ name, hint, problem }: Pick<Named, "name" | "hint" | "problem">) {
  const ids = [hint !== undefined && `${name}-hint`, problem !== undefined && `${name}-problem`].filter(Boolean);
  return {
    ...(ids.length > 0 && { "aria-describedby": ids.join(" ") }),
    ...(problem !== undefined && { "aria-invalid": "true" as const }),
  };
}
