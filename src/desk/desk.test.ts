import { expect, test } from "bun:test";
import { openDoor } from "#test/door.ts";
import { engines } from "#test/engines.ts";

for (const engine of engines) {
  test(`${engine}: who is not signed in is sent to sign in, and back to where they wanted to go`, async () => {
    await using door = await openDoor(engine);
    const response = await door.get("/desk/");
    expect(response.status).toBe(303);
    expect(response.headers.get("location")).toBe("/desk/sign-in");
  });

  test(`${engine}: who is signed in sees the desk, which nothing keeps`, async () => {
    await using door = await openDoor(engine);
    const response = await door.as("reporter").get("/desk/");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("private, no-store");
    expect(await response.text()).toContain("Good to see you");
  });
}
