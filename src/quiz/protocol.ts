import * as v from 'valibot';
import { jargonSchema } from '../terms/pageJargon';

/** The messages between the quiz and its page. Each side checks what arrives before it trusts it. */

const turn = v.pipe(v.number(), v.integer());
const index = v.pipe(v.number(), v.integer(), v.minValue(0));
const indices = v.pipe(v.array(index), v.maxLength(100));

/** What the page tells: things that the person did. `turn` is the question they saw, so that what comes late is known for late. */
const pageEventSchema = v.variant('type', [
  v.object({ type: v.literal('ready') }),
  v.object({ type: v.literal('reveal'), turn }),
  /** Options chosen, or steps in the order they were put in. */
  v.object({ type: v.literal('answer'), turn, chosen: indices }),
  /** A typed answer; empty when the person has none. */
  v.object({ type: v.literal('type'), turn, text: v.pipe(v.string(), v.maxLength(500)) }),
  v.object({ type: v.literal('grade'), turn, grade: v.picklist([1, 2, 3, 4]) }),
  v.object({ type: v.literal('undo') }),
  /** Set the card aside until tomorrow or for good, or flag it. */
  v.object({ type: v.literal('act'), turn, act: v.picklist(['bury', 'suspend', 'flag']) }),
  /** Show all that can be done with the card. */
  v.object({ type: v.literal('more'), turn }),
  /** Go on with further cards. */
  v.object({ type: v.literal('next') }),
  /** Open the note at the question; from the summary, at one of the cards to be read again. */
  v.object({ type: v.literal('openNote'), item: v.optional(index) }),
  v.object({ type: v.literal('quit') }),
  /** The page's own failure, for the log. */
  v.object({ type: v.literal('failed'), message: v.string() }),
]);
export type PageEvent = v.InferOutput<typeof pageEventSchema>;

/** What the page sent, if it is an event, else what is wrong with it. */
export function readPageEvent(message: unknown): { event: PageEvent } | { wrong: string } {
  const result = v.safeParse(pageEventSchema, message);
  return result.success ? { event: result.output } : { wrong: result.issues[0].message };
}

const html = v.string();

const questionSchema = v.object({
  kind: v.picklist(['reveal', 'typed', 'choice', 'steps']),
  task: v.picklist([
    'recall',
    'cloze',
    'define',
    'name',
    'type',
    'chooseOne',
    'chooseAll',
    'chooseDefinition',
    'chooseName',
    'which',
    'order',
  ]),
  prompt: html,
  stem: v.optional(html),
  /** Options or steps in the order shown; none for a question that is only revealed. */
  items: v.array(html),
  multiple: v.boolean(),
});
export type PageQuestion = v.InferOutput<typeof questionSchema>;

/** What may be known only once the person has answered: nothing of it is sent before. */
const outcomeSchema = v.object({
  answer: html,
  names: v.array(v.string()),
  trap: v.optional(html),
  /** What the person chose, or the order they made; empty for a question that is only revealed. */
  chosen: indices,
  /** What the person typed. */
  typed: v.optional(v.string()),
  /** How often the card was forgotten, where that is so often that it should be read again. */
  forgotten: v.optional(v.number()),
  /** Of each option whether it is right, and why. Of each step whether it was put where it belongs. */
  items: v.array(v.object({ correct: v.boolean(), explanation: v.optional(html) })),
  /** Steps in their right order, as indices into the items. */
  order: v.optional(indices),
  /** Whether the answer was right; undefined where the person judges for themselves. */
  right: v.optional(v.boolean()),
  /** The grades with the time until the card comes back, in milliseconds. */
  grades: v.array(v.object({ grade: v.picklist([1, 2, 3, 4]), interval: v.number() })),
  suggested: v.picklist([1, 2, 3, 4]),
  /** The terms that are marked in it. */
  jargon: v.optional(v.array(jargonSchema)),
});
export type PageOutcome = v.InferOutput<typeof outcomeSchema>;

const common = {
  /** What went wrong, in words for the person; what was on screen stays. */
  trouble: v.optional(v.string()),
  canUndo: v.boolean(),
};

const end = {
  /** When the next card comes due; milliseconds since 1970. */
  nextDue: v.optional(v.number()),
  /** Further cards that could be asked now. */
  more: v.number(),
  /** Minutes a day that the person allows, where they are over. */
  minutesOver: v.optional(v.number()),
};

/** All that is on screen. */
export const snapshotSchema = v.variant('view', [
  v.object({
    view: v.literal('question'),
    turn,
    /** Cards that are done with and cards of the whole session. */
    done: v.number(),
    total: v.number(),
    /** Cards of these that were answered and come back in this session. */
    returning: v.number(),
    /** Milliseconds spent in the session until now. */
    elapsed: v.number(),
    /** Never seen before. */
    fresh: v.boolean(),
    ahead: v.boolean(),
    flagged: v.boolean(),
    /** The note and the topics above the question. */
    path: v.array(v.string()),
    /** Language of the note's text. */
    language: v.string(),
    question: questionSchema,
    outcome: v.optional(outcomeSchema),
    ...common,
  }),
  v.object({
    view: v.literal('summary'),
    cards: v.number(),
    answers: v.number(),
    /** Cards recalled at the first try. */
    firstTry: v.number(),
    fresh: v.number(),
    elapsed: v.number(),
    /** Cards that were not recalled, the most troublesome first. */
    readAgain: v.array(v.object({ title: v.string(), path: v.array(v.string()), language: v.string() })),
    ...end,
    ...common,
  }),
  /** There is nothing to ask. */
  v.object({ view: v.literal('nothing'), ...end, ...common }),
]);
export type Snapshot = v.InferOutput<typeof snapshotSchema>;
export type QuestionSnapshot = Extract<Snapshot, { view: 'question' }>;
export type SummarySnapshot = Extract<Snapshot, { view: 'summary' }>;
export type NothingSnapshot = Extract<Snapshot, { view: 'nothing' }>;

/** The page's texts, in the person's language. `{0}` is filled in. */
export const stringNames = [
  'quiz',
  'loading',
  'taskRecall',
  'taskCloze',
  'taskDefine',
  'taskName',
  'taskType',
  'taskChooseOne',
  'taskChooseAll',
  'taskChooseDefinition',
  'taskChooseName',
  'taskWhich',
  'taskOrder',
  'reveal',
  'check',
  'checkOrder',
  'answer',
  'alsoKnownAs',
  'yourAnswer',
  'typeHere',
  'noAnswer',
  'forgotten',
  'readSection',
  'bury',
  'suspend',
  'flag',
  'unflag',
  'flagged',
  'moreActions',
  'trap',
  'right',
  'wrong',
  'rightOption',
  'wrongOption',
  'yourChoice',
  'missed',
  'rightPlace',
  'wrongPlace',
  'rightOrder',
  'moveUp',
  'moveDown',
  'movedTo',
  'gradeQuestion',
  'again',
  'hard',
  'good',
  'easy',
  'fresh',
  'ahead',
  'progress',
  'returning',
  'elapsed',
  'openNote',
  'undo',
  'help',
  'quit',
  'close',
  'blank',
  'summaryTitle',
  'summaryCards',
  'summaryFirstTry',
  'summaryFresh',
  'summaryTime',
  'summaryReadAgain',
  'summaryNothingAgain',
  'nextDue',
  'more',
  'done',
  'nothingTitle',
  'nothingText',
  'nothingNew',
  'minutesOver',
  'keysTitle',
  'keysReveal',
  'keysGrades',
  'keysOptions',
  'keysArrows',
  'keysMove',
  'keysBury',
  'keysSuspend',
  'keysFlag',
  'keysMore',
  'keysUndo',
  'keysNote',
  'keysHelp',
  'keysQuit',
] as const;
export type Strings = Readonly<Record<(typeof stringNames)[number], string>>;

/** What the page is born with. */
export const pageDataSchema = v.object({
  /** BCP 47 tag of the person's language, for numbers and times. */
  locale: v.string(),
  strings: v.object(Object.fromEntries(stringNames.map((name) => [name, v.string()]))),
});
export interface PageData {
  readonly locale: string;
  readonly strings: Strings;
}
