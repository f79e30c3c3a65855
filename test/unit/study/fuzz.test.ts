import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import type { Span, StudyNote } from '../../../src/study/model';
import { readNote } from '../../../src/study/readNote';
import { answerMarkdown, definitionText } from '../../../src/study/text';

/** `FUZZ=100000 npx mocha -g hostile` runs as many cases. */
const runs = Number(process.env['FUZZ'] ?? 300);

const folder = join(__dirname, '../../fixtures/notes');
const notes = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));

/** Pieces that Markdown, HTML, YAML and our own conventions give a meaning to, and characters that break careless code. */
const pieces = [
  ...[
    '# ',
    '## ',
    '###### 1. ',
    '##a',
    '- ',
    '* ',
    '1. ',
    '10) ',
    '> ',
    '>',
    '    ',
    '\t\t',
    '\n',
    '\n\n',
    '\r\n',
    '\r',
    '---\n',
    '===\n',
  ],
  ...[
    '**',
    '__',
    '*',
    '_',
    '`',
    '```\n',
    '~~~\n',
    '==',
    '::',
    ':::',
    '[',
    ']',
    '](',
    ')',
    '![',
    '<',
    '>',
    '|',
    '|-|-|\n',
    '\\',
    '&amp;',
    '&#0;',
  ],
  ...[
    '<details>',
    '<summary>',
    '</summary>',
    '</details>',
    '<!--',
    '-->',
    '<!-- TODO x -->',
    '<b>',
    '<br>',
    '<![CDATA[',
    '<?',
    '<!A',
  ],
  ...[
    '[ ] ',
    '[x] ',
    'A. ',
    'B. ',
    'Answer: A',
    '答案：B',
    'Q: ',
    'A: ',
    '问：',
    '答：',
    '{#id}',
    '{{c1::',
    '}}',
    '?',
    '？',
    '：',
    '（',
    '）',
  ],
  ...[
    'ISR',
    '是一种',
    '用来',
    '（1）',
    '①',
    '1.1 ',
    '一、',
    '\n\n一、索引\n\n1、什么？\n\n',
    'START\n',
    '\nBack: ',
    '\nEND\n',
    '> [!question]- ',
    '\n%%\n',
    '%%',
    ' #card',
    '[[',
    ']]',
    '*a* (b): ',
    'a.b.c=1',
    '# c\n',
    'TODO',
    '-',
    '$',
    'word',
    '中文',
    ' is a ',
    '. ',
    '。',
  ],
  ...['\0', '\ufeff', '\ud800', '\udc00', '\ufffd', '\u200b', '\u2028', '😀', '\u0300', '\ue02a'],
];

const soup = fc.array(fc.constantFrom(...pieces), { maxLength: 120 }).map((parts) => parts.join(''));

/** A real note with a part cut out, doubled, or replaced by soup. */
const mutated = fc
  .tuple(
    fc.constantFrom(...notes),
    fc.nat(),
    fc.nat(300),
    soup,
    fc.constantFrom('cut', 'double', 'replace', 'truncate'),
  )
  .map(([text, at, length, junk, how]) => {
    const start = at % (text.length + 1);
    const end = Math.min(text.length, start + length);
    switch (how) {
      case 'cut':
        return text.slice(0, start) + text.slice(end);
      case 'double':
        return text.slice(0, end) + text.slice(start);
      case 'replace':
        return text.slice(0, start) + junk + text.slice(end);
      default:
        return text.slice(0, start);
    }
  });

/** One piece, many times over. */
const repeated = fc
  .tuple(fc.constantFrom(...pieces), fc.constantFrom(...pieces), fc.integer({ min: 1, max: 3000 }))
  .map(([a, b, times]) => (a + b).repeat(times).slice(0, 12_000));

/** How much slower this machine is now than one that reads 0.9 MB of these notes a second. */
function slowness(): number {
  const all = notes.join('\n').repeat(4);
  readNote(all);
  const before = process.cpuUsage();
  readNote(all);
  const { user, system } = process.cpuUsage(before);
  return Math.max(1, (user + system) / 1e6 / (all.length / 0.9e6));
}

/** Milliseconds: a second for a megabyte, and a second for what is small, since machines stall. */
const perMegabyte = 1000 * slowness();
const allowed = (text: string) => perMegabyte * Math.max(1, text.length / 1e6);

describe('hostile Markdown', function () {
  this.timeout(60_000 + runs * 20);

  const check = (text: string) => {
    const before = process.cpuUsage();
    const note = readNote(text);
    const { user, system } = process.cpuUsage(before);
    expect((user + system) / 1000).lessThan(allowed(text));
    expectSound(text, note);
  };

  it('soup', () => fc.assert(fc.property(soup, check), { numRuns: runs }));
  it('mutated notes', () => fc.assert(fc.property(mutated, check), { numRuns: runs }));
  it('one thing over and over', () => fc.assert(fc.property(repeated, check), { numRuns: Math.ceil(runs / 10) }));

  it('forty kilobytes of what the parser or a collector is slow at', () => {
    for (const each of ['> x\n\n', '> \n\n- ', 'START\n\n\n', '\n']) check(each.repeat(40_000 / each.length));
  });

  it('nested ten thousand deep', () => {
    for (const mark of [
      '>',
      '> ',
      '- ',
      '* ',
      '1. ',
      '[',
      '![',
      '(',
      '*',
      '_',
      '**',
      '`',
      '<div>',
      '<details>',
      '{',
      '|',
      '- > ',
      '# ',
      '[](',
      '<a>',
    ]) {
      check(`# Title\n\n${mark.repeat(10_000)} text\n\n## After\n\nStill read.\n`);
    }
    for (const mark of ['> ', '- ', '  - ']) {
      const steps = Array.from(
        { length: 400 },
        (_, i) => `${mark.trimEnd() === '>' ? mark.repeat(i) : ' '.repeat(i * 2) + mark}a`,
      );
      check(steps.join('\n'));
    }
  });

  it('keeps what can be had', () => {
    const note = readNote(`# Title\n\n${'> '.repeat(10_000)}deep\n\n## What is read?\n\nThe rest.\n`);
    expect(note.cards.map((card) => card.question)).deep.equal(['What is read?']);
    expect(note.findings).deep.equal([{ code: 'too-deep', line: 3 }]);
    const dense = readNote(`${'- a\n'.repeat(40_000)}\n# What is read?\n\nThe rest.\n`);
    expect(dense.cards.map((card) => card.question)).deep.equal(['What is read?']);
    expect(dense.findings.map(({ code }) => code)).deep.equal(['too-large']);
  });

  it('one line of ten megabytes', () => {
    check('word '.repeat(2_000_000));
    check('[a](b) *c* `d` <e> '.repeat(530_000));
    check('中文，内容。'.repeat(1_700_000));
  });

  it('says that data is no text', () => {
    expect(readNote('PNG\0\0\0\0'.repeat(100)).findings).deep.equal([{ code: 'binary', line: 1 }]);
    expect(readNote('# T\0itle\n\ntext\n'.concat('words '.repeat(100))).topics).length(1);
  });

  it('broken front matter', () => {
    expect(readNote('---\ntitle: [\n---\n# A\n').findings).deep.equal([{ code: 'front-matter', line: 1 }]);
    expect(readNote('---\na: &a [*a]\n---\n').topics).deep.equal([]);
    expect(readNote('---\n\nno front matter\n\n---\n\n# A\n').topics).length(1);
  });
});

/** Whatever was read stands inside the note, and can be shown. */
function expectSound(text: string, note: StudyNote): void {
  const inside = (span: Span) =>
    expect(0 <= span.start && span.start <= span.end && span.end <= text.length, 'span').equal(true);
  const lines = text.split(/\r\n|\n|\r/).length;
  const isLine = (line: number) => expect(1 <= line && line <= lines, `line ${line} of ${lines}`).equal(true);
  note.topics.forEach((topic, i) => {
    isLine(topic.line);
    expect(topic.parent).lessThan(i);
    expect(topic.title.trim()).not.equal('');
  });
  for (const card of note.cards) {
    isLine(card.line);
    isLine(card.endLine);
    expect(card.endLine).least(card.line);
    inside(card.answer);
    if (card.stem) inside(card.stem);
    expect(card.topic).lessThan(note.topics.length);
    expect(card.key).match(/^[\w-]{11}$/);
    expect(card.print).match(/^[\w-]{11}$/);
    expect(card.question.trim()).not.equal('');
    answerMarkdown(text, card);
    if (card.kind === 'choice') {
      expect(card.options.some((option) => option.correct)).equal(true);
      // Where the note says so, all of three or more are right.
      if (card.options.length < 3) expect(card.options.some((option) => !option.correct)).equal(true);
      for (const option of card.options) inside(option.text);
    } else if (card.kind === 'steps') {
      expect(card.steps.length).least(2);
      card.steps.forEach(inside);
    } else if (card.kind === 'cloze') {
      card.holes.forEach(inside);
    }
  }
  for (const term of note.terms) {
    isLine(term.line);
    inside(term.definition);
    if (term.trap) inside(term.trap);
    expect(term.aliases).not.include(term.name);
    definitionText(text, term);
  }
  for (const gap of note.gaps) isLine(gap.line);
  for (const finding of note.findings) isLine(finding.line);
}
