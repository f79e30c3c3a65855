import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import {
  baseless,
  type Coverage,
  correctionsOf,
  coverageTable,
  parseCoverage,
  pointsOf,
  unclaimed,
} from '../../../scripts/content/coverage';
import { readContent, readContentNote } from '../../../scripts/content/notes';
import { readPoints } from '../../../scripts/content/sources';

describe('the coverage of the content', () => {
  const coverage = parseCoverage(readFileSync('content/coverage.yaml', 'utf8'));
  const content = readContent('en');

  it('names cards that are there, and for what is set right one with a trap', () => {
    expect(baseless(coverage, content)).deep.equal([]);
  });

  it('is what COVERAGE.md shows (npm run coverage writes it)', () => {
    expect(readFileSync('content/COVERAGE.md', 'utf8')).equal(coverageTable(coverage, content));
  });

  for (const kind of ['asked', 'corrected'] as const) {
    it(`is whole: ${kind}`, function () {
      const points = readPoints();
      if (!points) {
        console.log('    ../shared is absent: not compared with what had to be covered');
        this.skip();
      }
      expect(points[kind].length).above(100);
      expect(unclaimed(points[kind], coverage[kind])).deep.equal([]);
    });
  }
});

describe('what has to be covered', () => {
  it('is headings, questions, TODOs and rows that are not filled in', () => {
    const note = [
      '# Queue',
      '## 1.Basics',
      '**1.What is a queue?**',
      'A line. Is it long?',
      '<!-- TOOD draw it -->',
      '| Port | Desc |',
      '| --- | --- |',
      '| 1 | - |',
      '| 2 | there |',
      '2.设计',
      '1. an item',
      '```',
      '# no heading',
      '```',
    ].join('\n');
    expect(pointsOf(note).map(({ place }) => place)).deep.equal([
      'Queue',
      '1.Basics',
      '1.Basics / 1.What is a queue?',
      '1.Basics / A line. Is it long?',
      '1.Basics / TODO',
      '1.Basics / 1',
      '1.Basics / 2.设计',
    ]);
  });

  it('is the rows of the tables that set a claim right', () => {
    const sheet =
      '| Id | Claim | Right |\n| --- | --- | --- |\n| 1 | a \\| b | c |\n\n| Term | Meaning |\n| --- | --- |\n| d | e |\n';
    expect(correctionsOf(sheet).map(({ place }) => place)).deep.equal(['1 | a \\| b | c']);
  });

  const claim = { what: 'it', at: ['key'], by: ['queue-what'] };
  it('is missed when nothing claims it, and the claim when it is gone', () => {
    expect(unclaimed([{ key: 'other', place: 'there' }], { queue: [claim] })).deep.equal([
      'no card for there',
      'it is nowhere any more',
    ]);
  });

  it('is claimed by cards that exist, with a trap where something is set right', () => {
    const content = new Map([['queue', readContentNote('# Queue\n\n### What is it? {#queue-what}\n\nA line.\n')]]);
    const coverage: Coverage = { asked: { queue: [{ ...claim, by: ['queue-that'] }] }, corrected: { queue: [claim] } };
    expect(baseless(coverage, content)).deep.equal(['it: there is no queue-that', 'it: no trap']);
  });
});
