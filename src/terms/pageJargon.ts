import * as v from 'valibot';
import type { WordMarker } from '../notes/wordMarks';

/** A term that is marked in what a page shows, as the page explains it. All is plain text. */
export const jargonSchema = v.object({
  /** The number that its mark bears. */
  id: v.pipe(v.number(), v.integer(), v.minValue(0)),
  name: v.string(),
  /** Its other names. */
  names: v.array(v.string()),
  /** The system it belongs to. */
  system: v.string(),
  definition: v.string(),
  language: v.picklist(['en', 'zh']),
});
export type PageJargon = v.InferOutput<typeof jargonSchema>;

/** What the page of a note is born with, and told when it is to go to another place. */
export const shownNoteSchema = v.object({
  uri: v.string(),
  /** Where to scroll to: the n-th heading (0-based; -1 is the top), and below it the term of this name. */
  place: v.optional(v.object({ heading: v.number(), term: v.optional(v.string()) })),
  jargon: v.optional(v.array(jargonSchema)),
});
export type ShownNote = v.InferOutput<typeof shownNoteSchema>;

/** The jargon of what a page is going to show. */
export interface ShownJargon {
  readonly words: WordMarker;
  /** What was marked. */
  explain(): Promise<PageJargon[]>;
}
