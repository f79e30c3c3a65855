/**
 * What a note says, as plain data: the shapes that the reader makes and everything else reads.
 *
 * Texts that can be long (answers, definitions) are kept as spans of the note's own text, not as copies: thousands of notes stay small in
 * memory, and what is shown is always what stands in the note.
 */

/** Half-open range of UTF-16 offsets into the note's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A heading as a person reads it: numbering stripped, skipped levels mended. */
export interface Topic {
  readonly title: string;
  /** Index of the parent in `StudyNote.topics`; -1 at the top. A parent always stands before its children. */
  readonly parent: number;
  /** 1-based line of the heading. */
  readonly line: number;
}

interface CardBase {
  /** The question as plain text, numbering stripped. */
  readonly question: string;
  /** Index of the innermost topic above the card in `StudyNote.topics` (not the heading that is itself the question); -1 at the top. */
  readonly topic: number;
  /** 1-based line of the question. */
  readonly line: number;
  /** 1-based last line of the answer. */
  readonly endLine: number;
  /** What belongs to the question but not to its line: the code or the picture that it asks about; Markdown. */
  readonly stem?: Span;
  /** The answer's Markdown. For a choice it is what follows the options (an explanation, sources), and may be empty. */
  readonly answer: Span;
  /** Lasting name given in the note (`{#kafka-isr}`), if any. */
  readonly id?: string;
  /** Content identity: 64-bit hash (11 characters, base64url) of kind and normalised question. Equal questions have equal keys. */
  readonly key: string;
  /** 64-bit simhash (11 characters, base64url) of question and answer: near texts have near prints. */
  readonly print: string;
}

/** A question with its answer. */
export interface QuestionCard extends CardBase {
  readonly kind: 'question';
}

/** A process: the answer's ordered list is the order that is asked for. */
export interface StepsCard extends CardBase {
  readonly kind: 'steps';
  /** The steps in their right order, as inline Markdown; two or more. */
  readonly steps: readonly Span[];
}

export interface ChoiceOption {
  /** Inline Markdown. */
  readonly text: Span;
  readonly correct: boolean;
  /** Why it is right or wrong; Markdown. */
  readonly explanation?: Span;
}

/** Multiple choice as written in the note: at least two options, at least one right and one wrong. */
export interface ChoiceCard extends CardBase {
  readonly kind: 'choice';
  readonly options: readonly ChoiceOption[];
}

/** A sentence with pieces to hide. `answer` is the sentence. */
export interface ClozeCard extends CardBase {
  readonly kind: 'cloze';
  /** What is hidden, inside `answer`, in order; without the marks around it. */
  readonly holes: readonly Span[];
}

/** What a note asks. Cards of kind `term` are made from terms where they are needed: see `Term`. */
export type Card = QuestionCard | StepsCard | ChoiceCard | ClozeCard;

/** How a definition is written; tells how `definition` is cleaned for showing. */
export type TermForm = 'label' | 'block' | 'table' | 'config' | 'bracket' | 'prose';

/** A piece of jargon with its definition. */
export interface Term {
  readonly name: string;
  /** Other names that the note gives, in order; never the name itself. */
  readonly aliases: readonly string[];
  /** Index of the innermost topic; -1 at the top. */
  readonly topic: number;
  /** 1-based line of the definition's beginning, first of all that define this term in this note. */
  readonly line: number;
  /** Further lines that explain the same term. */
  readonly moreLines: readonly number[];
  readonly definition: Span;
  readonly form: TermForm;
  /** Content identity, as of a card: of the normalised name and the title of the outermost topic (`leader` of Kafka is not that of ZooKeeper). */
  readonly key: string;
  /** Simhash of name, aliases and definition, as of a card. */
  readonly print: string;
  /** Lasting name, shared by the languages; given to the built-in content when it is compiled. */
  readonly id?: string;
  /** The common wrong answer (`**Trap:**` below the term); Markdown. */
  readonly trap?: Span;
  /** A diagram that shows it (see `notes/diagram.ts`); given to the built-in content when it is compiled. */
  readonly picture?: Span;
}

export type GapReason = 'empty' | 'todo' | 'placeholder';

/** A question that the note leaves unanswered. */
export interface Gap {
  readonly title: string;
  /** Innermost topic above it; -1 at the top. */
  readonly topic: number;
  readonly line: number;
  readonly why: GapReason;
  /** What a TODO says. */
  readonly detail?: string;
}

/** Something odd in the note, for whoever shows it: a coded value with its place, never an exception. */
export interface Finding {
  readonly code: 'front-matter' | 'too-large' | 'binary' | 'too-deep';
  readonly line: number;
}

/** What the front matter says that matters to us. Everything is optional in a note. */
export interface NoteMeta {
  readonly title?: string;
  readonly tags: readonly string[];
  /** Lower-case id of the system that the note is about (`kafka`). */
  readonly system?: string;
  readonly version?: string;
  /** Term names that are ordinary words elsewhere: matched only in a file about this system. */
  readonly context: readonly string[];
}

/** One note, read. */
export interface StudyNote {
  readonly meta: NoteMeta;
  /** Title for people: front matter, else a lone first heading, else an HTML title line; else undefined, and the file's name serves. */
  readonly title?: string;
  readonly language: 'en' | 'zh';
  readonly topics: readonly Topic[];
  readonly cards: readonly Card[];
  readonly terms: readonly Term[];
  readonly gaps: readonly Gap[];
  readonly findings: readonly Finding[];
}
