import type { LibraryNote } from '../../../src/study/library';
import type { Term } from '../../../src/study/model';

/** A note made by hand. `terms`: the name, then the others, of each. */
export function noteOf({
  system,
  title,
  topics = ['Terms'],
  language = 'en',
  context = [],
  builtIn = true,
  uri = `note:/${language}/${system ?? 'note'}.md`,
  terms,
}: {
  system?: string;
  title?: string;
  topics?: string[];
  language?: 'en' | 'zh';
  context?: string[];
  builtIn?: boolean;
  uri?: string;
  terms: (string[] | { id: string; names: string[] })[];
}): LibraryNote {
  const topicList = topics.map((each, index) => ({ title: each, parent: index - 1, line: index + 1 }));
  return {
    uri,
    builtIn,
    note: {
      meta: { tags: [], context, ...(system !== undefined && { system }) },
      ...(title !== undefined && { title }),
      language,
      topics: topicList,
      cards: [],
      terms: terms.map((each, index): Term => {
        const [name, ...aliases] = Array.isArray(each) ? each : each.names;
        return {
          name: name!,
          aliases,
          topic: topicList.length - 1,
          line: 10 + index,
          moreLines: [],
          definition: { start: 0, end: 0 },
          form: 'label',
          key: name!,
          print: '',
          ...(Array.isArray(each) ? {} : { id: each.id }),
        };
      }),
      gaps: [],
      findings: [],
    },
  };
}

/** Five systems in the words of the built-in content. */
export const systems: readonly LibraryNote[] = [
  noteOf({
    system: 'kafka',
    context: [
      'broker',
      'topic',
      'partition',
      'replica',
      'leader',
      'follower',
      'offset',
      'record',
      'message',
      'producer',
      'consumer',
      'key',
      'AR',
      'HW',
      'PID',
      'ack',
      'lag',
    ],
    terms: [
      ['broker', '代理节点'],
      ['topic', '主题'],
      ['partition', '分区'],
      ['offset', '位移', '偏移量'],
      ['record', '消息', 'message'],
      ['key', '消息键'],
      ['replica', '副本'],
      ['leader', '领导者副本', 'partition leader'],
      ['follower', '跟随者副本'],
      ['producer', '生产者', 'KafkaProducer'],
      ['consumer', '消费者', 'KafkaConsumer'],
      ['ack', 'acks'],
      ['lag', '消费滞后'],
      ['AR', 'Assigned Replicas', '全部副本'],
      ['ISR', 'In-Sync Replicas', '同步副本'],
      ['LEO', 'Log End Offset', '日志末端位移'],
      ['HW', 'High Watermark', '高水位', 'watermark'],
      ['PID', 'producer ID', '生产者编号'],
      ['leader epoch', '领导者任期'],
      ['replica.lag.time.max.ms'],
      ['consumer group', '消费者组'],
      ['9092', 'Kafka broker port'],
    ],
  }),
  noteOf({
    system: 'zookeeper',
    context: ['leader', 'follower', 'session', 'watch', 'ACL', '会话', '监听'],
    terms: [
      ['leader', '领导者'],
      ['follower', '跟随者'],
      ['session', '会话'],
      ['watch', '监听', 'Watcher'],
      ['ACL', '访问控制列表'],
      ['znode', '数据节点'],
      ['zxid', '事务 ID'],
      ['2181', 'ZooKeeper client port'],
      ['8080', 'ZooKeeper AdminServer port'],
    ],
  }),
  noteOf({
    system: 'flink',
    context: ['state', '状态', 'window', '窗口', 'task', 'slot', 'key', '键', 'barrier', 'watermark', 'checkpoint'],
    terms: [
      ['state', '状态'],
      ['window', '窗口'],
      ['task', '任务'],
      ['slot', '槽位'],
      ['key', '键'],
      ['barrier', '屏障'],
      ['watermark', '水位线'],
      ['checkpoint', '检查点'],
      ['WatermarkStrategy', '水位线策略'],
      ['event time', '事件时间'],
      ['CDC', 'Change Data Capture', '变更数据捕获'],
      ['exactly once', '精确一次'],
    ],
  }),
  noteOf({
    system: 'hadoop',
    terms: [
      ['AM', 'ApplicationMaster'],
      ['NN', 'NameNode'],
      ['DN', 'DataNode'],
      ['block', '数据块'],
      ['50070', 'NameNode web UI port'],
    ],
  }),
  noteOf({
    system: 'hbase',
    context: ['region', 'WAL'],
    terms: [['WAL', 'HLog', '预写日志'], ['MemStore'], ['region', '区域'], ['RegionServer']],
  }),
  noteOf({
    system: 'linux',
    context: ['top', 'free', 'cut', 'sort', 'PID'],
    terms: [['top'], ['free'], ['cut'], ['sort'], ['PID', '进程号']],
  }),
];
