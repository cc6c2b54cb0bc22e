/** What the invented agency has kept of its sources: words its reporters wrote down. */
type DemoTranscript = { readonly source: string; readonly text: string };

export const TRANSCRIPTS: readonly DemoTranscript[] = [
  {
    source: "nora-valent",
    text: `Nora Valent on the quay, written down by the newsroom

We are not asking for money. We are asking for two people. They have had our letter since March, and they have had an answer from us every week since.

Everyone who was aboard the Alder remembers what eleven people did that night. I was nineteen, and I was one of the eleven. I will not sign a paper that says nine would have done.`,
  },
  {
    source: "edwin-sark",
    text: `Edwin Sark by telephone, written down by the newsroom

I call it a heavy answer to a proposal that was still on the table. The proposal is still there this morning.`,
  },
];
