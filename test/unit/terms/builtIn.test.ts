import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import type { LibraryNote } from '../../../src/study/library';
import { readNote } from '../../../src/study/readNote';
import { Glossary } from '../../../src/terms/glossary';
import { Page } from '../../../src/terms/page';

/** What a hover shows in a text: each name with its system. */
type Case = readonly [path: string, text: string, shown: string];

const cases: Readonly<Record<string, readonly Case[]>> = {
  HW: [
    ['A.java', '// HW is the smallest LEO of the ISR', 'HW:kafka LEO:kafka ISR:kafka'],
    ['a.md', '分区的 HW 推进到 LEO', '分区:kafka HW:kafka LEO:kafka'],
    ['kafka/a.scala', 'val hw = log.HW // HW', 'HW:kafka HW:kafka'],
    ['a.c', 'HW reset; check the HW revision', ''],
    ['notes.txt', 'HW 3 is due on Monday', ''],
    ['a.py', '# HW 加速', ''],
  ],
  AR: [
    ['a.md', 'AR = ISR + OSR，OSR 是掉队的副本', 'AR:kafka ISR:kafka OSR:kafka OSR:kafka 副本:kafka'],
    ['kafka/a.scala', '// AR of the partition', 'AR:kafka partition:kafka'],
    ['Makefile', 'AR := ar\nCC := gcc', ''],
    ['a.swift', 'AR session, 增强现实', ''],
  ],
  ISR: [
    ['A.java', '// shrink the ISR', 'ISR:kafka'],
    ['a.md', 'Kafka 的ISR收缩', 'ISR:kafka'],
    ['uart.c', 'void uart_isr(void) { /* ISR */ }', ''],
    ['a.md', 'The ISR (interrupt service routine) saves the registers.', ''],
    ['page.tsx', '// ISR: revalidate after 60 s', ''],
    ['a.md', 'Next.js 的 ISR 增量静态再生', ''],
    ['a.md', '进入 ISR 后先关中断', ''],
  ],
  PID: [
    ['kafka/a.java', '// the PID and the producer epoch', 'PID:kafka producer epoch:kafka'],
    ['a.md', 'Kafka 给幂等生产者分配 PID', '幂等生产者:kafka PID:kafka'],
    ['run.sh', 'kill -9 $PID', 'kill:linux PID:linux'],
    ['a.c', 'PID loop with gain', ''],
    ['A.java', '// writes the PID to a file', ''],
    ['a.py', '# 进程 PID', ''],
  ],
  ACL: [
    ['zookeeper/A.java', 'List<ACL> acl; // ACL of the znode', 'ACL:zookeeper ACL:zookeeper znode:zookeeper'],
    ['a.md', 'ZooKeeper 的 znode 有 ACL', 'znode:zookeeper ACL:zookeeper'],
    ['A.java', '// ACL of the file', ''],
    ['a.md', '路由器的 ACL 规则', ''],
  ],
  AM: [
    ['a.md', 'YARN 的 RM 给 AM 分配容器，NM 启动它', 'YARN:hadoop RM:hadoop AM:hadoop NM:hadoop'],
    ['hadoop/A.java', '// the AM asks the RM', 'AM:hadoop RM:hadoop'],
    ['a.js', 'const t = "10:30 AM"', ''],
    ['A.java', '// AM or PM', ''],
  ],
  NN: [
    ['a.md', 'HDFS：NN 管元数据，DN 存数据块', 'HDFS:hadoop NN:hadoop DN:hadoop 数据块:hadoop'],
    ['hadoop/hdfs/A.java', '// NN failover', 'NN:hadoop'],
    ['a.py', 'class NN(nn.Module): pass', ''],
    ['a.c', '#define NN 64', ''],
  ],
  DN: [
    ['hadoop/hdfs/A.java', '// the DN reports to the NN', 'DN:hadoop NN:hadoop'],
    ['ldap.py', 'DN = "cn=admin,dc=example"', ''],
    ['a.md', 'LDAP 的 DN 与 NN', ''],
  ],
  WAL: [
    ['a.md', 'HBase 先写 WAL 再写 MemStore', 'WAL:hbase MemStore:hbase'],
    ['hbase/A.java', 'WAL wal; // WAL', 'WAL:hbase WAL:hbase'],
    ['a.sql', 'PRAGMA journal_mode=WAL;', ''],
    ['a.c', '/* WAL of sqlite */', ''],
    ['a.md', 'PostgreSQL 的 WAL 日志', ''],
  ],
  CDC: [
    ['a.md', 'Flink CDC 读取 binlog', 'Flink CDC:flink'],
    ['a.c', 'USB CDC device', ''],
    ['A.java', '// CDC', ''],
    ['a.md', '疾控中心 CDC', ''],
  ],
  'ordinary words': [
    ['kafka/A.java', 'leader.send(offset)', 'leader:kafka offset:kafka'],
    ['zookeeper/A.java', 'leader.send(session)', 'leader:zookeeper session:zookeeper'],
    [
      'flink/A.java',
      '// state of the window, task slot, barrier',
      'state:flink window:flink task slot:flink barrier:flink',
    ],
    ['a.md', 'Flink 的状态、窗口、任务、屏障', '状态:flink 窗口:flink 任务:flink 屏障:flink'],
    ['App.tsx', 'const [state, setState] = useState(); window.open(key)', ''],
    ['A.java', 'int offset = 0; State state; Task task; String key;', ''],
    ['a.py', 'with threading.Barrier(2) as barrier: slot = leader', ''],
    ['a.go', 'ack := producer.Offset(consumer)', ''],
    ['a.md', '窗口的状态，任务的主题，消息的偏移', ''],
    ['A.java', 'if (ready) { return; }', ''],
  ],
};

function builtIn(): LibraryNote[] {
  return ['en', 'zh-cn'].flatMap((language) =>
    readdirSync(join('content', language)).map((name) => ({
      uri: `interview-study:/${language}/${name}`,
      builtIn: true,
      note: readNote(readFileSync(join('content', language, name), 'utf8')),
    })),
  );
}

describe('the built-in jargon, in context and out of it', () => {
  let glossary: Glossary;
  before(() => {
    glossary = new Glossary(builtIn());
  });

  for (const [name, table] of Object.entries(cases)) {
    for (const [path, text, shown] of table) {
      it(`${name} in ${path}: ${text}`, () => {
        const found = new Page(glossary, { path, languageId: '', text }).all();
        expect(
          found.map(({ start, end, concept }) => `${text.slice(start, end)}:${concept.system.id}`).join(' '),
        ).equal(shown);
      });
    }
  }
});
