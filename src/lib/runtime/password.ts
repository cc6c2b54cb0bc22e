/** Passwords as they are kept: Argon2id with its salt and cost beside it, worked out off the main thread. */

// OWASP's first recommendation: 19 MiB and two passes.
const COST = { algorithm: "argon2id", memoryCost: 19_456, timeCost: 2 } as const;

export function hashedPassword(password: string): Promise<string> {
  return Bun.password.hash(asTyped(password), COST);
}

export async function isPassword(password: string, hash: string): Promise<boolean> {
  return Bun.password.verify(asTyped(password), hash);
}

/** One keyboard writes é as one letter, another as two. */
function asTyped(password: string): string {
  return password.normalize("NFC");
}
