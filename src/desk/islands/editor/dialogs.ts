/** The dialogs of the page: asked a question, answered with the button that was pressed and what was filled in. */

export type Asked = { readonly does: string; readonly values: Readonly<Record<string, string>> };

/** Opens `ask-NAME` with these values in its fields; answers when it is closed. Escape is "cancel". */
export function ask(name: string, values: Readonly<Record<string, string>> = {}): Promise<Asked> {
  const dialog = dialogNamed(name);
  for (const field of fieldsOf(dialog)) field.value = values[field.name] ?? "";
  dialog.returnValue = "";
  const { promise, resolve } = Promise.withResolvers<Asked>();
  dialog.addEventListener(
    "close",
    () => {
      const given = fieldsOf(dialog).map(({ name, value }) => [name, value.trim()] as const);
      resolve({ does: dialog.returnValue || "cancel", values: Object.fromEntries(given) });
    },
    { once: true },
  );
  if (!dialog.open) dialog.showModal();
  return promise;
}

export function dialogNamed(name: string): HTMLDialogElement {
  const dialog = document.querySelector<HTMLDialogElement>(`#ask-${name}`);
  if (!dialog) throw new Error(`the page has no dialog ask-${name}`);
  return dialog;
}

type Field = HTMLInputElement | HTMLSelectElement;

function fieldsOf(dialog: HTMLDialogElement): Field[] {
  return [...dialog.querySelectorAll<Field>("input[name], select[name]")];
}
