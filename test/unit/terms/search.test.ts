import { expect } from 'chai';
import Fuse from 'fuse.js';
import { ranking, type SearchEntry, SearchIndex, toExpression, toRecord } from '../../../src/terms/search';

function term(title: string, ...aliases: string[]): SearchEntry {
  return { kind: 'term', title, aliases, path: ['Kafka', 'Terms'] };
}

const entries: SearchEntry[] = [
  { kind: 'topic', title: 'Replication', aliases: [], path: ['Kafka'] },
  {
    kind: 'question',
    title: 'What is the ISR, and who decides who is in it?',
    aliases: [],
    path: ['Kafka', 'Replication'],
  },
  term('ISR', 'In-Sync Replicas', '同步副本'),
  term('HW', 'High Watermark', '高水位'),
  { kind: 'term', title: 'watermark', aliases: ['水位线'], path: ['Flink', 'Terms'] },
  { kind: 'term', title: 'znode', aliases: ['数据节点'], path: ['ZooKeeper', 'Terms'] },
];

function titles(query: string, limit = 10): string[] {
  return new SearchIndex(entries).search(query, limit).map((entry) => entry.title);
}

describe('search', () => {
  it('finds by title, other names and topic, the closest first', () => {
    expect(titles('isr')[0]).equal('ISR');
    expect(titles('isr')).include('What is the ISR, and who decides who is in it?');
    expect(titles('in-sync')[0]).equal('ISR');
    expect(titles('zookeeper')).eql(['znode']);
  });

  it('forgives typing errors, letter case and width', () => {
    expect(titles('watermrak')[0]).equal('watermark');
    expect(titles('WATERMAK')[0]).equal('watermark');
    expect(titles('ｚｎｏｄｅ')).eql(['znode']);
  });

  it('finds Chinese by any part of a word, down to one character', () => {
    expect(titles('水位')).have.members(['watermark', 'HW']);
    expect(titles('高水')).eql(['HW']);
    expect(titles('副')).eql(['ISR']);
  });

  it('finds Chinese by the initials of its pinyin, in front of what is merely like them', () => {
    expect(titles('gsw')).eql(['HW']);
    expect(titles('tbfb')[0]).equal('ISR');
    expect(titles('swx')).eql(['watermark']);
    // 重 is read zhòng and chóng.
    const list = ['数据倾斜', '重放', 'Kafka 事务', 'cfg'].map((title) => term(title));
    const found = (query: string) => new SearchIndex(list).search(query, 10).map((entry) => entry.title);
    expect(found('sjqx')).eql(['数据倾斜']);
    expect(found('cf')).eql(['cfg', '重放']);
    expect(found('zf')[0]).equal('重放');
    expect(found('kafkasw')[0]).equal('Kafka 事务');
    expect(found('q x')).eql([]);
  });

  it('takes words in any order, each from whichever text', () => {
    expect(titles('watermark flink')).eql(['watermark']);
    expect(titles('flink water')).eql(['watermark']);
    expect(titles('flink isr')).eql([]);
  });

  it('finds nothing for nothing, and no more than asked for', () => {
    expect(titles('')).eql([]);
    expect(titles('  ')).eql([]);
    expect(titles('xyzzy')).eql([]);
    expect(titles('kafka', 2)).length(2);
  });

  it('gives nearly what fuse.js gives that reads everything', () => {
    const words = 'kafka flink leader 分区 watermark offset state 副本 checkpoint barrier commit log 事务 queue'.split(
      ' ',
    );
    const many = Array.from({ length: 3000 }, (_, i): SearchEntry => {
      const pick = (n: number) => words[Math.floor(i / n) % words.length]!;
      return { kind: 'question', title: `${pick(1)} ${pick(3)} ${pick(7)} ${i}`, aliases: [], path: [pick(11)] };
    });
    const index = new SearchIndex(many);
    const fuse = new Fuse(many.map(toRecord), ranking);
    let same = 0;
    let all = 0;
    for (const query of [
      'kafka',
      'watermrak',
      '分区',
      'leader 12',
      'chekpoint',
      'barier flink',
      '事务 副本',
      'comit',
    ]) {
      const expected = fuse.search(toExpression(query.split(' ')), { limit: 10 }).map(({ item }) => item.title);
      const found = index.search(query, 10).map((entry) => entry.title);
      same += expected.filter((title) => found.includes(title)).length;
      all += expected.length;
    }
    expect(same / all).least(0.95);
  });
});
