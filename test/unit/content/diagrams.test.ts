import { expect } from 'chai';
import { readContent } from '../../../scripts/content/notes';
import { parseDiagram } from '../../../src/notes/diagram';

describe('the diagrams of the content', () => {
  for (const language of ['en', 'zh-cn'] as const) {
    it(`are drawn, small, and explain terms that are there: ${language}`, async () => {
      const { drawDiagrams } = await import('../../../scripts/content/diagrams.mjs');
      let count = 0;
      for (const [system, { text, note }] of readContent(language)) {
        const names = new Set(note.terms.flatMap((term) => [term.name, ...term.aliases]));
        const drawn = drawDiagrams(text);
        for (const picture of drawn.pictures) {
          const diagram = parseDiagram(drawn.text.slice(picture.span.start, picture.span.end));
          expect(diagram, system).not.equal(undefined);
          expect(diagram!.width, diagram!.words).below(1000);
          expect(diagram!.height, diagram!.words).below(600);
          for (const name of picture.names) expect(names.has(name), `${system}: ${name}`).equal(true);
          count++;
        }
      }
      expect(count).at.least(25);
    });
  }

  it('keep the rest of the text', async () => {
    const { drawDiagrams } = await import('../../../scripts/content/diagrams.mjs');
    const before = 'Before\n\n```mermaid ISR, HW\nflowchart LR\n  accDescr: A leads to B.\n  A --> B\n```\n\nAfter\n';
    const { text, pictures } = drawDiagrams(before);
    expect(text).match(/^Before\n\n```diagram\nA leads to B\.\n\d+ \d+\n[\s\S]*\n```\n\nAfter\n$/);
    expect(pictures[0]!.names).deep.equal(['ISR', 'HW']);
    expect(text.slice(pictures[0]!.span.start, pictures[0]!.span.end)).match(/^A leads[\s\S]*[^`\n]$/);
  });

  it('need words for those who cannot see them', async () => {
    const { drawDiagrams } = await import('../../../scripts/content/diagrams.mjs');
    expect(() => drawDiagrams('```mermaid\nflowchart LR\n  A --> B\n```\n')).throw('no accDescr');
  });
});
