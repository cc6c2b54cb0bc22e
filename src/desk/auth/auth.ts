/** Who is at the desk: better-auth on our tables, behind the few words the desk needs of it. */
import { randomInt } from "node:crypto";
import { passkey } from "@better-auth/passkey";
import { type BetterAuthPlugin, betterAuth } from "better-auth";
import { APIError, createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { twoFactor } from "better-auth/plugins/two-factor";
import { z } from "zod";
import { staffMember } from "#agency/staff/queries.ts";
import type { StaffMember } from "#agency/staff/staff.ts";
import { takeCode } from "#agency/staff/tries.ts";
import { hashedPassword, isPassword } from "#lib/runtime/password.ts";
import type { Db } from "#store/db.ts";
import { authAdapter } from "./adapter.ts";
import { type Devices, devicesBy } from "./device.ts";

export type OpenAuth = {
  readonly db: Db;
  /** The public address: what passkeys are bound to. */
  readonly url: string;
  /** What cookies are signed with, and the secrets of authenticator apps encrypted. */
  readonly key: string;
  readonly now: () => Date;
};

export type Auth = {
  /** Who sent a request; nobody when they are not signed in, or may not come in any more. */
  readonly staffOf: (request: Request) => Promise<StaffMember | undefined>;
  readonly sessionOf: (request: Request) => Promise<DeskSession | undefined>;
  /** Unknown address, wrong password and suspended member are all the same refusal, after the same work. */
  readonly enterByPassword: (request: Request, who: { email: string; password: string }) => Promise<Entered>;
  /** For who has proved already who they are: by a link. A code is asked for all the same. */
  readonly enterByLink: (request: Request, staffId: string) => Promise<Entered>;
  /** After either of those asked for one: the code of an authenticator app, or a recovery code. */
  readonly enterByCode: (request: Request, code: string) => Promise<EnteredByCode>;
  readonly devices: Devices;
  /** One of the four steps of keeping a passkey or signing in with one. */
  readonly passkey: (request: Request) => Promise<Response>;
  /** The first step of an authenticator app: what it is shown, and the codes for the day it is lost. */
  readonly beginApp: (request: Request, own: { password: string; agency: string }) => Promise<NewApp | undefined>;
  /** The second: a code shows that the app has it. The session begins anew. */
  readonly confirmApp: (request: Request, code: string) => Promise<readonly string[] | undefined>;
  readonly removeApp: (request: Request, password: string) => Promise<readonly string[] | undefined>;
  /** In place of those there were. */
  readonly newRecoveryCodes: (request: Request, password: string) => Promise<readonly string[] | undefined>;
  readonly leave: (request: Request) => Promise<readonly string[]>;
};

export type DeskSession = { readonly id: string; readonly madeAt: Date; readonly member: StaffMember };

/** What came of signing in, with the cookies that say so. */
export type Entered = {
  readonly outcome: "in" | "code" | "refused";
  readonly cookies: readonly string[];
};

export type NewApp = {
  /** `otpauth://totp/…` */
  readonly uri: string;
  readonly recoveryCodes: readonly string[];
};

export type EnteredByCode =
  | { readonly outcome: "refused" | "too-late"; readonly cookies: readonly string[] }
  | {
      readonly outcome: "in";
      readonly cookies: readonly string[];
      readonly staffId: string;
      readonly email: string;
      readonly token: string;
    };

const DAY_S = 24 * 60 * 60;
const SIGNED_IN_FOR_S = 30 * DAY_S;
const CODE_WITHIN_S = 10 * 60;

export function openAuth({ db, url, key, now }: OpenAuth): Auth {
  const auth = betterAuthOn({ db, url, key, now });
  const entered = async (response: Response): Promise<Entered> => {
    const cookies = response.headers.getSetCookie();
    if (!response.ok) return { outcome: "refused", cookies: [] };
    const { twoFactorRedirect } = z
      .object({ twoFactorRedirect: z.boolean().default(false) })
      .parse(await response.json());
    return { outcome: twoFactorRedirect ? "code" : "in", cookies };
  };

  const sessionOf = async ({ headers }: Request): Promise<DeskSession | undefined> => {
    if (!headers.has("cookie")) return undefined;
    const found = await auth.api.getSession({ headers });
    if (!found || found.session.expiresAt <= now()) return undefined;
    const member = await staffMember(db, found.user.id);
    return member && { id: found.session.id, madeAt: found.session.createdAt, member };
  };

  return {
    sessionOf,
    staffOf: async (request) => (await sessionOf(request))?.member,
    enterByPassword: async ({ headers }, body) =>
      entered(await auth.api.signInEmail({ body, headers: withoutCookies(headers), asResponse: true })),
    enterByLink: async ({ headers }, staffId) =>
      entered(await auth.api.signInByLink({ body: { staffId }, headers: withoutCookies(headers), asResponse: true })),
    async enterByCode({ headers }, code) {
      const figures = code.replaceAll(/\s/g, "");
      const asked = { headers: onlyCookie(headers, ".two_factor"), asResponse: true } as const;
      if (!/^\d{6}$/.test(figures)) {
        return enteredByCode(await auth.api.verifyBackupCode({ ...asked, body: { code: recoveryCodeFrom(code) } }));
      }
      const entered = await enteredByCode(await auth.api.verifyTOTP({ ...asked, body: { code: figures } }));
      if (entered.outcome !== "in" || (await takeCode(db, { staffId: entered.staffId, code: figures, at: now() }))) {
        return entered;
      }
      await (await auth.$context).internalAdapter.deleteSession(entered.token);
      return { outcome: "too-late", cookies: [] };
    },
    devices: devicesBy({ key, isSecure: url.startsWith("https:") }),
    // The public address and not the request's own is what passkeys are bound to.
    passkey: (request) => auth.handler(new Request(new URL(pathOf(request), url), request)),
    async beginApp({ headers }, { password, agency }) {
      // A colon would end the name in the address an app is given.
      const body = { password, issuer: agency.replaceAll(":", " ") };
      const response = await auth.api.enableTwoFactor({ headers, body, asResponse: true });
      if (!response.ok) return undefined;
      const { totpURI, backupCodes } = newApp.parse(await response.json());
      return { uri: totpURI, recoveryCodes: backupCodes };
    },
    confirmApp: async ({ headers }, code) =>
      cookiesIfOk(await auth.api.verifyTOTP({ headers, body: { code: code.replaceAll(/\s/g, "") }, asResponse: true })),
    removeApp: async ({ headers }, password) =>
      cookiesIfOk(await auth.api.disableTwoFactor({ headers, body: { password }, asResponse: true })),
    async newRecoveryCodes({ headers }, password) {
      const response = await auth.api.generateBackupCodes({ headers, body: { password }, asResponse: true });
      return response.ok ? newApp.pick({ backupCodes: true }).parse(await response.json()).backupCodes : undefined;
    },
    leave: async ({ headers }) => (await auth.api.signOut({ headers, asResponse: true })).headers.getSetCookie(),
  };
}

const newApp = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

function cookiesIfOk(response: Response): readonly string[] | undefined {
  return response.ok ? response.headers.getSetCookie() : undefined;
}

function pathOf({ url }: Request): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}

const WRONG_CODES: readonly string[] = ["INVALID_CODE", "INVALID_BACKUP_CODE"];

const signedInByCode = z.object({ token: z.string(), user: z.object({ id: z.string(), email: z.string() }) });
const refusedCode = z.object({ code: z.string().default("") });

async function enteredByCode(response: Response): Promise<EnteredByCode> {
  const cookies = response.headers.getSetCookie();
  const body: unknown = await response.json();
  if (!response.ok) {
    const isWrong = WRONG_CODES.includes(refusedCode.parse(body).code);
    return { outcome: isWrong ? "refused" : "too-late", cookies };
  }
  const { token, user } = signedInByCode.parse(body);
  return { outcome: "in", cookies, staffId: user.id, email: user.email, token };
}

const RECOVERY_CODES = 10;
const RECOVERY_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"; // none that is taken for another
const RECOVERY_LENGTH = 10;

function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () =>
    recoveryCodeFrom(
      Array.from({ length: RECOVERY_LENGTH }, () => RECOVERY_LETTERS[randomInt(RECOVERY_LETTERS.length)]).join(""),
    ),
  );
}

/** `abcde-fghjk`, however it was typed. */
function recoveryCodeFrom(typed: string): string {
  const letters = typed.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  return `${letters.slice(0, RECOVERY_LENGTH / 2)}-${letters.slice(RECOVERY_LENGTH / 2)}`;
}

function betterAuthOn({ db, url, key, now }: OpenAuth) {
  const isSecure = url.startsWith("https:");
  return betterAuth({
    appName: "Dateline",
    baseURL: new URL(url).origin,
    basePath: "/desk/auth",
    // Named as a list, for else one in the environment would be read instead.
    secrets: [{ version: 1, value: key }],
    database: authAdapter(db, now),
    logger: { disabled: true },
    telemetry: { enabled: false },
    // Ours counts for each account and address, and is stored: see agency/staff/tries.ts.
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: { hash: hashedPassword, verify: ({ hash, password }) => isPassword(password, hash) },
    },
    session: { expiresIn: SIGNED_IN_FOR_S, disableSessionRefresh: true, freshAge: DAY_S },
    advanced: {
      // Its own prefix would come before ours and `__Host-` has to be the first.
      useSecureCookies: false,
      cookiePrefix: isSecure ? "__Host-dateline" : "dateline",
      defaultCookieAttributes: { httpOnly: true, sameSite: "lax", secure: isSecure, path: "/" },
    },
    databaseHooks: {
      session: { create: { before: async ({ userId }) => (await staffMember(db, userId)) !== undefined } },
    },
    plugins: [
      link(),
      twoFactor({
        issuer: "Dateline",
        twoFactorCookieMaxAge: CODE_WITHIN_S,
        backupCodeOptions: { customBackupCodesGenerate: newRecoveryCodes },
      }),
      passkey({
        rpID: new URL(url).hostname,
        rpName: "Dateline",
        origin: new URL(url).origin,
        advanced: { webAuthnChallengeCookie: "passkey" },
        // A passkey stands for two factors, so its owner shows themselves to it.
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
        registration: {
          afterVerification: async ({ verification }) => {
            shownThemselves(verification.registrationInfo?.userVerified);
          },
        },
        authentication: {
          afterVerification: async ({ verification }) => {
            shownThemselves(verification.authenticationInfo.userVerified);
          },
        },
      }),
    ],
  });
}

/**
 * Signs in somebody whose link was spent. Ours, because a link of better-auth is spent by whoever fetches it, and
 * mail programs fetch the links of letters before their readers do.
 */
function link() {
  return {
    id: "dateline-link",
    endpoints: {
      // One of the three paths after which its two-factor plugin asks for a code; nothing of it is reached by the web.
      signInByLink: createAuthEndpoint(
        "/sign-in/username",
        { method: "POST", body: z.object({ staffId: z.string() }) },
        async (context) => {
          const { internalAdapter } = context.context;
          const user = await internalAdapter.findUserById(context.body.staffId);
          const session = user && (await internalAdapter.createSession(user.id));
          if (!user || !session) throw new APIError("UNAUTHORIZED");
          await setSessionCookie(context, { session, user });
          return context.json({});
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}

/** By a finger, a face or a code: what a browser is asked for, its answer has to say. */
function shownThemselves(isVerified: boolean | undefined): void {
  if (isVerified !== true) throw new APIError("UNAUTHORIZED");
}

/** Who signs in begins anew: whatever the browser brought along is neither read nor kept. */
function withoutCookies(headers: Headers): Headers {
  const rest = new Headers(headers);
  rest.delete("cookie");
  return rest;
}

/** What a sign-in that waits for its code has left with the browser, and nothing else of it. */
function onlyCookie(headers: Headers, ending: string): Headers {
  const pairs = (headers.get("cookie") ?? "").split(/;\s*/);
  const rest = withoutCookies(headers);
  rest.set("cookie", pairs.filter((pair) => pair.split("=", 1)[0]?.endsWith(ending)).join("; "));
  return rest;
}
