/** What every page of the desk gains with JavaScript: nothing is sent twice, no question is asked in vain, and what is waited for comes by itself. */

for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset["sure"];
    // A preview in a window of its own leaves the form here, to be sent yet.
    const isElsewhere = event.submitter?.getAttribute("formtarget") === "_blank";
    // A dialog is answered as often as it is asked.
    if (form.method === "dialog") return;
    if (question !== undefined && !window.confirm(question)) event.preventDefault();
    else if (isElsewhere) return;
    else if (form.dataset["sent"] === "yes") event.preventDefault();
    else form.dataset["sent"] = "yes";
  });
}

// A page that comes back from the browser's memory may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) delete form.dataset["sent"];
});

// A page that waits for work to end looks again by itself, as its link does without this.
const AGAIN_MS = 2_000;
if (document.querySelector("[data-again]")) setTimeout(() => location.reload(), AGAIN_MS);
