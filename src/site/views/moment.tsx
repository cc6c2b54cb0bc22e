/** A date, for people and for machines. */
import type { Moment } from "./values.ts";

export const Time = ({ moment }: { moment: Moment }) => <time datetime={moment.iso}>{moment.text}</time>;
