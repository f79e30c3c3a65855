/** How a card is asked: what a session keeps of a question. Indices and identities only, so that the texts are always the note's own. */
export type Asked =
  | { readonly form: 'recall' | 'cloze' | 'define' | 'name' | 'type' }
  /** The card's options in the order shown. */
  | { readonly form: 'choice'; readonly order: readonly number[] }
  /** Identities of terms in the order shown; the asked one is among them. */
  | { readonly form: 'chooseDefinition' | 'chooseName'; readonly options: readonly string[] }
  /** The card's steps in the order shown. */
  | { readonly form: 'steps'; readonly order: readonly number[] };

/** What the person is to do. */
export type Task =
  | 'recall'
  | 'cloze'
  | 'define'
  | 'name'
  | 'type'
  | 'chooseOne'
  | 'chooseAll'
  | 'chooseDefinition'
  | 'chooseName'
  | 'which'
  | 'order';

/** All texts are Markdown; `blank` stands where something is hidden. */
interface QuestionBase {
  readonly task: Task;
  readonly prompt: string;
  /** Code or text that the question is about. */
  readonly stem?: string;
  /** What is shown once the person has answered. */
  readonly answer: string;
  /** Other names of the asked term, as plain text. */
  readonly names?: readonly string[];
  /** The common wrong answer. */
  readonly trap?: string;
}

/** The person says the answer to themselves, then looks. */
export interface RevealQuestion extends QuestionBase {
  readonly kind: 'reveal';
}

/** The person types a name. */
export interface TypedQuestion extends QuestionBase {
  readonly kind: 'typed';
  /** Names that are right, in whatever language. */
  readonly accepted: readonly string[];
  /** Names of other terms: near as they may be to a right one, they are wrong. */
  readonly others: readonly string[];
}

export interface Option {
  readonly text: string;
  readonly correct: boolean;
  readonly explanation?: string;
}

export interface ChoiceQuestion extends QuestionBase {
  readonly kind: 'choice';
  /** Any number of options may be right, and all of them are asked for. */
  readonly multiple: boolean;
  /** In the order shown. */
  readonly options: readonly Option[];
}

export interface StepsQuestion extends QuestionBase {
  readonly kind: 'steps';
  /** In the order shown. */
  readonly steps: readonly string[];
  /** For each place, the index in `steps` of the step that belongs there. */
  readonly right: readonly number[];
}

export type Question = RevealQuestion | TypedQuestion | ChoiceQuestion | StepsQuestion;

/** Stands in Markdown where something is hidden; a private-use character, which no note uses. */
export const blank = '\uE000';
/** Around what was hidden, once it is shown. */
export const shown = ['\uE001', '\uE002'] as const;
