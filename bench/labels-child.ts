/** What `labels.ts` starts to measure memory: one matcher compiled, and the resident megabytes that it took. */
import { COMPILED, MATCHERS, registerOfForms } from "./lib/matchers.ts";

const matcher = MATCHERS.find((one) => one === process.argv[2]);
if (!matcher) throw new Error(`there is no matcher ${process.argv[2]}`);
const given = registerOfForms(Number(process.argv[3]));
// The runtime grows when it is first asked to do something; that is nobody's register.
COMPILED[matcher](registerOfForms(10))("Nothing of it.");
const before = resident();
const count = COMPILED[matcher](given);
const after = resident();
count("Nothing of it.");
process.stdout.write(String(Math.max(0, after - before)));

function resident(): number {
  Bun.gc(true);
  return process.memoryUsage().rss / 1024 / 1024;
}
