/** The addresses copy is sent to. What reads it is loaded when some comes: all of intake stands behind it. */
import type { Route } from "#lib/routes.ts";
import type { ArrivingWorld } from "./arriving.ts";

export function incomingRoutes(world: ArrivingWorld): Route[] {
  const address = "/wire/in/{token}";
  return [
    {
      method: "GET",
      address,
      parameters: ["hub.mode", "hub.topic", "hub.challenge", "hub.lease_seconds", "hub.reason"],
      kept: "not-kept",
      answer: async (visit) => (await import("./arriving.ts")).askedBack(world, visit),
    },
    {
      method: "POST",
      address,
      kept: "not-kept",
      answer: async (visit) => (await import("./arriving.ts")).sentHere(world, visit),
    },
  ];
}
