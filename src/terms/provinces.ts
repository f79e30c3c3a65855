/** Where a word means what a note says of it: only in one part of its system. */
export interface Province {
  /** A path or text of that part shows this. */
  readonly where?: RegExp;
  /** A path or text of what uses the word differently shows this. */
  readonly unless?: RegExp;
  /** A line on which the word has this meaning shows this. */
  readonly line?: RegExp;
}

const connect: Province = {
  where:
    /kafka[ ./-]?connect\b|(^|\/)connect\/|\bconnect[-.](distributed|standalone|mirror|runtime|api|file|console|configs|offsets|status)|\b(Source|Sink)(Connector|Task)\b|\btasks\.max\b|connector\.class/i,
};
const streams: Province = { where: /kafka[ ./-]?streams\b|(^|\/)streams\/|\bK(Stream|Table)\b|\bStreamsBuilder\b/ };
const serialization: Province = {
  where: /kafka\.(common\.)?serializ|\b(key|value)[._ -]?(de)?serializer|Kafka 的?(反)?序列化器/i,
};

/** By system and one of the names. */
const provinces: Readonly<Record<string, Province>> = {
  'flink/operator': { unless: /kubernetes[._ -]?operator|operator[._ -]?sdk|\bFlinkDeployment|\bhelm\b/i },
  'flink/session window': { line: /session[ _-]?window|window|gap|SESSION\s*\(|窗口/i },
  'flume/kafka sink': { where: /flume/i },
  'flume/kafka source': { where: /flume/i },
  'hbase/cell version': {
    line: /\bcells?\b|column ?famil|timestamp|max_?versions|VERSIONS\b|qualifier|row ?key|单元格|列族|多版本/i,
  },
  'kafka/changelog': streams,
  'kafka/checkpoint': { unless: /flink|spark|flume|hadoop/i },
  'kafka/connector': connect,
  'kafka/converter': connect,
  'kafka/deserializer': serialization,
  'kafka/grace period': streams,
  'kafka/interceptor': { unless: /flume/i },
  'kafka/listener': {
    line: /listeners?[._ -]?names?|\blisteners?\s*=|^\s*listeners?:|listeners=|advertised|plaintext|\bssl|sasl|endpoint|\bbroker|controller|\bports?\b|\bhost|bootstrap|\b(ex|in)ternal|KAFKA_|监听器/i,
  },
  'kafka/processor': streams,
  'kafka/punctuator': streams,
  'kafka/reassignment': { unless: /flink/i },
  'kafka/record batch': { unless: /flink/i },
  'kafka/retention': {
    line: /log|topic|segment|compact|clean|delet|offset|message|record|partition|\.ms\b|bytes|hours|保留/i,
  },
  'kafka/serializer': serialization,
  'kafka/state store': streams,
  'kafka/stream time': streams,
  'kafka/task': { where: new RegExp(`${connect.where!.source}|${streams.where!.source}`, 'i') },
  'kafka/topology': streams,
  'scala/given': { line: /`given|\bgiven (instance|import|[a-z]\w*:|[A-Z])/ },
  'scala/object': { line: /\bobject [A-Z]|companion|singleton|单例|伴生/ },
  'scala/using': { line: /`using|\(using |\busing (clause|parameter|子句|参数)/ },
  'spark/dag': { unless: /\btez\b|airflow|org\.apache\.tez/i },
  'kafka/worker': connect,
};

/** The province of what a system calls by these names, if it has one. */
export function provinceOf(system: string, names: readonly string[]): Province | undefined {
  for (const name of names) {
    const key = `${system}/${name.toLowerCase()}`;
    if (Object.hasOwn(provinces, key)) return provinces[key];
  }
  return undefined;
}
