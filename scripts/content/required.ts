/** What the built-in content has to have of a system, at least. */
export interface Required {
  /** Questions of every kind: open ones, steps and choices. */
  readonly questions: number;
  readonly terms: number;
  /** Ids of the processes that are asked step by step. */
  readonly steps: readonly string[];
}

export const required: Readonly<Record<string, Required>> = {
  linux: {
    questions: 25,
    terms: 40,
    steps: ['linux-steps-cpu-hotspot', 'linux-steps-disk-full', 'linux-steps-port-conflict', 'linux-steps-log-topn'],
  },
  hadoop: {
    questions: 50,
    terms: 70,
    steps: [
      'hadoop-steps-hdfs-write',
      'hadoop-steps-hdfs-read',
      'hadoop-steps-namenode-failover',
      'hadoop-steps-shuffle',
      'hadoop-steps-yarn-submit',
    ],
  },
  zookeeper: {
    questions: 20,
    terms: 30,
    steps: ['zookeeper-steps-election', 'zookeeper-steps-activation', 'zookeeper-steps-write', 'zookeeper-steps-lock'],
  },
  flume: {
    questions: 20,
    terms: 30,
    steps: ['flume-steps-event-path', 'flume-steps-rollback', 'flume-steps-taildir-resume'],
  },
  kafka: {
    questions: 45,
    terms: 60,
    steps: [
      'kafka-steps-produce-acks-all',
      'kafka-steps-classic-join',
      'kafka-steps-kip848-rebalance',
      'kafka-steps-leader-failover',
      'kafka-steps-transaction',
    ],
  },
  hive: { questions: 40, terms: 50, steps: ['hive-steps-query', 'hive-steps-map-join', 'hive-steps-acid-compaction'] },
  hbase: {
    questions: 25,
    terms: 35,
    steps: ['hbase-steps-write-path', 'hbase-steps-read-path', 'hbase-steps-flush-compaction'],
  },
  sqoop: { questions: 12, terms: 20, steps: ['sqoop-steps-import', 'sqoop-steps-export-staging'] },
  scala: { questions: 25, terms: 30, steps: ['scala-steps-for-desugar', 'scala-steps-implicit-lookup'] },
  spark: {
    questions: 50,
    terms: 60,
    steps: ['spark-steps-job-to-tasks', 'spark-steps-shuffle', 'spark-steps-catalyst', 'spark-steps-yarn-cluster'],
  },
  flink: {
    questions: 60,
    terms: 80,
    steps: [
      'flink-steps-submit-application-yarn',
      'flink-steps-submit-session',
      'flink-steps-aligned-checkpoint',
      'flink-steps-unaligned-checkpoint',
      'flink-steps-two-phase-commit',
      'flink-steps-recovery',
    ],
  },
  atlas: { questions: 10, terms: 12, steps: ['atlas-steps-hive-lineage'] },
  griffin: { questions: 8, terms: 10, steps: ['griffin-steps-accuracy'] },
  warehouse: { questions: 20, terms: 25, steps: ['warehouse-steps-event-to-screen', 'warehouse-steps-failover'] },
};
