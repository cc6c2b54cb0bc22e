/** Looks whom to tell of answers and decisions. */
import { z } from "zod";
import { noteAnswers } from "#agency/replies/notices.ts";
import { handler } from "./work.ts";

export const replyAnswers = handler(z.object({}), (_, { db, at }) => noteAnswers(db, { at }));
