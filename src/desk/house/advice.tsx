/** Whose advice the house asks about new replies: a classifier of its own, and Akismet. */
import { SHORTEST_SECRET } from "#agency/replies/advice.ts";
import { settingsOf } from "#agency/settings/queries.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { sealed } from "#lib/sealed.ts";
import { Problem, TextField, Tick } from "../views/fields.tsx";
import { type DeskPage, type DeskVisit, type DeskWorld, deskAction, deskPage } from "../visit.ts";
import { Buttons, From, keepOrAgain, MainAct, partNow } from "./parts.tsx";

const ADDRESS = "/desk/house/advice";
const LONGEST = 500;

export function adviceRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  return [
    deskPage(world, { address: ADDRESS, right }, async (visit) => {
      const set = await settingsOf(visit.db, "advice");
      return adviceForm(visit, {
        address: set["advice.address"] ?? "",
        problems: {},
        from: await partNow(visit.db, "advice"),
      });
    }),
    deskAction(world, { address: ADDRESS, right }, keep),
  ];
}

type Problems = Readonly<Partial<Record<"address" | "secret" | "akismet", string>>>;

async function keep(visit: DeskVisit, form: Form): Promise<DeskPage | Response> {
  const { db, world, words } = visit;
  const [address, secret, akismet] = [form.text("address"), form.text("secret"), form.text("akismet")];
  const from = form.text("from");
  const set = await settingsOf(db, "advice");
  const said = words.advice.problems;
  const hasSecret = secret !== "" || Boolean(set["advice.secret"]);
  const isShort = secret !== "" && secret.length < SHORTEST_SECRET;
  const problems: Problems = {
    ...(address !== "" && !isAddress(address) && { address: said.address }),
    ...(((address !== "" && !hasSecret) || isShort) && { secret: said.secret }),
    ...(secret.length > LONGEST && { secret: said.tooLong }),
    ...(akismet !== "" && !/^[a-z0-9]{6,64}$/i.test(akismet) && { akismet: said.akismet }),
  };
  if (Object.keys(problems).length > 0) return adviceForm(visit, { address, problems, from });

  const { mailKey: key } = world.mail;
  if (key === undefined) throw new Error("there is no key that what the house keeps secret could be sealed with");
  const values = {
    "advice.address": address,
    // Without an address nobody is spoken to, and a secret would lie about.
    ...(address === "" ? { "advice.secret": "" } : secret !== "" && { "advice.secret": sealed(key, secret) }),
    ...(form.text("forget") === "yes"
      ? { "advice.akismet": "" }
      : akismet !== "" && { "advice.akismet": sealed(key, akismet) }),
  };
  const kept = { part: "advice", values, from, secret: ["advice.secret", "advice.akismet"], address: ADDRESS };
  return keepOrAgain(visit, kept, (now) => adviceForm(visit, { address, problems, ...now }));
}

function isAddress(typed: string): boolean {
  const url = URL.parse(typed);
  return url !== null && /^https?:$/.test(url.protocol) && url.username === "" && typed.length <= LONGEST;
}

type AdviceForm = {
  readonly address: string;
  readonly problems: Problems;
  readonly from: string;
  readonly sentence?: string;
};

async function adviceForm(visit: DeskVisit, { address, problems, from, sentence }: AdviceForm): Promise<DeskPage> {
  const { db, words } = visit;
  const { advice: said, house } = words;
  const set = await settingsOf(db, "advice");
  return {
    title: house.parts.advice.title,
    place: "house",
    ...((sentence !== undefined || Object.keys(problems).length > 0) && { status: 422 }),
    main: (
      <form method="post" action={ADDRESS}>
        <p class="introduction">{said.introduction}</p>
        {sentence !== undefined && <Problem>{sentence}</Problem>}
        <From mark={from} />
        <h2>{said.hookTitle}</h2>
        <TextField
          name="address"
          label={said.address}
          hint={said.addressHint}
          value={address}
          dir="ltr"
          problem={problems.address}
        />
        <TextField
          name="secret"
          label={said.secret}
          hint={set["advice.secret"] ? said.kept : said.secretHint(SHORTEST_SECRET)}
          type="password"
          autocomplete="new-password"
          dir="ltr"
          problem={problems.secret}
        />
        <h2>{said.akismetTitle}</h2>
        <TextField
          name="akismet"
          label={said.akismet}
          hint={set["advice.akismet"] ? said.kept : said.akismetHint}
          type="password"
          autocomplete="new-password"
          dir="ltr"
          problem={problems.akismet}
        />
        {set["advice.akismet"] && <Tick name="forget" label={said.forget} />}
        <Buttons>
          <MainAct act="keep">{house.keep}</MainAct>
        </Buttons>
      </form>
    ),
  };
}
