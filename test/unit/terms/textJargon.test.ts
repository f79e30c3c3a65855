import { expect } from 'chai';
import { Glossary } from '../../../src/terms/glossary';
import { TextJargon } from '../../../src/terms/textJargon';
import { systems } from './notes';

const glossary = new Glossary(systems);

function found(text: string, about: string, wants: (name: string) => boolean = () => true): string[] {
  const source = { path: 'notes.md', languageId: 'markdown', text: about };
  const jargon = new TextJargon(glossary, source, ({ names }) => wants(names[0]!));
  return jargon.find(text).map(({ start, end }) => text.slice(start, end));
}

describe('the jargon of an answer', () => {
  it('is that of its note', () => {
    expect(found('The HW moves up.', 'Kafka: the ISR, the leader and the LEO of a partition')).to.deep.equal(['HW']);
    expect(found('The HW moves up.', 'Bread and butter')).to.deep.equal([]);
  });

  it('is of the answer alone, wherever the note has more', () => {
    expect(found('ISR', 'Kafka: ISR, ISR, ISR')).to.deep.equal(['ISR']);
  });

  it('leaves out what is not wanted', () => {
    expect(found('the ISR and the LEO of Kafka', '', (name) => name !== 'ISR')).to.deep.equal(['LEO']);
  });

  it('gives each concept one number, whatever it is called', () => {
    const jargon = new TextJargon(glossary, { path: 'kafka.md', languageId: 'markdown', text: '' }, () => true);
    const [first, second] = jargon.find('ISR，同步副本');
    expect(second!.id).to.equal(first!.id);
    jargon.marked.add(first!.id);
    expect(jargon.concepts.map(([id, { names }]) => [id, names[0]])).to.deep.equal([[first!.id, 'ISR']]);
  });
});
