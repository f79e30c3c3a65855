import { expect } from 'chai';
import { Glossary } from '../../../src/terms/glossary';
import { noteOf } from './notes';

/** The names of each concept, by system. */
function concepts(glossary: Glossary): string[] {
  return glossary.concepts.map(({ system, names }) => `${system.id}: ${names.join(', ')}`);
}

describe('glossary', () => {
  it('joins what two languages and the reader’s own notes say of one thing', () => {
    const glossary = new Glossary([
      noteOf({ system: 'kafka', terms: [['ISR', 'In-Sync Replicas', '同步副本']] }),
      noteOf({ system: 'kafka', language: 'zh', terms: [['同步副本', 'isr', '同步副本集合']] }),
      noteOf({
        topics: ['Kafka', 'Kafka概念'],
        builtIn: false,
        uri: 'file:/notes.md',
        terms: [['ISR', '副本同步队列']],
      }),
    ]);
    expect(concepts(glossary)).eql(['kafka: ISR, In-Sync Replicas, 同步副本, 同步副本集合, 副本同步队列']);
    expect(glossary.concepts[0]!.definitions).length(3);
  });

  it('keeps one name of two systems apart', () => {
    const glossary = new Glossary([
      noteOf({ system: 'kafka', terms: [['leader']] }),
      noteOf({ system: 'zookeeper', terms: [['leader']] }),
    ]);
    expect(concepts(glossary)).eql(['kafka: leader', 'zookeeper: leader']);
    expect(glossary.bearersOf(0).map(({ concept }) => concept.system.title)).eql(['Kafka', 'Zookeeper']);
  });

  it('joins terms that share their lasting id, whatever they are called', () => {
    const glossary = new Glossary([
      noteOf({ system: 'kafka', terms: [{ id: 'kafka-term-lag', names: ['lag'] }] }),
      noteOf({ system: 'kafka', language: 'zh', terms: [{ id: 'kafka-term-lag', names: ['消费滞后'] }] }),
    ]);
    expect(concepts(glossary)).eql(['kafka: lag, 消费滞后']);
  });

  it('does not join two terms of one note that share an alias', () => {
    const glossary = new Glossary([
      noteOf({
        system: 'hive',
        terms: [
          ['order by', '排序'],
          ['sort by', '排序'],
        ],
      }),
    ]);
    expect(concepts(glossary)).eql(['hive: order by, 排序', 'hive: sort by, 排序']);
  });

  it('tells the system from the outermost topic, else from the note', () => {
    const systemOf = (topics: string[], title?: string, uri?: string) =>
      new Glossary([noteOf({ topics, terms: [['x1']], ...(title && { title }), ...(uri && { uri }) })]).systems[0];
    expect(systemOf(['Kafka', 'ISR'])).equal('kafka');
    expect(systemOf(['Linux & Shell'])).equal('linux');
    expect(systemOf(['Spark Sql, DataFrames, DataSet'])).equal('spark');
    expect(systemOf(['元数据管理(Atlas血缘系统)'])).equal('atlas');
    expect(systemOf(['架构'], 'Flink')).equal('flink');
    expect(systemOf(['架构'], undefined, 'file:/notes/HBase%20%E7%AC%94%E8%AE%B0.md')).equal('hbase');
  });

  it('takes the terms of the section of terms where a note has one', () => {
    const note = noteOf({ system: 'kafka', topics: ['Kafka', 'Terms'], terms: [['ISR']] });
    const aside = { ...note.note.terms[0]!, name: 'Clients', topic: 0 };
    const glossary = new Glossary([{ ...note, note: { ...note.note, terms: [aside, ...note.note.terms] } }]);
    expect(concepts(glossary)).eql(['kafka: ISR']);
  });

  it('finds names without mark-up, call brackets and leading dots', () => {
    const glossary = new Glossary([
      noteOf({ system: 'flink', terms: [['`.assignTimestampsAndWatermarks()`'], ['**RANK()**']] }),
    ]);
    expect(glossary.names).eql(['assignTimestampsAndWatermarks', 'RANK']);
  });
});
