import { expect, test } from "bun:test";
import { createPublicKey, verify } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPushService } from "#test/push-service.ts";
import { sealedMessage, sendPush, vapid } from "./push.ts";
import { pushKey } from "./push-key.ts";

const AT = new Date("2026-11-26T12:00:00Z");

test("the example of RFC 8291, appendix A, comes out to the letter", () => {
  const sealed = sealedMessage(
    {
      p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
      auth: "BTBZMqHH6r4Tts7J_aSIgg",
    },
    Buffer.from("When I grow up, I want to be a watermelon"),
    {
      salt: Buffer.from("DGv6ra1nlYgDCS1FRnbzlw", "base64url"),
      privateKey: "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw",
    },
  );
  expect(Buffer.from(sealed).toString("base64url")).toBe(
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
  );
});

async function withKeys(work: (directory: string) => Promise<void>): Promise<void> {
  const directory = mkdtempSync(join(tmpdir(), "dateline-push-"));
  try {
    await work(directory);
  } finally {
    rmSync(directory, { recursive: true });
  }
}

test("the site's key stays the same, and a service can check what it signs", () =>
  withKeys(async (directory) => {
    const key = await pushKey(directory);
    expect(await pushKey(directory)).toEqual(key);
    const header = vapid({ endpoint: "https://push.example/send/1", key, site: "https://strait.example", at: AT });
    const [, head = "", claims = "", signature = "", k] =
      /^vapid t=([\w-]+)\.([\w-]+)\.([\w-]+), k=([\w-]+)$/.exec(header) ?? [];
    expect(k).toBe(key.publicKey);
    expect(JSON.parse(Buffer.from(claims, "base64url").toString())).toEqual({
      aud: "https://push.example",
      exp: AT.getTime() / 1000 + 43_200,
      sub: "https://strait.example",
    });
    const point = Buffer.from(key.publicKey, "base64url");
    const jwk = {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33).toString("base64url"),
    };
    const checked = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" as const };
    const bytes = Buffer.from(signature, "base64url");
    expect(verify("sha256", Buffer.from(`${head}.${claims}`), checked, bytes)).toBe(true);
    expect(verify("sha256", Buffer.from(`${head}.${claims}x`), checked, bytes)).toBe(false);
  }));

test("a push service on loopback gets a message only the browser opens; one that says 410 ends it, and a private address is never asked", () =>
  withKeys(async (directory) => {
    await using service = await openPushService();
    const { target: subscription, network, messages } = service;
    const key = await pushKey(directory);
    const send = () =>
      sendPush({ subscription, message: "Бен ответил: «да»", key, site: "https://strait.example", at: AT, network });
    expect(await send()).toBe("sent");
    expect(messages[0]?.text).toBe("Бен ответил: «да»");
    expect(messages[0]?.headers).toMatchObject({ "content-encoding": "aes128gcm", ttl: "86400" });
    service.setStatus(410);
    expect(await send()).toBe("gone");
    service.setStatus(429);
    expect(await send()).toEqual({ later: "the push service said 429" });
    service.setStatus(302);
    expect(await send()).toEqual({ later: "too-many-redirects" });
    const asked = messages.length;
    const inside = { ...subscription, endpoint: `http://127.0.0.1:${new URL(subscription.endpoint).port}/` };
    expect(await sendPush({ subscription: inside, message: "x", key, site: "https://strait.example", at: AT })).toEqual(
      {
        later: "not-public",
      },
    );
    expect(messages).toHaveLength(asked);
  }));
