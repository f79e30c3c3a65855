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
  HWM: [
    ['kafka/a.md', 'HWM 不是 HW', 'HW:kafka'],
    ['kafka/A.java', '// DISRUPT the ISR, HWM', 'ISR:kafka'],
    ['a.md', '在ISR中', 'ISR:kafka'],
    ['a.md', 'Kafka的HW（高水位）', 'HW:kafka 高水位:kafka'],
    ['kafka/A.java', "shrinkISR(isrState, ISRs); // the ISR's size", 'ISR:kafka ISRs:kafka ISR:kafka'],
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
  state: [
    ['flink/A.java', 'ValueState<Long> count; // keyed state', 'ValueState:flink keyed state:flink'],
    ['a.md', 'Flink 把状态存在状态后端', '状态:flink 状态后端:flink'],
    ['job.yaml', 'state.backend.type: rocksdb', 'state.backend.type:flink rocksdb:flink'],
    ['a.ts', 'this.state = { open: true };', ''],
    ['a.yaml', 'state: present', ''],
    ['a.md', '订单的状态改为已支付', ''],
  ],
  window: [
    ['flink/A.java', 'stream.window(TumblingEventTimeWindows.of(size))', 'window:flink EventTime:flink Windows:flink'],
    ['a.md', 'Flink 的滑动窗口和会话窗口', '滑动窗口:flink 会话窗口:flink'],
    ['a.js', 'window.location.reload()', ''],
    ['a.md', '弹出一个窗口', ''],
  ],
  task: [
    ['flink/A.java', '// the task fails and its subtasks are cancelled', 'task:flink subtasks:flink'],
    ['kafka/connect/runtime/A.java', '// stop the task of a connector', 'task:kafka connector:kafka'],
    ['kafka/clients/A.java', 'executor.submit(task); // the task', ''],
    ['a.py', 'task = asyncio.create_task(run())', ''],
    ['a.md', '定时任务每天执行一次', ''],
  ],
  slot: [
    ['a.md', 'Flink 的 TaskManager 有两个 slot', 'TaskManager:flink slot:flink'],
    ['flink/a.yaml', 'taskmanager.numberOfTaskSlots: 2', 'taskmanager.numberOfTaskSlots:flink'],
    ['a.vue', '<slot name="header"></slot>', ''],
    ['a.c', '/* the slot of the hash table */', ''],
  ],
  key: [
    ['kafka/a.md', 'Records with the same key go to the same partition', 'Records:kafka key:kafka partition:kafka'],
    ['a.md', 'Kafka 按消息键选分区', '消息键:kafka 分区:kafka'],
    ['kafka/A.java', 'for (String key : map.keySet()) {}', ''],
    ['a.sql', 'PRIMARY KEY (id)', ''],
    ['a.ts', 'const key = props.key;', ''],
    ['flink/cdc/a.sql', 'id INT, primary key (id)', ''],
  ],
  offset: [
    ['kafka/a.py', '# commit the offset', 'offset:kafka'],
    ['a.md', '消费者提交 Kafka 的位移（offset）', '消费者:kafka 位移:kafka offset:kafka'],
    ['server.properties', 'offsets.topic.replication.factor=3', 'offsets.topic.replication.factor:kafka'],
    ['a.sql', 'SELECT * FROM t LIMIT 10 OFFSET 20', ''],
    ['a.css', 'outline-offset: 2px', ''],
    ['a.md', '向右偏移 3 像素', ''],
  ],
  barrier: [
    ['flink/A.java', '// the barrier reaches the operator', 'barrier:flink operator:flink'],
    ['a.md', 'Flink 的 checkpoint barrier 对齐', 'checkpoint barrier:flink barrier 对齐:flink'],
    ['a.c', '__asm__("mfence"); /* memory barrier */', ''],
    ['a.md', '语言屏障', ''],
  ],
  ack: [
    [
      'zookeeper/A.java',
      '// a quorum of ACKs commits the proposal',
      'quorum:zookeeper ACKs:zookeeper proposal:zookeeper',
    ],
    ['producer.properties', 'acks=all', 'acks:kafka'],
    ['a.py', 'props = {"bootstrap.servers": s, "acks": "all"}', 'bootstrap.servers:kafka acks:kafka'],
    ['a.c', 'if (tcp->flags & ACK) ack++;', ''],
    ['a.ts', "socket.emit('x', ack);", ''],
  ],
  leader: [
    ['kafka/a.scala', 'def becomeLeader(leaderEpoch: Int)', 'Leader:kafka leaderEpoch:kafka'],
    ['a.md', 'ZooKeeper 选出新的 leader', 'leader:zookeeper'],
    ['a.md', 'The team leader decides.', ''],
    ['a.go', 'leader := election.Leader()', ''],
  ],
  producer: [
    ['a.py', 'from kafka import KafkaProducer\nproducer.send(topic)', 'KafkaProducer:kafka producer:kafka topic:kafka'],
    ['a.md', 'Kafka 的生产者和消费者组', '生产者:kafka 消费者组:kafka'],
    ['a.md', 'The producer of the film', ''],
    ['A.java', '@Produces public Producer<String> producer() {}', ''],
  ],
  consumer: [
    ['kafka/A.java', 'consumer.poll(timeout); // consumer group', 'consumer:kafka consumer group:kafka'],
    ['A.java', 'Consumer<String> consumer = System.out::println;', ''],
    ['a.md', '消费者权益保护', ''],
  ],
  spellings: [
    ['kafka/A.java', 'replicaLagTimeMaxMs', 'replicaLagTimeMaxMs:kafka'],
    ['kafka/A.java', 'ReplicaLagTimeMaxMs', 'ReplicaLagTimeMaxMs:kafka'],
    ['kafka/a.py', 'replica_lag_time_max_ms', 'replica_lag_time_max_ms:kafka'],
    ['kafka/a.py', 'replica-lag-time-max-ms', 'replica-lag-time-max-ms:kafka'],
    ['kafka/A.java', 'REPLICA_LAG_TIME_MAX_MS_CONFIG', 'REPLICA_LAG_TIME_MAX_MS:kafka'],
    ['a.properties', 'replica.lag.time.max.ms=1', 'replica.lag.time.max.ms:kafka'],
    ['docker-compose.yml', 'KAFKA_MIN_INSYNC_REPLICAS: 2', 'MIN_INSYNC_REPLICAS:kafka'],
    [
      'kafka/A.java',
      "the replicas' leader, the topic's partitions",
      'replicas:kafka leader:kafka topic:kafka partitions:kafka',
    ],
    ['kafka/A.java', 'int numPartitions = 3; int batchSize;', 'Partitions:kafka'],
    ['kafka/A.java', 'props.put(ProducerConfig.BATCH_SIZE_CONFIG, 1)', 'Producer:kafka BATCH_SIZE:kafka'],
  ],
  ports: [
    ['a.yml', 'KAFKA_LISTENERS: PLAINTEXT://:9092', 'LISTENERS:kafka 9092:kafka'],
    ['a.properties', 'zookeeper.connect=zk1:2181,zk2:2181', '2181:zookeeper 2181:zookeeper'],
    ['a.md', 'HDFS：http://nn1:50070/', 'HDFS:hadoop 50070:hadoop'],
    ['A.java', 'int size = 2181 + 9092;', ''],
    ['a.md', '2181 人报名', ''],
  ],
  'words of other systems': [
    ['kafka/streams/A.java', 'Map<State, Long> mapStates; // changelog of RocksDB', 'changelog:kafka'],
    ['kafka/image/A.java', 'class TopicsImageByNameNode {}', 'Topics:kafka'],
    ['flink/A.java', 'DorisSource source;', 'Doris:warehouse Source:flink source:flink'],
    ['doris/flink/A.java', 'class DorisSource {}', 'Source:flink'],
    ['flume/A.java', `// HDFS\n${'//\n'.repeat(200)}// the namespace of the agent`, 'HDFS:hadoop agent:flume'],
  ],
  'trades that have the same words': [
    ['A.java', 'import org.quartz.Scheduler; // Quartz', ''],
    ['griffin/A.java', '// Quartz runs the job', 'Quartz:griffin'],
    ['a.py', 'conn.execution_options(isolation_level="SERIALIZABLE")', ''],
    ['a.py', 'import kafka\nKafkaConsumer(isolation_level=x)', 'KafkaConsumer:kafka isolation_level:kafka'],
    ['A.java', 'import com.fasterxml.jackson.databind.KeyDeserializer; // a KeyDeserializer', ''],
    ['kafka/web/A.java', 'import org.springframework.web.bind.annotation.RestController; // the controller', ''],
    ['hbase/A.java', 'out.flush(); // the flush', 'flush:hbase'],
    ['spark/hbase/A.scala', 'scan.setCacheBlocks(on); // the cache', 'cache:spark'],
    ['t_zset.c', 'int myid; struct znode *znode;', ''],
  ],
  'what only looks like a term': [
    ['flink/a.md', 'Building Flink from source; the source code', ''],
    ['kafka/A.java', 'class FlushListener implements Listener { void flush(Listener listener); }', ''],
    ['kafka/a.md', 'the listener name of advertised.listeners', 'listener:kafka advertised.listeners:kafka'],
    ['spark/A.scala', 'package org.apache.spark.sql.catalyst', ''],
    ['spark/a.md', 'Use option("header", true)', ''],
    ['hive/A.java', 'HiveConf conf; conf.get("hive.exec.parallel")', 'hive.exec.parallel:hive'],
    ['a.md', 'See https://example.org/kafka/topic/partition', ''],
    ['flink/A.java', 'String[] parts = line.split(",");', ''],
    [
      'flink/connector/A.java',
      'class FileSplit implements SourceSplit {} // a split',
      'Split:flink SourceSplit:flink split:flink',
    ],
    ['connector/A.java', 'class KafkaStream {} Set<KafkaStream> kafkaStreams;', ''],
    ['kafka/clients/A.java', '// the cluster topology', ''],
    ['a.md', '形状的描述与类型类似，进行类型转换', ''],
    ['kafka/A.java', 'var a = new ConsumerProtocolAssignment();', 'Consumer:kafka'],
    ['flink/A.java', 'options.put(CONNECTOR.key(), "jdbc");', 'CONNECTOR:flink'],
    ['flink/A.java', 'class KafkaWriterState {}', ''],
    ['flink/A.java', '// snapshots the state of the operator', 'state:flink operator:flink'],
    ['flink/A.java', '// to trigger a savepoint', 'savepoint:flink'],
    ['flink/A.java', 'Mockito.verify(mock, Mockito.atLeastOnce());', ''],
    ['flink/A.java', 'splitVector(client); // the split', 'split:flink'],
    ['flink/a.md', 'Flink committers review it; the committer commits', 'committer:flink'],
    ['kafka/a.sh', 'bin/kafka-console-consumer.sh; kafka-streams-examples', 'consumer:kafka'],
    ['flink/pom.xml', '<name>of flink-connector-jdbc-core</name>', ''],
    ['flink-connector-es/A.java', 'new Elasticsearch7SinkBuilder(); // sink', 'Sink:flink sink:flink'],
    ['flink/A.java', 'String sql = "SELECT a FROM t AS SOURCE";', ''],
    ['kafka/A.java', 'MAX_BATCH_SIZE', ''],
    ['kafka/A.java', 'if (e instanceof ProducerFencedException) {}', 'Producer:kafka'],
    ['kafka/A.java', 'class Log4jController {} // the controller', 'controller:kafka'],
    ['zookeeper/A.java', 'boolean isRO; // isro', 'isro:zookeeper'],
    ['zookeeper/A.java', 'SNAP_RETAIN_COUNT; Leader.SNAP', 'Leader:zookeeper SNAP:zookeeper'],
    ['zookeeper/pom.xml', '<version>3.9.0-SNAPSHOT</version> hbase', ''],
    ['flume/A.java', '"Cannot create SSL channel"; channel.take()', 'channel:flume'],
    ['a.sh', 'echo "could not open it"; could not find it', ''],
    ['App.tsx', 'const retention = useRetention(); <Connector worker={worker} />', ''],
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
