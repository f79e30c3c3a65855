import type { Span, TermForm } from '../model';

/** A definition found in the note, before definitions of the same name are brought together. */
export interface TermDraft {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Offset of the definition's line. */
  readonly start: number;
  readonly definition: Span;
  readonly form: TermForm;
  readonly trap?: Span;
}
