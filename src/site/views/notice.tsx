/** A word from the newsroom to the reader, set apart from the copy. */
import type { Child } from "hono/jsx";

export const Notice = ({ children }: { children?: Child }) => <div class="notice">{children}</div>;
