import * as v from 'valibot';
import type { Session } from './session';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const time = v.pipe(v.number(), v.finite());
const indices = v.array(count);

const asked = v.variant('form', [
  v.object({ form: v.picklist(['recall', 'cloze', 'define', 'name', 'type']) }),
  v.object({ form: v.literal('choice'), order: indices }),
  v.object({ form: v.picklist(['chooseDefinition', 'chooseName']), options: v.array(v.string()) }),
  v.object({ form: v.literal('steps'), order: indices }),
]);

const turn = v.object({
  card: v.string(),
  asked,
  since: time,
  fresh: v.boolean(),
  chosen: v.exactOptional(indices),
  typed: v.exactOptional(v.string()),
});

const review = v.object({
  card: v.string(),
  grade: v.picklist([1, 2, 3, 4]),
  at: time,
  took: time,
});

const mark = v.object({
  at: time,
  hold: v.exactOptional(v.picklist(['suspended', 'buried'])),
  flagged: v.exactOptional(v.boolean()),
  reset: v.exactOptional(time),
});

const session = v.object({
  scope: v.variant('kind', [
    v.object({ kind: v.picklist(['due', 'weakest']) }),
    v.object({ kind: v.literal('topic'), uri: v.string(), topic: v.pipe(v.number(), v.integer()) }),
    v.object({ kind: v.literal('cards'), ids: v.array(v.string()) }),
  ]),
  ahead: v.boolean(),
  queue: v.array(v.string()),
  returning: v.array(v.object({ card: v.string(), due: time })),
  turn: v.exactOptional(turn),
  number: count,
  overtime: v.exactOptional(v.boolean()),
  done: v.array(v.union([v.object({ turn, review }), v.object({ turn, before: v.nullable(mark) })])),
});

/** A session as it was stored; the time away does not count for the open question. Undefined for what is none of ours. */
export function restoreSession(stored: unknown, now: number): Session | undefined {
  const result = v.safeParse(session, stored);
  if (!result.success) return undefined;
  const { output } = result;
  return output.turn ? { ...output, turn: { ...output.turn, since: now } } : output;
}
