/** The library of pictures with JavaScript: pictures are dropped on the page, and the focus is where one presses. */

const form = document.querySelector<HTMLFormElement>("form[data-pictures]");
const frame = document.querySelector<HTMLElement>("[data-focus]");

if (form) takeDrops(form);
if (frame) takePresses(frame);

function takeDrops(form: HTMLFormElement): void {
  const area = form.closest("details");
  const progress = form.querySelector<HTMLElement>("[data-progress]");
  form.querySelector<HTMLElement>("[data-drop]")?.removeAttribute("hidden");
  const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
  document.addEventListener("dragover", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    area?.classList.add("over");
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) area?.classList.remove("over");
  });
  document.addEventListener("drop", (event) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    area?.classList.remove("over");
    void send([...(event.dataTransfer?.files ?? [])]);
  });

  /** One request a picture, so that they need not fit into one together. */
  async function send(files: readonly File[]): Promise<void> {
    if (area) area.open = true;
    const problems: string[] = [];
    for (const [index, file] of files.entries()) {
      say([`${form.dataset["sending"] ?? ""}`.replace("{n}", String(index + 1)).replace("{of}", String(files.length))]);
      problems.push(...(await sendOne(file)));
    }
    say(problems);
    // With a problem to read the page stays; what was kept shows when it is opened again.
    if (problems.length === 0) location.assign("/desk/pictures?said=kept");
  }

  async function sendOne(file: File): Promise<string[]> {
    const body = new FormData(form);
    body.set("files", file);
    try {
      const response = await fetch(form.action, { method: "POST", body, headers: { accept: "application/json" } });
      const { refused }: { refused: { name: string; problem: string }[] } = await response.json();
      return refused.map(({ name, problem }) => `${name}: ${problem}`);
    } catch {
      return [`${file.name}: ${form.dataset["failed"] ?? ""}`]; // no answer, or none of ours
    }
  }

  function say(lines: readonly string[]): void {
    progress?.replaceChildren(...lines.flatMap((line) => [line, document.createElement("br")]));
  }
}

function takePresses(frame: HTMLElement): void {
  const picture = frame.querySelector("img");
  const across = document.querySelector<HTMLInputElement>("#focus-x");
  const down = document.querySelector<HTMLInputElement>("#focus-y");
  if (!picture || !across || !down) return;
  const point = document.createElement("span");
  point.className = "focus-point";
  frame.append(point);
  frame.dataset["on"] = "yes";
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    across.value = hundredth((event.clientX - box.left) / box.width);
    down.value = hundredth((event.clientY - box.top) / box.height);
    show();
  });
  across.addEventListener("input", show);
  down.addEventListener("input", show);
  show();

  function show(): void {
    const [x, y] = [Number(across?.value), Number(down?.value)];
    // A picture is not turned round with the language, so its sides are left and top.
    point.style.left = `${x}%`;
    point.style.top = `${y}%`;
    const classes = [`fx-${Math.round(x / 25)}`, `fy-${Math.round(y / 25)}`];
    for (const crop of document.querySelectorAll(".crops img")) {
      const shape = [...crop.classList].filter((name) => name.startsWith("crop-"));
      crop.className = [...shape, ...classes].join(" ");
    }
  }
}

function hundredth(part: number): string {
  return String(Math.round(Math.min(1, Math.max(0, part)) * 100));
}
