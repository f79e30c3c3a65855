import type { Cell, Table } from '../../notes/blocks';
import { stripNumbering } from '../../notes/numbering';
import { hasHan } from '../../notes/script';
import { answerSpan, isPlaceholder } from '../content';
import { Context } from '../context';
import type { Gap } from '../model';
import { type Question, type Reading, type Section, sectionAt } from '../reading';
import { isFurniture, isGlossary, isInterrogative, todoOf } from '../words';
import { isPartOfAnswer } from './headings';
import { isOpen } from './open';

/** What the note leaves unanswered: empty questions and headings, TODOs, rows of a table with a `-`. */
export function collectGaps(reading: Reading, questions: readonly Question[], quiz: boolean): Gap[] {
  const todos = todosOf(reading, questions);
  const told = new Set(todos.map((gap) => gap.title));
  const empty = emptyOf(reading, questions, quiz).filter((gap) => !told.has(gap.title));
  const unwanted = unwantedLines(reading);
  return [...todos, ...empty, ...placeholdersOf(reading)]
    .filter((gap) => !unwanted.has(gap.line))
    .sort((a, b) => a.line - b.line);
}

/** Lines of which a comment says that nothing is wanted there: `## History <!-- no gap -->`. */
function unwantedLines({ comments, lines }: Reading): ReadonlySet<number> {
  return new Set(
    comments.flatMap(({ text, start }) => (/^(?:no gap|not a gap|无需补充)$/i.test(text) ? [lines.lineAt(start)] : [])),
  );
}

function emptyOf(reading: Reading, questions: readonly Question[], quiz: boolean): Gap[] {
  const gaps: Gap[] = [];
  for (const question of questions) {
    if (isOpen(reading, question, quiz)) {
      gaps.push(...openOf(reading, question));
      continue;
    }
    if (question.form === 'heading' || question.answer || answerSpan(reading, question.from, question.to)) continue;
    if (question.form === 'label' && !startsWithNumber(reading, question) && !isOneQuestion(question.title)) continue;
    gaps.push({
      title: question.title,
      topic: question.topic,
      line: reading.lines.lineAt(question.start),
      why: 'empty',
    });
  }
  for (const section of reading.sections) {
    if (!section.heading || section.parent || hasContent(reading, section)) continue;
    const topic = reading.topics[section.topic]!;
    if (isFurniture(topic.title) || isGlossary(topic.title) || isPartOfAnswer(reading, section.topic)) continue;
    gaps.push({ title: topic.title, topic: topic.parent, line: topic.line, why: 'empty' });
  }
  return gaps;
}

/** A question that is not answered; of a title over a list of questions, the questions. */
function openOf(reading: Reading, question: Question): Gap[] {
  if (question.form !== 'heading' || isInterrogative(question.title)) return [gapOf(reading, question)];
  const topic = sectionAt(reading, question.start).topic;
  const asked = reading.blocks.slice(question.from, question.to).flatMap((block) => {
    if (block.kind !== 'line' || !/[?？]$/.test(block.text)) return [];
    return [
      { title: stripNumbering(block.text), topic, line: reading.lines.lineAt(block.start), why: 'empty' as const },
    ];
  });
  return asked.length > 0 ? asked : [gapOf(reading, question)];
}

function gapOf(reading: Reading, question: Question): Gap {
  const { title, topic, start } = question;
  return { title, topic, line: reading.lines.lineAt(start), why: 'empty' };
}

/** A question, and no remark or paragraph that ends with one. */
function isOneQuestion(title: string): boolean {
  const short = title.length <= (hasHan(title) ? 80 : 120);
  return short && /[?？]$/.test(title) && !/[。！!]\s*\S|[.]\s+\p{Lu}/u.test(title);
}

function startsWithNumber(reading: Reading, question: Question): boolean {
  return /^\W{0,4}\d/.test(reading.text.slice(question.start, question.start + 8));
}

function hasContent(reading: Reading, section: Section): boolean {
  if (answerSpan(reading, section.from, section.to)) return true;
  return reading.blocks.slice(section.from, section.to).some((block) => block.kind === 'table');
}

function todosOf(reading: Reading, questions: readonly Question[]): Gap[] {
  const context = new Context(reading, questions);
  const notes = reading.comments.map((comment) => ({ text: comment.text, start: comment.start }));
  for (const block of reading.blocks) {
    if (block.kind === 'line' && block.first && block.last) notes.push({ text: block.text, start: block.start });
  }
  return notes.flatMap(({ text, start }) => {
    const detail = todoOf(text);
    if (detail === undefined) return [];
    const above = context.above(start);
    if (!above) return [];
    const line = reading.lines.lineAt(start);
    return [{ ...above, line, why: 'todo' as const, ...(detail !== '' && { detail }) }];
  });
}

function placeholdersOf(reading: Reading): Gap[] {
  return reading.sections.flatMap((section) =>
    reading.blocks.slice(section.from, section.to).flatMap((block) =>
      block.kind === 'table'
        ? rowsToFill(block).map((cell) => ({
            title: cell.text,
            topic: section.topic,
            line: reading.lines.lineAt(cell.start),
            why: 'placeholder' as const,
          }))
        : [],
    ),
  );
}

/** The names of the rows in which nothing else stands than placeholders. */
function rowsToFill(table: Table): Cell[] {
  return table.rows.slice(1).flatMap((row) => {
    const [name, ...rest] = row;
    const told = rest.filter((cell) => cell.text !== '');
    return name &&
      name.text !== '' &&
      !isPlaceholder(name.text) &&
      told.length > 0 &&
      told.every((cell) => isPlaceholder(cell.text))
      ? [name]
      : [];
  });
}
