import { l10n, MarkdownString, Uri } from 'vscode';
import type { NoteTexts } from '../study/library';
import { definitionText } from '../study/text';
import type { Concept, Definition } from '../terms/concepts';
import type { Sighting } from '../terms/page';
import { topicPath } from '../terms/topicPath';
import { command } from './commands';
import { hoverPicture } from './hoverPicture';
import { harmless, plain } from './hoverText';

/** What a hover card needs beside the term. */
export interface CardDeps {
  readonly texts: NoteTexts;
  /** The language that the reader reads. */
  readonly language: 'en' | 'zh';
  /** How well the reader knows a term, in words. */
  mastery?(definition: Definition): string | undefined;
}

/** Names and other notes beyond so many are left out. */
const mostNames = 6;
const mostNotes = 3;

/** The card of a term: names, topic, definition, trap, what else it may mean, what to do next, and a picture if there is one. */
export async function hoverCard({ concept, others }: Sighting, deps: CardDeps): Promise<MarkdownString> {
  const [definition, ...more] = inReadingOrder(concept, deps.language);
  const { note, term } = definition!;
  const path = topicPath(note.note, term.topic);
  const text = await deps.texts.text(note.uri);
  const lines = [
    title(concept, term.name),
    path.map(plain).join(' › '),
    harmless(definitionText(text, term)),
    term.trap && `**${l10n.t('Trap')}** ${harmless(text.slice(term.trap.start, term.trap.end))}`,
    others.length > 0 && l10n.t('Also a term of {0}', [...new Set(others.map(systemTitle))].map(plain).join(', ')),
    deps.mastery?.(definition!),
    actions(definition!, more),
    // Last: the words and what to do next are seen without scrolling.
    term.picture && hoverPicture(text.slice(term.picture.start, term.picture.end)),
  ];
  const card = new MarkdownString(lines.filter(Boolean).join('\n\n'));
  card.isTrusted = { enabledCommands: [command.openNote, command.quizTopic] };
  return card;
}

/** The reader's own notes first, then the built-in content in the reader's language, then whatever there is. */
function inReadingOrder(concept: Concept, language: 'en' | 'zh'): Definition[] {
  const rank = ({ note }: Definition) => (note.builtIn ? (note.note.language === language ? 1 : 2) : 0);
  const sorted = concept.definitions.toSorted((a, b) => rank(a) - rank(b));
  return sorted.filter((each, index) => index === 0 || rank(each) < 2);
}

function title(concept: Concept, name: string): string {
  const others = concept.names.filter((each) => each !== name).slice(0, mostNames);
  return [`**${plain(name)}**`, ...others.map(plain)].join(' · ');
}

function systemTitle(concept: Concept): string {
  return concept.system.title;
}

function actions({ note, term }: Definition, more: readonly Definition[]): string {
  const links = [
    link(l10n.t('Open Note'), command.openNote, [note.uri, term.line]),
    term.topic >= 0 && link(l10n.t('Quiz Me'), command.quizTopic, [note.uri, term.topic]),
    ...more
      .slice(0, mostNotes)
      .map((each) => link(nameOfNote(each), command.openNote, [each.note.uri, each.term.line])),
  ];
  return links.filter(Boolean).join(' | ');
}

function nameOfNote({ note }: Definition): string {
  return note.note.title ?? Uri.parse(note.uri).path.split('/').at(-1) ?? '';
}

function link(label: string, id: string, args: readonly unknown[]): string {
  return `[${plain(label)}](command:${id}?${encodeURIComponent(JSON.stringify(args))})`;
}
