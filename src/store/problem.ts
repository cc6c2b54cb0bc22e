/** The store cannot be opened or used as it is; the message is a sentence for the operator that says what to do. */
export class StoreProblem extends Error {}
