/** The label engine's one door: a register read, made ready, looked for in a text, and printed as a policy says. */
export {
  type CopyFormat,
  type CopyMention,
  formatByLook,
  isDocumentByLook,
  type LabelledCopy,
  type LabelOptions,
  labelCopy,
  labelDocument,
  languageByScript,
  proseOf,
} from "./copy.ts";
export { CUT_SIGN, type CutText, cutDocument, cutText } from "./cut.ts";
export {
  asLine,
  decisionsOn,
  type LabelledSegment,
  labelText,
  mentionsIn,
  mentionsInText,
  noticesApart,
  withLabels,
  withoutLabels,
} from "./documents.ts";
export { formsOf, type NameForm, unquoted } from "./forms.ts";
export { type Candidate, compile, type Matcher, matchersOf } from "./matcher.ts";
export type { Mention } from "./mentions.ts";
export { type CopyPiece, labelPieces, type PieceOptions, Uncut } from "./pieces.ts";
export {
  type DecidedMention,
  type Decision,
  type EditionPolicy,
  EVERY_SURFACE,
  isInForce,
  knowingWords,
  type LabelPolicy,
  labelled,
  NOTICE_SIZES,
  type NoticeRule,
  type Placing,
  SURFACES,
  type Surface,
  wordingIn,
  wordingOn,
} from "./policy.ts";
export {
  type Designation,
  isAskedAbout,
  jurisdictionsOf,
  NAME_DOUBTS,
  NAME_KINDS,
  type NameDoubt,
  type NameKind,
  type Organisation,
  type OrganisationName,
  type Register,
  readRegister,
  type Wording,
} from "./register.ts";
export { labelReader, type TypedLabelAt, typedLabelAt } from "./typed.ts";
