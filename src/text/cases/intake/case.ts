/** What a case of copy is: a sentence as its rule, the copy, and what intake makes of it. */

export type Case = {
  readonly rule: string;
  /** A body; headline and dateline (Tromsø, 16 February 2018) are put before it. */
  readonly text?: string;
  /** The whole copy, as it stands. */
  readonly copy?: string;
  readonly language?: string;
  readonly dateOrder?: "day-first" | "month-first";
  readonly headline?: string;
  readonly standfirst?: string;
  readonly dateline?: readonly [place: string, date: string] | null;
  readonly origin?: readonly [name: string, url: string | null] | null;
  readonly attributions?: readonly (readonly [outlet: string, date: string | null])[];
  readonly quotations?: readonly (readonly [text: string, speaker: string, office: string | null])[];
  readonly events?: readonly string[];
  readonly forward?: readonly (readonly [from: string | null, to: string | null])[];
  readonly mentions?: readonly (readonly [name: string, typed: string])[];
  readonly dropped?: readonly (readonly [kind: string, text: string])[];
  readonly body?: readonly string[];
  /** Codes that must be among the findings. */
  readonly finds?: readonly string[];
  /** Codes that must not. */
  readonly findsNot?: readonly string[];
};
