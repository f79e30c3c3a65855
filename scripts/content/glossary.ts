import type { Span, StudyNote, Term } from '../../src/study/model';
import { readNote } from '../../src/study/readNote';
import { isGlossary } from '../../src/study/words';

/** What each item of a glossary is read below, so that it is read as an item of a glossary. */
const above = '## Terms\n\n';

/**
 * The terms of the section `## Terms`, one an item, in their order. Each item is read by itself: what looks like a term in an answer, or in another
 * term's definition, is part of that.
 */
export function glossaryOf(text: string, { topics }: StudyNote): Term[] {
  const heading = topics.find((topic) => isGlossary(topic.title));
  if (!heading) return [];
  const start = text.split('\n').slice(0, heading.line).join('\n').length;
  const items = text.slice(start).matchAll(/^- \*\*.*(?:\n {2,}.*)*/gm);
  return [...items].flatMap((match) => {
    const index = start + match.index;
    const line = heading.line + text.slice(start, index).split('\n').length - 1;
    const [term] = readNote(above + match[0]).terms;
    if (!term) return [];
    const head = /^- \*\*.+?\*\*\s*(?:[(（].*?[)）]\s*)?[:：]\s*/.exec(match[0])?.[0].length ?? 0;
    const moved = ({ start, end }: Span) => ({ start: start - above.length + index, end: end - above.length + index });
    const topic = topics.findLastIndex((each) => each.line < line);
    return {
      ...term,
      aliases: aliasesOf(match[0], term.name),
      line,
      moreLines: [],
      topic,
      // What stands in brackets after the name are names, whatever else stands in them.
      definition: { ...moved(term.definition), start: Math.max(moved(term.definition).start, index + head) },
      ...(term.trap && { trap: moved(term.trap) }),
    };
  });
}

/** The names in the brackets after the name in bold: all of them, for in this glossary they hold nothing else. */
function aliasesOf(item: string, name: string): string[] {
  const brackets = /^- \*\*.+?\*\*\s*[(（](.*?)[)）]\s*[:：]/.exec(item)?.[1] ?? '';
  const names = brackets.split(/[,，](?![^(]*\))\s*/).map((each) => each.replaceAll('`', '').trim());
  return names.filter((each) => each !== '' && each.toLowerCase() !== name.toLowerCase());
}
