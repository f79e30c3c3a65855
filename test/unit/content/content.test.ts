import { expect } from 'chai';
import { type Flaw, flawsOf } from '../../../scripts/content/check';
import { type ContentNotes, readContent, readContentNote } from '../../../scripts/content/notes';

const en = readContent('en');
const zh = readContent('zh-cn');

const text = (flaws: Iterable<Flaw>) => [...flaws].map(({ at, what }) => `${at}: ${what}`);

describe('the built-in content', () => {
  it('has nothing that a machine can see to be wrong', () => {
    expect(en.size).at.least(14);
    expect(text(flawsOf(en, zh))).deep.equal([]);
  });
});

/** A small system that is as it should be. */
const english = `---
title: Queue
system: queue
version: Queue 1.2
tags: [messaging]
context: [lag]
---
# Queue

## Basics

### What is a queue? {#queue-what}

A line that [somebody reads](#queue-choice-order).

\`\`\`bash
queue --list
\`\`\`

**Trap:** A stack is none.

**Sources:** [Queue 1.2 manual](https://queue.example/1.2/)

### Who is served first? {#queue-choice-order}

- [x] The first
  > That is the point.
- [ ] The last
  > That is a stack.
- [ ] The loudest
  > That is a bazaar.

**Sources:** [Queue 1.2 manual](https://queue.example/1.2/)

### How is one served? {#queue-steps-serve}

One after the other.

1. Come.
2. Wait.

**Sources:** [Queue 1.2 manual](https://queue.example/1.2/)

## Terms

- **lag** (积压): How many wait.
  - **Trap:** It is no time.
- **\`queue.size\`**: How many fit. Default 10.
`;
const chinese = english
  .replace('title: Queue', 'title: 队列')
  .replace('What is a queue?', '什么是队列？')
  .replaceAll('**Trap:**', '**误区：**')
  .replaceAll('**Sources:**', '**来源：**')
  .replace('## Terms', '## 术语')
  .replace('**lag** (积压)', '**积压**（lag）');

const needed = { queue: { questions: 3, terms: 2, steps: ['queue-steps-serve'] } };

function flaws(edit: (text: string) => string, both = false): string[] {
  const notes = (text: string): ContentNotes => new Map([['queue', readContentNote(text)]]);
  return text(flawsOf(notes(both ? edit(english) : english), notes(edit(chinese)), needed));
}

describe('the check of the content', () => {
  const seen: readonly (readonly [string, (text: string) => string, string])[] = [
    ['a card that only one language has', (t) => t.replace(/### 什么是[\s\S]*?(?=###)/, ''), '2 in Chinese'],
    ['another id in one language', (t) => t.replace('#queue-what', '#queue-that'), 'taken by queue-that'],
    ['an id of another system', (t) => t.replace('#queue-what', '#what-queue'), 'does not begin with queue-'],
    ['an id that is there twice', (t) => t.replace('#queue-what', '#queue-steps-serve'), 'twice'],
    ['a card without an id', (t) => t.replace(' {#queue-what}', ''), 'no id'],
    ['steps without a list', (t) => t.replace('1. Come.\n2. Wait.\n', ''), 'has the id of a steps'],
    ['an answer without sources', (t) => t.replace(/\*\*来源：\*\*.*\n/, ''), 'does not end with its sources'],
    [
      'sources that are not last',
      (t) => t.replace(/(\*\*来源：\*\*.*\n)/, '$1\nMore.\n'),
      'does not end with its sources',
    ],
    ['sources without a link', (t) => t.replace(/\[Queue 1.2 manual\]\(.*?\)/, 'the manual'), 'does not end with its'],
    ['other sources', (t) => t.replace('example/1.2/', 'example/1.3/'), 'different sources'],
    ['an empty answer', (t) => t.replace(/A line[\s\S]*?(?=\*\*误区)/, ''), 'no answer'],
    ['a trap in one language', (t) => t.replace('**误区：** A stack is none.', ''), 'only one language has a trap'],
    [
      "a term's trap in one language",
      (t) => t.replace('  - **误区：** It is no time.\n', ''),
      'lag: only one language',
    ],
    ['code in one language', (t) => t.replace(/```[\s\S]*```\n/, ''), 'different blocks of code'],
    ['a step too few', (t) => t.replace('2. Wait.', '2. Wait.\n3. Go.'), 'different steps'],
    ['another right answer', (t) => t.replace('[x]', '[ ]').replace('[ ] The last', '[x] The last'), 'right answers'],
    ['only right answers', (t) => t.replaceAll('[ ]', '[x]'), 'has the id of a choice'],
    ['no right answer', (t) => t.replace('[x]', '[ ]'), 'unanswered (empty)'],
    ['an option without an explanation', (t) => t.replace('  > That is a stack.\n', ''), 'without an explanation'],
    ['two options', (t) => t.replace(/- \[ \] The last\n.*\n/, ''), '2 options'],
    [
      'a link that leads nowhere',
      (t) => t.replace('](#queue-choice-order)', '](#queue-order)'),
      'leads to #queue-order',
    ],
    ['a link to a file', (t) => t.replace('](#queue-choice-order)', '](other.md)'), 'leads to other.md'],
    ['what is not done', (t) => t.replace('A line that', 'TODO A line that'), 'not done: TODO'],
    ['a topic that stands elsewhere', (t) => t.replace('### How', '## More\n\n### How'), 'different headings'],
    ['no version', (t) => t.replace('version: Queue 1.2\n', ''), 'no version'],
    ['another version', (t) => t.replace('version: Queue 1.2', 'version: Queue 1.3'), 'of the versions 1.2 and 1.3'],
    ['another system', (t) => t.replace('system: queue', 'system: cue'), 'says that it is cue'],
    ['a context that is no term', (t) => t.replace('[lag]', '[leg]'), 'context names leg'],
    [
      'a term that only one language has',
      (t) => t.replace(/- \*\*积压[\s\S]*?(?=- \*\*`)/, ''),
      '2 terms in English, 1',
    ],
    ['a misaligned pair', (t) => t.replace('**积压**（lag）', '**水位**（leg）'), 'share no name'],
    ['terms in another order', (t) => t.replace(/(- \*\*积压[\s\S]*?)(- \*\*`.*\n)/, '$2$1'), 'share no name'],
    [
      'a name that is not the same code',
      (t) => t.replace('`queue.size`', '`queue.max`（queue.size）'),
      'not the same code',
    ],
    ['a name of two terms', (t) => t.replace('`queue.size`**', '`queue.size`**（LAG）'), 'also a name of 积压'],
    ['an item that is no term', (t) => `${t}- Something else.\n`, '3 items in the glossary, but 2 terms'],
  ];
  it('is content with content that is right', () => {
    expect(flaws((t) => t)).deep.equal([]);
  });
  for (const [name, edit, expected] of seen) {
    it(`sees ${name}`, () => {
      expect(edit(chinese)).not.equal(chinese);
      expect(flaws(edit).join('\n')).contains(expected);
    });
  }
  it('sees what is missing in both languages', () => {
    const without = (t: string) =>
      t.replace(/### Who[\s\S]*?(?=###)/, '').replace('](#queue-choice-order)', '](https://a.b/)');
    expect(flaws(without, true)).deep.equal(['queue: 2 of 3 questions', 'queue: 0 choices for 1 open questions']);
  });
  it('sees a language and a system that are missing', () => {
    expect(text(flawsOf(new Map(), new Map(), needed))).deep.equal(['queue: there is no note in English']);
  });
});
