/** The mail server, the sender, and a letter to oneself that shows whether it works. */
import { lastTest, type MailTest, mailOf, SECURITIES, testMail } from "#agency/settings/mail.ts";
import { markOf } from "#agency/settings/meanwhile.ts";
import { settingsOf } from "#agency/settings/queries.ts";
import { emailFrom } from "#agency/staff/staff.ts";
import type { Form } from "#lib/form.ts";
import type { Route } from "#lib/routes.ts";
import { sealed } from "#lib/sealed.ts";
import { printInstant } from "#text/typography/dates.ts";
import { Choice, Problem, TextField, Tick } from "../views/fields.tsx";
import {
  type DeskAnswer,
  type DeskPage,
  type DeskVisit,
  type DeskWorld,
  deskAction,
  deskPage,
  seeOther,
} from "../visit.ts";
import { Act, Buttons, From, keepOrAgain, MainAct } from "./parts.tsx";

const ADDRESS = "/desk/house/mail";
const LONGEST = 200;

type Field = "host" | "port" | "security" | "user" | "password" | "from";
type Typed = Readonly<Record<Exclude<Field, "password">, string>>;
type Problems = Readonly<Partial<Record<Field, string>>>;

export function mailRoutes(world: DeskWorld): Route[] {
  const right = "house.keep";
  return [
    deskPage(world, { address: ADDRESS, right }, async (visit) => {
      const set = await settingsOf(visit.db, "mail");
      return mailForm(visit, { typed: shownOf(set), from: markOf(set), problems: {} });
    }),
    deskAction(world, { address: ADDRESS, right }, keep),
    deskAction(world, { address: `${ADDRESS}/test`, right }, test),
  ];
}

async function keep(visit: DeskVisit, form: Form): Promise<DeskAnswer> {
  const { world } = visit;
  const typed = {
    host: form.text("host").toLowerCase(),
    port: form.text("port"),
    security: SECURITIES.find((one) => one === form.text("security")) ?? "tls",
    user: form.text("user"),
    from: form.text("sender"),
  };
  const from = form.text("from");
  const password = form.text("password");
  const problems = problemsOf(typed, password, visit);
  if (Object.keys(problems).length > 0) return mailForm(visit, { typed, from, problems });

  const { mailKey } = world.mail;
  const secret = password !== "" && mailKey !== undefined ? { "mail.password": sealed(mailKey, password) } : {};
  const forgotten = form.text("forget") === "yes" ? { "mail.password": "" } : {};
  const named = Object.fromEntries(Object.entries(typed).map(([key, value]) => [`mail.${key}`, value]));
  const values = { ...named, ...secret, ...forgotten };
  const kept = { part: "mail", values, from, secret: ["mail.password"], address: ADDRESS };
  return keepOrAgain(visit, kept, (now) => mailForm(visit, { typed, problems, ...now }));
}

async function test({ db, world, staff, at }: DeskVisit): Promise<DeskAnswer> {
  if (!(await mailOf(db, world.mail))) return seeOther(ADDRESS);
  await testMail(db, { by: staff.id, email: staff.email, at });
  return seeOther(ADDRESS, "test-asked");
}

function shownOf(set: Readonly<Record<string, string>>): Typed {
  const said = (key: string) => set[`mail.${key}`] ?? "";
  return {
    host: said("host"),
    port: said("port"),
    security: said("security") || "tls",
    user: said("user"),
    from: said("from"),
  };
}

function problemsOf({ host, port, user, from }: Typed, password: string, { words }: DeskVisit): Problems {
  const said = words.house.mail.refusals;
  const isPort = port === "" || (/^\d{1,5}$/.test(port) && Number(port) > 0 && Number(port) < 65_536);
  return {
    ...(host !== "" && !isHost(host) && { host: said.host }),
    ...(!isPort && { port: said.port }),
    ...(user.length > LONGEST && { user: said.tooLong }),
    ...(password.length > LONGEST && { password: said.tooLong }),
    ...(from !== "" && emailFrom(from) === undefined && { from: said.from }),
  };
}

function isHost(host: string): boolean {
  return host.length <= LONGEST && /^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/.test(host);
}

type MailForm = {
  readonly typed: Typed;
  readonly from: string;
  readonly problems: Problems;
  readonly sentence?: string;
};

async function mailForm(visit: DeskVisit, { typed, from, problems, sentence }: MailForm): Promise<DeskPage> {
  const { db, world, words } = visit;
  const { mail: said, keep, parts } = words.house;
  const [set, tested, mail] = await Promise.all([settingsOf(db, "mail"), lastTest(db), mailOf(db, world.mail)]);
  const hasPassword = Boolean(set["mail.password"]);
  return {
    title: parts.mail.title,
    place: "house",
    ...((sentence !== undefined || Object.keys(problems).length > 0) && { status: 422 }),
    main: (
      <>
        {world.mail.smtp !== undefined && <p class="introduction">{said.byOperator}</p>}
        <form method="post" action={ADDRESS}>
          {sentence !== undefined && <Problem>{sentence}</Problem>}
          <From mark={from} />
          <TextField
            name="host"
            label={said.host}
            hint={said.hostHint}
            value={typed.host}
            dir="ltr"
            problem={problems.host}
          />
          <TextField
            name="port"
            label={said.port}
            hint={said.portHint}
            value={typed.port}
            inputmode="numeric"
            dir="ltr"
            problem={problems.port}
          />
          <Choice
            name="security"
            label={said.security}
            options={SECURITIES.map((value) => ({ value, text: said.securities[value] }))}
            chosen={typed.security}
          />
          <TextField
            name="user"
            label={said.user}
            value={typed.user}
            autocomplete="off"
            dir="ltr"
            problem={problems.user}
          />
          <TextField
            name="password"
            label={said.password}
            hint={hasPassword ? said.passwordKept : said.passwordHint}
            type="password"
            autocomplete="new-password"
            problem={problems.password}
          />
          {hasPassword && <Tick name="forget" label={said.forget} />}
          <TextField
            name="sender"
            label={said.from}
            hint={said.fromHint}
            value={typed.from}
            dir="ltr"
            problem={problems.from}
          />
          <Buttons>
            <MainAct act="keep">{keep}</MainAct>
          </Buttons>
        </form>
        <section aria-labelledby="test" class="house-next">
          <h2 id="test">{said.testTitle}</h2>
          {tested && <Tested tested={tested} visit={visit} />}
          {mail ? (
            <form method="post" action={`${ADDRESS}/test`}>
              <p>{said.testSentence(mail.from.address, visit.staff.email)}</p>
              <Buttons>
                <Act act="test">{said.test}</Act>
              </Buttons>
            </form>
          ) : (
            <p>{said.noServer}</p>
          )}
        </section>
      </>
    ),
  };
}

const Tested = ({ tested, visit }: { readonly tested: MailTest; readonly visit: DeskVisit }) => {
  const { words, editions } = visit;
  const moment = printInstant(tested.at, editions[0]?.timeZone ?? "UTC", words.language);
  return (
    <div class={tested.outcome === "refused" ? "problem" : undefined}>
      <p>{words.house.mail.outcomes[tested.outcome](tested.to, moment)}</p>
      {tested.words !== "" && (
        <p>
          <q dir="auto">{tested.words}</q>
        </p>
      )}
    </div>
  );
};
