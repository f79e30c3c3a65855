import { l10n, MarkdownString, Uri } from 'vscode';
import type { Moment } from '../../progress/mastery';
import type { Progress } from '../../progress/progress';
import type { Library, NoteTexts } from '../../study/library';
import { definitionText } from '../../study/text';
import type { Concept, Definition } from '../../terms/concepts';
import type { Sighting } from '../../terms/page';
import { inReadingOrder } from '../../terms/readingOrder';
import { topicPath } from '../../terms/topicPath';
import { command } from '../commands';
import { hoverPicture } from './hoverPicture';
import { harmless, plain } from './hoverText';
import { mutedName } from './muted';
import { masteryWord, termCard } from './termCards';

/** What a hover card needs beside the term. */
export interface CardDeps {
  readonly texts: NoteTexts;
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  moment(): Moment;
  /** The language that the reader reads now. */
  language(): 'en' | 'zh';
}

/** Names and other notes beyond so many are left out. */
const mostNames = 6;
const mostNotes = 3;

/** The card of a term: names, topic and mastery, definition, trap, what else it may mean, what to do next, and a picture if there is one. */
export async function hoverCard({ concept, others }: Sighting, document: Uri, deps: CardDeps): Promise<MarkdownString> {
  const [definition, ...more] = inReadingOrder(concept, deps.language());
  const { note, term } = definition!;
  const [text, library, progress] = await Promise.all([deps.texts.text(note.uri), deps.library(), deps.progress()]);
  const card = termCard(concept, library, progress, deps.moment());
  const path = topicPath(note.note, term.topic).map(plain).join(' › ');
  const lines = [
    title(concept, term.name),
    [path, card && masteryWord(card.mastery)].filter(Boolean).join(' · '),
    harmless(definitionText(text, term)),
    term.trap && `**${l10n.t('Trap')}** ${harmless(text.slice(term.trap.start, term.trap.end))}`,
    others.length > 0 && l10n.t('Also a term of {0}', [...new Set(others.map(systemTitle))].map(plain).join(', ')),
    actions(
      definition!,
      more,
      card?.id,
      link(l10n.t('Not Here…'), command.muteTerm, [mutedName(concept), document.toString()]),
    ),
    // Last: the words and what to do next are seen without scrolling.
    term.picture && hoverPicture(text.slice(term.picture.start, term.picture.end)),
  ];
  const markdown = new MarkdownString(lines.filter(Boolean).join('\n\n'));
  markdown.isTrusted = { enabledCommands: [command.openNote, command.quizCard, command.knowTerm, command.muteTerm] };
  return markdown;
}

function title(concept: Concept, name: string): string {
  const others = concept.names.filter((each) => each !== name).slice(0, mostNames);
  return [`**${plain(name)}**`, ...others.map(plain)].join(' · ');
}

function systemTitle(concept: Concept): string {
  return concept.system.title;
}

function actions(
  { note, term }: Definition,
  more: readonly Definition[],
  card: string | undefined,
  notHere: string,
): string {
  const links = [
    link(l10n.t('Open Note'), command.openNote, [note.uri, term.line]),
    card && link(l10n.t('Quiz Me'), command.quizCard, [card]),
    card && link(l10n.t('I Know This'), command.knowTerm, [card]),
    notHere,
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
