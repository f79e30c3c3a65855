import { expect } from 'chai';
import { Glossary } from '../../../src/terms/glossary';
import { Page } from '../../../src/terms/page';
import { noteOf, systems } from './notes';

const glossary = new Glossary(systems);

/** What is found in a text, as `name` or `system:name`, in order. */
function shown(text: string, path = 'src/Main.java', languageId = 'java'): string[] {
  return new Page(glossary, { path, languageId, text }).all().map(({ start, end }) => text.slice(start, end));
}

/** Cases: a text, its path, and what a hover shows in it. */
type Case = readonly [text: string, path: string, shown: string];

const inContext: readonly Case[] = [
  ['Kafka的ISR机制，HW（高水位）推进', 'a.txt', 'ISR HW 高水位'],
  ['// Kafka: the HW is the smallest LEO in the ISR', 'a.c', 'HW LEO ISR'],
  ['the ISR and the HW of a replica and its leader', 'a.md', 'ISR HW replica leader'],
  ['副本的 ISR 收缩，LEO 不变，HW 不动', 'a.md', '副本 ISR LEO HW'],
  [
    'import org.apache.kafka.clients.producer.KafkaProducer;\nint offset; // AR, PID',
    'A.java',
    'KafkaProducer offset AR PID',
  ],
  ['acks = all; the leader waits', 'kafka/server/ReplicaManager.scala', 'acks leader'],
  ['zk.setACL(path, acl); // ACL of a znode', 'zookeeper/A.java', 'ACL ACL znode'],
  ['Each AM asks for containers; NN and DN', 'hadoop-yarn/A.java', 'AM NN DN'],
  ['HBase 写 WAL，再写 MemStore', 'a.md', 'WAL MemStore'],
  ['from pyflink.datastream import X\nkeyed state, window, CDC', 'a.py', 'state window CDC'],
  ['Flink 的状态、窗口和屏障', 'a.md', '状态 窗口 屏障'],
  ['ps aux | sort | cut -f 1; top; free', 'run.sh', 'sort cut top free'],
  ['props.put("replica.lag.time.max.ms", 1)', 'A.java', 'replica.lag.time.max.ms'],
  ['curl localhost:50070; nc host 2181; port: 9092', 'a.txt', '50070 9092'],
];

/** A file that says nothing else: acronyms and names that data systems have for their own speak for each other. */
const alone: readonly Case[] = [
  ['// ISR', 'A.java', 'ISR'],
  ['// the LEO of it', 'A.java', 'LEO'],
  ['// HW', 'A.java', ''],
  ['// ISR and HW', 'A.java', 'ISR HW'],
  ['// HW, LEO', 'A.java', 'HW LEO'],
  ['// HW of 同步副本', 'A.java', 'HW 同步副本'],
  ['// In-Sync Replicas', 'A.java', 'In-Sync Replicas'],
  ['// 同步副本都写入了', 'A.java', '同步副本'],
  ['// 水位线', 'A.java', '水位线'],
  ['// the watermark', 'A.java', ''],
  ['// ISR and HW\n// the watermark moves', 'A.java', 'ISR HW watermark'],
  ['import org.apache.kafka.clients.admin.Admin;\n// watermark 水位线 HW', 'A.java', 'watermark 水位线 HW'],
  ['if (isr) { return hw; } // ISR HW', 'A.java', 'ISR HW'],
  ['// AR and HW', 'A.java', ''],
];

const outOfContext: readonly Case[] = [
  ['ISR(TIMER1_COMPA_vect) { HW_PORT |= 1; }', 'main.c', ''],
  ['// the ISR reads the HW register; PID loop', 'control.c', ''],
  ['ISR 中断服务例程读取硬件（HW）寄存器', 'main.c', ''],
  ['Next.js ISR revalidates pages', 'page.tsx', ''],
  ['write the PID to a file; the session leader and its group', 'daemon.c', ''],
  ['读取进程的 PID，检查 ACL 权限', 'a.py', ''],
  ['ACL rules: allow user; ACL deny', 'acl.c', ''],
  ['AR = ar; CC = gcc', 'Makefile', ''],
  ['AM/PM, 10 AM', 'clock.js', ''],
  ['the NN layer, a DN entry of LDAP', 'ldap.c', ''],
  ['PRAGMA journal_mode=WAL', 'a.sql', ''],
  ['USB CDC device class', 'usb.c', ''],
  ['const [state, setState] = useState(); window.task; key={key}', 'App.tsx', ''],
  ['offset, limit; the producer of the film; consumer rights', 'a.ts', ''],
  ['called exactly once; a memory barrier; slot of the table', 'a.c', ''],
  ['the leader of a leaderboard; watch the session', 'game.ts', ''],
  ['readable.highWaterMark', 'stream.js', ''],
  ['Watermark component, watermark text', 'Watermark.tsx', ''],
  ['当前状态的窗口任务，消息主题', 'a.vue', ''],
  ['sort the list, cut here, free(ptr); stop at the top', 'list.c', ''],
  ['http://localhost:8080/', 'a.js', ''],
];

describe('context', () => {
  for (const [text, path, expected] of inContext) {
    it(`shows in ${path}: ${text}`, () => expect(shown(text, path, '').join(' ')).equal(expected));
  }
  for (const [text, path, expected] of alone) {
    it(`shows without more context: ${text}`, () => expect(shown(text, path, '').join(' ')).equal(expected));
  }
  for (const [text, path, expected] of outOfContext) {
    it(`is silent in ${path}: ${text}`, () => expect(shown(text, path, '').join(' ')).equal(expected));
  }

  it('puts the likeliest system first and names the others', () => {
    const meaning = (path: string) => {
      const page = new Page(glossary, { path, languageId: 'java', text: 'the leader' });
      const sighting = page.at(5);
      return sighting && [sighting.concept, ...sighting.others].map((concept) => concept.system.id);
    };
    expect(meaning('kafka/A.java')).eql(['kafka', 'zookeeper']);
    expect(meaning('zookeeper/A.java')).eql(['zookeeper', 'kafka']);
    expect(meaning('other/A.java')).equal(undefined);
  });

  it('hears a system named nearby in a text about something else', () => {
    const far = 'x\n'.repeat(3000);
    expect(shown(`${far}we commit the offset to Kafka here\n${far}at this offset`)).eql(['offset']);
  });

  it('finds nothing inside names of the languages’ own libraries', () => {
    expect(shown('entry.getKey(); // the key', 'kafka/A.java')).eql(['key']);
  });

  it('finds words that code uses for its own things only beside another name of the system', () => {
    expect(shown('for (String key : keys)', 'kafka/A.java')).eql([]);
    expect(shown('producer.send(topic, order.key())', 'kafka/A.java')).eql(['producer', 'topic', 'key']);
    expect(shown('# the key of it', 'kafka/a.py')).eql(['key']);
  });

  it('tells a verb from what it names, statistics from stat, a tag from its content', () => {
    expect(shown('void recordLatency(); record(); recordBatch', 'kafka/A.java')).eql(['record']);
    expect(shown('<offset>the offset</offset>', 'kafka/pom.xml', 'xml')).eql(['offset']);
  });

  it('looks for no everyday word that is only another name', () => {
    expect(shown('throw new E(String message); the record', 'kafka/A.java')).eql(['record']);
    expect(shown('一条消息', 'kafka/a.md')).eql(['消息']);
  });

  it('reads a long text to its end', () => {
    const text = 'leader '.repeat(10_000);
    expect(shown(text, 'kafka/a.md')).length(10_000);
    expect(new Page(glossary, { path: 'kafka/a.md', languageId: '', text }).at(69_990)?.start).equal(69_986);
  });

  it('finds no Chinese word inside a longer one', () => {
    expect(shown('消息队列里的消息；分区和主题', 'kafka/a.md')).eql(['消息', '分区', '主题']);
  });

  it('tells a place before a term from one behind it', () => {
    const page = new Page(glossary, { path: 'kafka/a.md', languageId: '', text: '在ISR中' });
    expect([0, 1, 2, 3, 4, 5].map((at) => page.near(at)?.start)).eql([undefined, 1, 1, 1, 1, undefined]);
  });

  it('finds the reader’s own acronyms everywhere, but for capitals that are words', () => {
    const own = new Glossary([
      noteOf({ topics: ['Zebra'], builtIn: false, uri: 'file:/zebra.md', terms: [['ZBR'], ['ZX'], ['MERGE']] }),
    ]);
    const words = (text: string) => new Page(own, { path: 'a.c', languageId: '', text }).all().length;
    expect(words('the ZBR')).equal(1);
    expect(words('the ZX, MERGE')).equal(0);
  });

  it('takes the meaning that the text names in other words too', () => {
    const system = (text: string) =>
      new Page(glossary, { path: 'A.java', languageId: '', text }).at(0)?.concept.system.id;
    expect(system('watermark（水位线），LEO')).equal('flink');
    expect(system('watermark (HW), LEO')).equal('kafka');
  });

  it('takes a note’s unusual words as they are, and its ordinary words in context only', () => {
    const own = new Glossary([
      noteOf({ topics: ['Redis'], builtIn: false, uri: 'file:/redis.md', terms: [['quicklist'], ['hash'], ['state']] }),
    ]);
    const words = (path: string) =>
      new Page(own, { path, languageId: '', text: 'quicklist hash state' })
        .all()
        .map(({ concept }) => concept.names[0]);
    expect(words('a.c')).eql(['quicklist']);
    expect(words('redis/a.c')).eql(['quicklist', 'hash', 'state']);
  });
});
