/** The store cannot be opened or used as it is; the message is a sentence for the operator that says what to do. */
export class StoreProblem extends Error {}

/** The site was moved out of this store, which can only be read: what was to be written is to be sent again elsewhere. */
export class MovedAway extends StoreProblem {
  constructor(cause: unknown) {
    super("The site is being moved to another database and cannot be written to here.", { cause });
  }
}

/** What a file says, as an error of the engine, to whoever wants to write after its site was moved away. */
export const REFUSAL = "the site was moved away from this file";
