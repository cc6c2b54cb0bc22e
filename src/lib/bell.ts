/** Wakes whoever waits: `next` answers a promise of the first ring after it was asked. */
export function newBell(): { readonly ring: () => void; readonly next: () => Promise<void> } {
  let waiting = Promise.withResolvers<void>();
  return {
    ring: () => waiting.resolve(),
    next: () => {
      waiting = Promise.withResolvers<void>();
      return waiting.promise;
    },
  };
}
