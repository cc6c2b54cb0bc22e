/** On the page of a guest's replies: lets this browser be told of answers, and no more. Without it the page has no such button. */

const part = document.querySelector<HTMLElement>(".browser-messages");
if (part && "serviceWorker" in navigator && "PushManager" in window) {
  const [on, off, line] = ["on", "off", "says"].map((name) => part.querySelector<HTMLElement>(`.browser-${name}`));
  const say = (words: string | undefined) => {
    if (line) line.textContent = words ?? "";
  };
  const show = (isOn: boolean) => {
    on?.toggleAttribute("hidden", isOn);
    off?.toggleAttribute("hidden", !isOn);
  };
  const kept = async () =>
    (await navigator.serviceWorker.getRegistration("/replies/"))?.pushManager.getSubscription() ?? null;
  const send = (act: string, json: unknown) =>
    fetch(`${location.pathname}/push`, {
      method: "POST",
      body: new URLSearchParams({ act, subscription: JSON.stringify(json) }),
    });

  void kept().then((known) => {
    part.hidden = false;
    show(known !== null);
    if (known) say(part.dataset["on"]);
  });
  on?.addEventListener("click", async () => {
    try {
      const registration = await navigator.serviceWorker.register("/replies/push.js");
      const known = await registration.pushManager.subscribe({
        userVisibleOnly: true,
        applicationServerKey: part.dataset["key"] ?? "",
      });
      await send("on", known.toJSON());
      show(true);
      say(part.dataset["waits"]);
    } catch {
      say(part.dataset["refused"]); // the reader said no, or the browser has no service for it
    }
  });
  off?.addEventListener("click", async () => {
    const known = await kept();
    if (known) await send("off", known.toJSON());
    await known?.unsubscribe();
    show(false);
    say("");
  });
}

export {};
