/** Where a word means what a note says of it: only in one part of its system. */
export interface Province {
  /** A path or text of that part shows this. */
  readonly where?: RegExp;
  /** A path or text of what uses the word differently shows this. */
  readonly unless?: RegExp;
  /** A line on which the word has this meaning shows this. */
  readonly line?: RegExp;
  /** The word has this meaning only by itself: a `KafkaWriterState` is some class. */
  readonly alone?: true;
}

const connect: Province = {
  where:
    /kafka[ ./-]?connect\b|(^|\/)connect\/|\bconnect[-.](distributed|standalone|mirror|runtime|api|file|console|configs|offsets|status)|\b(Source|Sink)(Connector|Task)\b|\btasks\.max\b|connector\.class/i,
  // Programs of Flink have interfaces of their own with these words, even where they speak to Kafka Connect; so has Kafka's test framework.
  unless: /org\.apache\.flink|(^|\/)flink-|trogdor/i,
};
const streams: Province = { where: /kafka[ ./-]?streams\b|(^|\/)streams\/|\bK(Stream|Table)\b|\bStreamsBuilder\b/ };
const serialization: Province = {
  where: /kafka\.(common\.)?serializ|\b(key|value)[._ -]?(de)?serializer|Kafka 的?(反)?序列化器/i,
  unless: /jackson\.databind\.(KeyDeserializer|deser|jsontype)/,
};
/** Words that other trades have too: not without the system's name anywhere in the text. */
const namedKafka: Province = { where: /kafka/i };

/** By system and one of the names. */
const provinces: Readonly<Record<string, Province>> = {
  'flink/datastream': { line: /^(?!.*(kinesis|http data))/i },
  'flink/key': { line: /key(ed|By)|key[ _-]?(group|selector)|(partition|group)\w* by|分组|键控/i },
  'flink/operator': {
    unless:
      /PulsarRuntimeOperator|HiveParser|org\.apache\.calcite|kubernetes[._ -]?operator|operator[._ -]?sdk|\bFlinkDeployment|\bhelm\b/i,
  },
  'flink/session window': { line: /session[ _-]?window|window|gap|SESSION\s*\(|窗口/i },
  'flink/state': {
    line: /flink|keyed|operator|backend|checkpoint|snapshot|savepoint|restor|recover|ttl|stateful|migrat|descriptor|window|exactly|sub-?task|writer|reader|enumerator|split|\bstate\.(update|value|get|add|clear|backend)|状态/i,
    alone: true,
  },
  'flink/task': {
    line: /flink|sub-?task|slot|task[ _-]?(manager|thread|fail|restart|local)|parallel|operator|chain|checkpoint|barrier|failover|算子|并行|窗口|状态|检查点/i,
    alone: true,
  },
  'flink/taskmanager': { unless: /springframework/ },
  'flink/task slot': {
    line: /task|flink|manager|sharing|num(ber)?|parallel|resource|per ?tm|槽/i,
    unless: /replication[._ -]?slot|\bslot\.?name/i,
  },
  'flink/trigger': { line: /window|fire|purge|\bTrigger[<.(]|onElement|窗口/ },
  'flink/window': { unless: /\bHiveParser|\bWindowFrame/ },
  'flume/capacity': { line: /channel|["'.]capacity\b|^\W*capacity\W|(transaction|byte)Capacity/i },
  'flume/failover': { line: /sink|processor|priorit|[=:] ?failover|故障转移/i },
  'flume/header': { line: /^(?!.*(accept|content[-_ ]?type|http (request|response)))/i },
  'flume/kafka sink': { where: /flume/i },
  'flume/kafka source': { where: /flume/i },
  'griffin/quartz': { where: /griffin|livy/i },
  'hadoop/heartbeat': { unless: /flume/i },
  'hadoop/inputformat': { unless: /org\.apache\.flink/ },
  'hadoop/namespace': { line: /hdfs|namenode|federat|fs\.|quota|inode|命名空间/i },
  'hbase/cell version': {
    line: /\bcells?\b|column ?famil|timestamp|max_?versions|VERSIONS\b|qualifier|row ?key|单元格|列族|多版本/i,
  },
  'hbase/flush': { unless: /flink/i },
  'hbase/namespace': { line: /^(?!.*["']namespace["'])/ },
  'hbase/store': { unless: /archunit/i },
  'hbase/ttl': { unless: /flink/i },
  'hive/metastore': { unless: /pulsar/i },
  'hive/table': {
    line: /\b(hive|managed|external|internal|partitioned|bucketed|acid|transactional)[ _-]tables?\b|表/i,
  },
  'kafka/changelog': streams,
  'kafka/checkpoint': { unless: /flink|spark|flume|hadoop/i },
  'kafka/connector': connect,
  'kafka/converter': connect,
  'kafka/controller': { unless: /trogdor|springframework\.(web|stereotype)/i },
  'kafka/deserializer': serialization,
  'kafka/fenced broker': { line: /broker|heartbeat|registration/i },
  'kafka/grace period': streams,
  'kafka/interceptor': { unless: /flume/i },
  'kafka/isolation.level': namedKafka,
  'kafka/lag': {
    line: /^(?!.*(compaction|cleaner|fetcher|replica)).*(consumer|group|commit|record|offset|topic|消费|积压)/i,
  },
  'kafka/listener': {
    line: /^(?!.*((message|rebalance|event|state|restore|batch|retry|error|resource|acknowledg\w*) ?listener|KafkaListener)).*(listeners?[._ -]?names?|listeners=|^\s*listeners?:|advertised|plaintext|\bssl|sasl|endpoint|\bbroker|controller|\bports?\b|\bhost|bootstrap|\b(ex|in)ternal\b|KAFKA_|监听器)/i,
  },
  // In the path of a file a partition is a folder.
  'kafka/partition': { line: /^(?!.*(encoded ?partition|partition[-_ ]?(path|spec|col)))/i },
  'kafka/principal': { unless: /import java\.security\.Principal;/ },
  'kafka/processor': streams,
  'kafka/punctuator': streams,
  'kafka/purgatory': { unless: /cruise ?control/i },
  'kafka/reassignment': { unless: /flink/i },
  'kafka/record': { unless: /org\.apache\.flink\.cdc/ },
  'kafka/record batch': {
    unless: /flink/i,
    line: /^(?!.*listener).*(record|producer|offset|append|message|fetch|linger|compress|partition|\blog\b|消息|批次)/i,
  },
  'kafka/retention': {
    line: /log|topic|segment|compact|clean|delet|offset|message|record|partition|\.ms\b|bytes|hours|保留/i,
  },
  'kafka/retries': { line: /["'`.]retries|retries["'`]|retries *[=:]|RETRIES|producer|acks|idempoten|重试/ },
  'kafka/segment': { unless: /streams\.(state|processor)\b/ },
  'kafka/serializer': serialization,
  'kafka/state store': streams,
  'kafka/stream time': streams,
  'kafka/task': { ...connect, where: new RegExp(`${connect.where!.source}|${streams.where!.source}`, 'i') },
  'kafka/topology': streams,
  'kafka/worker': connect,
  'scala/given': { line: /`given|\bgiven (instance|import|[a-z]\w*:|[A-Z])/ },
  'scala/object': { line: /\bobject [A-Z]|companion|singleton|单例|伴生/ },
  'scala/using': { line: /`using|\(using |\busing (clause|parameter|子句|参数)/ },
  'scala/val': { unless: /flink|kafka|spark/i },
  'spark/job': { unless: /org\.quartz/ },
  'spark/trigger': { unless: /org\.quartz/ },
  'spark/cache': { alone: true },
  'spark/dag': { unless: /\btez\b|airflow|org\.apache\.tez/i },
  'zookeeper/diff': { alone: true },
  'zookeeper/myid': { where: /zoo|\bzk/i },
  'zookeeper/snap': { alone: true },
  'zookeeper/sync': {
    line: /\.sync\(|OpCode\.sync|`sync`|\bsync(\s*\(| (command|call|request|operation|path|命令))|linearizab|最新/i,
  },
  'zookeeper/trunc': { alone: true },
  'zookeeper/znode': { where: /zoo|\bzk|kafka|hbase|hadoop|curator|dubbo|ephemeral|ACL|临时节点/i },
};

/** The province of what a system calls by these names, if it has one. */
export function provinceOf(system: string, names: readonly string[]): Province | undefined {
  for (const name of names) {
    const key = `${system}/${name.toLowerCase()}`;
    if (Object.hasOwn(provinces, key)) return provinces[key];
  }
  return undefined;
}
