import { expect } from 'chai';
import { Matcher } from '../../../src/terms/matcher';

/** What `at` finds under the cursor `|`: the text of the match. */
function found(marked: string, ...names: string[]): string | undefined {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const match = new Matcher(names).at(text, offset);
  return match && text.slice(match.start, match.end);
}

const kafka = [
  'ISR',
  'HW',
  'LEO',
  'High Watermark',
  '高水位',
  'In-Sync Replicas',
  '同步副本',
  'leader',
  'leader epoch',
];

describe('matcher', () => {
  it('finds a term inside Chinese, and no more than the term', () => {
    expect(found('在I|SR中', ...kafka)).equal('ISR');
    expect(found('Kafka的I|SR机制，HW（高水位）推进', ...kafka)).equal('ISR');
    expect(found('Kafka的ISR机制，|HW（高水位）推进', ...kafka)).equal('HW');
    expect(found('Kafka的ISR机制，HW（高|水位）推进', ...kafka)).equal('高水位');
    expect(found('Kafka的ISR机|制，HW（高水位）推进', ...kafka)).equal(undefined);
    expect(found('所有同步副|本都', ...kafka)).equal('同步副本');
  });

  it('finds acronyms in capitals only, and not in longer words', () => {
    expect(found('the H|WM', ...kafka)).equal(undefined);
    expect(found('DI|SRUPT', ...kafka)).equal(undefined);
    expect(found('i|sr', ...kafka)).equal(undefined);
    expect(found('i|srUpdate', ...kafka)).equal(undefined);
    expect(found('updateH|W', ...kafka)).equal(undefined);
    expect(found('shrinkI|SR', ...kafka)).equal('ISR');
    expect(found('all I|SRs of', ...kafka)).equal('ISRs');
    expect(found('I|SR2', ...kafka)).equal(undefined);
    expect(found('the ＩＳ|Ｒ', ...kafka)).equal('ＩＳＲ');
  });

  it('finds a name however its parts are joined', () => {
    for (const text of [
      'In-Sync Replicas',
      'in-sync  replicas',
      'inSyncReplicas',
      'InSyncReplicas',
      'in_sync_replicas',
      'IN_SYNC_REPLICAS',
    ]) {
      expect(found(`x ${text.slice(0, 5)}|${text.slice(5)} y`, ...kafka), text).equal(text);
    }
    expect(found('isI|nSyncReplicaSet', ...kafka)).equal('InSyncReplica');
    expect(found('in sync. r|eplicas', ...kafka)).equal(undefined);
    expect(found('the r|owkey of', 'row key')).equal('rowkey');
    expect(found('t|odo', 'to do')).equal(undefined);
    expect(found('Z|ooKeeper', 'Zookeeper')).equal('ZooKeeper');
    expect(found('z|ookeeper', 'ZooKeeper')).equal('zookeeper');
    expect(found('re|w ard', 'reward')).equal(undefined);
    expect(found('消费者 组', '消费者组')).equal(undefined);
    expect(found('一个Kafka|事务', 'Kafka 事务')).equal('Kafka事务');
  });

  it('finds the parts of identifiers', () => {
    expect(found('Waterma|rkStrategy', 'watermark')).equal('Watermark');
    expect(found('WatermarkS|trategy', 'watermark', 'WatermarkStrategy')).equal('WatermarkStrategy');
    expect(found('checkpointBar|rier', 'barrier', 'checkpoint')).equal('Barrier');
    expect(found('leader|board', ...kafka)).equal(undefined);
    expect(found('REPLICA_LAG_|TIME_MAX_MS_CONFIG', 'replica.lag.time.max.ms')).equal('REPLICA_LAG_TIME_MAX_MS');
    expect(found('replica.la|g.time.max.ms=1', 'replica.lag.time.max.ms')).equal('replica.lag.time.max.ms');
    expect(found('replica.la|g.time.max.ms.old', 'replica.lag.time.max.ms')).equal(undefined);
    expect(found('request.i|d', 'request id')).equal(undefined);
  });

  it('prefers the longest', () => {
    expect(found('the lea|der epoch', ...kafka)).equal('leader epoch');
    expect(found('the lea|der of', ...kafka)).equal('leader');
    expect(found('高水位线|', '高水位', '水位线')).equal(undefined);
    expect(found('高水|位线', '高水位', '水位线')).equal('高水位');
    expect(found('高水位|线', '高水位', '水位线')).equal('水位线');
  });

  it('finds plurals and possessives', () => {
    expect(found('two wat|ermarks', 'watermark')).equal('watermarks');
    expect(found("a bro|ker's id", 'broker')).equal('broker');
    expect(found('retention po|licies', 'retention policy')).equal('retention policies');
    expect(found('two inde|xes', 'index')).equal('indexes');
    expect(found('an a|ck', 'acks')).equal(undefined);
    expect(found('all st|ates', 'stat')).equal(undefined);
    expect(found('the sta|tus', 'statu')).equal(undefined);
  });

  it('keeps signs that belong to a name', () => {
    expect(found('sqoop --spl|it-by id', '--split-by')).equal('--split-by');
    expect(found('sqoop -|-split-by id', '--split-by')).equal('--split-by');
    expect(found('a spl|it-by id', '--split-by')).equal(undefined);
    expect(found('sqoop --conn|ect-timeout 1', '--connect')).equal(undefined);
    expect(found('in __consumer_|offsets', '__consumer_offsets')).equal('__consumer_offsets');
    expect(found('run 2>|&1', '2>&1')).equal('2>&1');
    expect(found('netstat  -tu|nlp', 'netstat -tunlp')).equal('netstat  -tunlp');
  });

  it('finds ports only as ports', () => {
    const ports = ['8088', '50070'];
    for (const text of [
      'http://localhost:50|070/',
      'port: 8|088',
      'SERVER_PORT=80|88',
      '端口 80|88',
      'EXPOSE 80|88',
      'ports:\n  - "80|88:80"',
      'ports:\n  # web\n  - 80|88',
    ]) {
      expect(found(text, ...ports), text).match(/^\d+$/);
    }
    for (const text of ['x = 80|88', '12:80|88', '1.80|88', 'id80|88', 'items:\n  - 80|88', '50070|1']) {
      expect(found(text, ...ports), text).equal(undefined);
    }
  });

  it('can be asked while it asks whether to accept', () => {
    const matcher = new Matcher(kafka);
    const text = 'the ISR, the HW, the leader epoch';
    const asking = (_: number, start: number) => matcher.all('HW').length > 0 && matcher.at(text, start) !== undefined;
    expect(matcher.all(text, asking)).eql(matcher.all(text));
    expect(matcher.at(text, 26, asking)).eql(matcher.at(text, 26));
  });

  it('reads one line of 1 MB only around the position', () => {
    const text = 'leader epoch '.repeat(80_000);
    const matcher = new Matcher(kafka);
    const begin = performance.now();
    for (let i = 0; i < 100; i++) matcher.at(text, 500_000 + i);
    expect((performance.now() - begin) / 100).lessThan(5);
  });
});
