/** Passkeys: shows where one can be used, and leads through the browser's own dialogue. Everything else works without. */

const BASE = "/desk/auth/passkey";

const STEPS: Readonly<Record<string, (place: HTMLElement) => Promise<string>>> = { enter, keep };

if (window.PublicKeyCredential && "parseRequestOptionsFromJSON" in PublicKeyCredential) {
  for (const place of document.querySelectorAll<HTMLElement>("[data-passkey]")) {
    place.hidden = false;
    const step = STEPS[place.dataset["passkey"] ?? ""];
    if (step) lead(place, step);
  }
}

function lead(place: HTMLElement, step: (place: HTMLElement) => Promise<string>): void {
  const button = place.querySelector("button");
  const problem = place.querySelector<HTMLElement>(".problem");
  button?.addEventListener("click", async () => {
    button.disabled = true;
    if (problem) problem.hidden = true;
    try {
      location.assign(await step(place));
    } catch {
      // Closed by its owner, or nothing fits: the page says what else there is.
      if (problem) problem.hidden = false;
      button.disabled = false;
    }
  });
}

/** Signs in; answers where to go on. */
async function enter(place: HTMLElement): Promise<string> {
  const asked = PublicKeyCredential.parseRequestOptionsFromJSON(await json(`${BASE}/generate-authenticate-options`));
  const credential = await navigator.credentials.get({ publicKey: { ...asked, userVerification: "required" } });
  await answer("verify-authentication", { response: shown(credential) });
  return place.dataset["to"] ?? "/desk/";
}

/** Keeps a new passkey. */
async function keep(place: HTMLElement): Promise<string> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await json(`${BASE}/generate-register-options`));
  const credential = await navigator.credentials.create({ publicKey });
  const name = place.querySelector("input")?.value.trim();
  await answer("verify-registration", { response: shown(credential), ...(name && { name }) });
  return place.dataset["to"] ?? "/desk/me";
}

function shown(credential: Credential | null): unknown {
  if (credential instanceof PublicKeyCredential) return credential.toJSON();
  throw new Error("no passkey");
}

async function answer(step: string, body: unknown): Promise<void> {
  await json(`${BASE}/${step}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function json(address: string, init?: RequestInit) {
  const response = await fetch(address, init);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
