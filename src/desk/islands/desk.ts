/** What every page of the desk gains with JavaScript: nothing is sent twice, and no question is asked in vain. */

for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    const question = event.submitter?.dataset["sure"];
    if (question !== undefined && !window.confirm(question)) event.preventDefault();
    else if (form.dataset["sent"] === "yes") event.preventDefault();
    else form.dataset["sent"] = "yes";
  });
}

// A page that comes back from the browser's memory may be sent again.
window.addEventListener("pageshow", () => {
  for (const form of document.querySelectorAll("form")) delete form.dataset["sent"];
});
