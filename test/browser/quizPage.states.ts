import { drawMaths } from '../../src/notes/maths';
import { renderHtml } from '../../src/notes/render';
import type { WordMarker } from '../../src/notes/wordMarks';
import type { QuestionSnapshot, Snapshot } from '../../src/quiz/protocol';
import { presentOutcome, presentQuestion } from '../../src/quiz/questions/present';
import { blank, type Question, shown } from '../../src/quiz/questions/question';
import { preview } from '../../src/schedule/schedule';
import type { PageJargon } from '../../src/terms/pageJargon';

/** Every state that the page can be in, made by the code that makes them in VS Code. */

const render = (markdown: string, words?: WordMarker) => renderHtml(markdown, drawMaths, words);
const now = Date.UTC(2026, 0, 5, 10);
const path = ['Kafka', 'Replication', 'In-sync replicas'];

let turn = 0;

function asked(question: Question, more: Partial<QuestionSnapshot> = {}): QuestionSnapshot {
  return {
    view: 'question',
    turn: ++turn,
    done: 3,
    total: 12,
    returning: 2,
    elapsed: 74_000,
    fresh: false,
    ahead: false,
    flagged: false,
    path,
    language: 'en',
    question: presentQuestion(question, render),
    canUndo: true,
    ...more,
  };
}

function answered(
  question: Question,
  chosen: readonly number[],
  more: Partial<QuestionSnapshot> = {},
  typed?: string,
  words?: WordMarker,
): QuestionSnapshot {
  const given = { chosen, ...(typed !== undefined && { typed }) };
  const before = preview(undefined, now - 9 * 86_400_000, { retention: 0.9 })[4];
  const next = preview(before, now, { retention: 0.9 });
  return asked(question, {
    ...more,
    outcome: presentOutcome(question, given, next, now, (text) => render(text, words)),
  });
}

const recall: Question = {
  kind: 'reveal',
  task: 'recall',
  prompt: 'What is the ISR, and who decides who is in it?',
  answer: `The in-sync replicas of a partition: the leader and every follower that is caught up with it. The **leader** decides.

- A follower leaves when it has not caught up for \`replica.lag.time.max.ms\`, 30 s by default.
- The leader tells the controller, which keeps the ISR in the metadata.

| | \`acks=1\` | \`acks=all\` |
| --- | --- | --- |
| Waits for | the leader | the whole ISR |
| Survives | nothing | the loss of all but one |

\`\`\`java
// A producer that loses nothing
props.put("acks", "all");
props.put("enable.idempotence", true);
int retries = 2147483647;
\`\`\`

**Trap:** "The ISR is decided by majority." It is decided by lag alone.

**Sources:** [Kafka 4.3 documentation, Replication](https://kafka.apache.org/43/design/design/#replication)`,
};

const chinese: Question = {
  kind: 'reveal',
  task: 'recall',
  prompt: '什么是 ISR？由谁决定哪些副本在 ISR 里？',
  answer: `与分区 leader 保持同步的副本集合，leader 自己也在其中。由 **leader** 判断。

- follower 超过 \`replica.lag.time.max.ms\`（默认 30000 ms）没有追上，就会被移出 ISR。
- leader 把变化告诉 controller，由 controller 写入元数据。

**误区：** “ISR 由多数派决定。” 只看是否追上，与多数派无关。

**来源：** [Kafka 4.3 文档](https://kafka.apache.org/43/design/design/#replication)`,
};

const define: Question = {
  kind: 'reveal',
  task: 'define',
  prompt: '`replica.lag.time.max.ms`',
  answer: 'How long a follower may go without catching up before it leaves the ISR. Default 30000 ms.',
  names: ['副本最大滞后时间'],
  trap: 'It is not about how many messages the follower is behind: `replica.lag.max.messages` was removed in 0.9.',
};

const name: Question = {
  kind: 'reveal',
  task: 'name',
  prompt: `The offset up to which all of the ${blank} have copied the log. Consumers read no further than this.`,
  answer: 'High watermark',
  names: ['HW', '高水位'],
};

const type: Question = {
  ...name,
  kind: 'typed',
  task: 'type',
  accepted: ['High watermark', 'HW', '高水位'],
  others: ['Low watermark'],
};

const which: Question = {
  kind: 'choice',
  task: 'which',
  multiple: false,
  prompt: name.prompt,
  options: [
    { text: 'High watermark', correct: true },
    { text: 'Log end offset', correct: false, explanation: 'The offset that the next record of the log will get.' },
  ],
  answer: 'The offset up to which all of the in-sync replicas have copied the log.',
};

const cloze: Question = {
  kind: 'reveal',
  task: 'cloze',
  prompt: `A broker refuses a write with ${blank} when the ISR has fewer members than \`${blank}\`.`,
  answer: `A broker refuses a write with ${shown[0]}NOT_ENOUGH_REPLICAS${shown[1]} when the ISR has fewer members than \`${shown[0]}min.insync.replicas${shown[1]}\`.`,
};

const choice: Question = {
  kind: 'choice',
  task: 'chooseOne',
  multiple: false,
  prompt: 'With acks=all, what makes the broker refuse a write?',
  stem: '```properties\nacks=all\nmin.insync.replicas=2\n```',
  options: [
    {
      text: 'Fewer live replicas than `replication.factor`',
      correct: false,
      explanation: 'A missing replica alone refuses nothing: the ISR shrinks and writes go on.',
    },
    {
      text: 'Fewer in-sync replicas than `min.insync.replicas`',
      correct: true,
      explanation: 'The leader answers `NOT_ENOUGH_REPLICAS`, and the producer retries.',
    },
    { text: 'A follower that is behind the leader by more than a segment', correct: false },
    { text: 'A controller that is being elected', correct: false, explanation: 'Writes need no controller.' },
  ],
  answer: '**Sources:** [Kafka 4.3 broker configs](https://kafka.apache.org/43/)',
};

const chooseName: Question = {
  kind: 'choice',
  task: 'chooseName',
  multiple: false,
  prompt: `The replicas of a partition that are caught up with its leader, the leader included. Only they can be elected leader by default.`,
  options: [
    { text: 'ISR', correct: true },
    { text: 'AR', correct: false, explanation: 'All replicas of a partition, wherever they stand.' },
    { text: 'OSR', correct: false, explanation: 'The replicas that have fallen behind the leader.' },
    { text: 'High watermark', correct: false, explanation: 'The offset up to which consumers may read.' },
  ],
  answer: 'The replicas of a partition that are caught up with its leader, the leader included.',
  names: ['In-Sync Replicas', '同步副本'],
};

const chooseAll: Question = {
  kind: 'choice',
  task: 'chooseAll',
  multiple: true,
  prompt: 'Which of these keep the order of records within a partition after a retry?',
  options: [
    {
      text: '`enable.idempotence=true`',
      correct: true,
      explanation: 'Sequence numbers let the broker put batches in order.',
    },
    { text: '`max.in.flight.requests.per.connection=1`', correct: true },
    { text: '`acks=0`', correct: false, explanation: 'Nothing is confirmed, so nothing is retried.' },
    { text: '`linger.ms=5`', correct: false },
  ],
  answer: '',
};

const steps: Question = {
  kind: 'steps',
  task: 'order',
  prompt: 'What happens when a producer writes with acks=all?',
  steps: [
    'The followers fetch the batch from the leader',
    'The producer sends the batch to the leader of the partition',
    'The leader appends the batch to its own log',
    'The leader confirms the write to the producer',
    'The leader moves the high watermark up',
  ],
  right: [1, 2, 0, 4, 3],
  answer: '**Trap:** The leader does not push: followers fetch.',
};

const maths: Question = {
  kind: 'reveal',
  task: 'recall',
  prompt: 'How far is the rank off by, at most, in a sketch of $m = 2^p$ registers?',
  answer: `By $\\sigma = \\frac{1.04}{\\sqrt{m}}$ of what it is, so that $p = 14$ gives $0.8\\,\\%$:

$$
\\begin{aligned}
E &= \\alpha_m \\, m^2 \\left( \\sum_{j=1}^{m} 2^{-M_j} \\right)^{-1} \\\\
\\alpha_m &\\approx \\begin{cases} 0.673 & m = 16 \\\\ 0.7213 / (1 + 1.079/m) & m \\ge 128 \\end{cases}
\\end{aligned}
$$

| what | how far |
| --- | --- |
| one register | $O(\\log \\log n)$ bits |
| all of them | $\\begin{pmatrix} M_1 & \\cdots & M_m \\end{pmatrix}$ |

A formula that nobody can read stays as it is written: $\\nonsense{x}$. So do the variables $HOME and $PATH.`,
};

/** As the build draws them. */
const diagram = `\`\`\`diagram
The producer writes to the leader, from which the follower fetches.
305 102
line solid 104,22.5 202,22.5 202,45 214,45
area tip 214,45 206,48.5 206,41.5
line dashed 98,79.5 202,79.5 202,57 214,57
area tip 214,57 206,60.5 206,53.5
rect label 136 6.5 46 30.5 2
text small 159 25.5 middle writes
rect label 130 63.5 52 30.5 2
text small 156 82.5 middle fetches
rect node 4 4 99.5 37
text name 54 27 middle Producer
rect node 214 32.5 86.5 37
text name 257 55.5 middle Leader
rect node 4 61 94 37
text name 51 84 middle Follower
\`\`\``;

const picture: Question = {
  kind: 'reveal',
  task: 'recall',
  prompt: 'What happens on the way from the producer to the follower?',
  answer: `The producer writes to the leader, and the follower fetches.

${diagram}`,
};

const jargon: readonly PageJargon[] = [
  {
    id: 0,
    name: 'follower',
    names: ['跟随者副本', 'follower replica'],
    system: 'Kafka',
    definition: 'A replica that copies the log of its leader by fetching from it, and serves no writes itself.',
    language: 'en',
  },
  {
    id: 1,
    name: '控制器',
    names: ['controller', 'KRaft controller'],
    system: 'Kafka',
    definition: '管理集群元数据的节点：选出分区的 leader，记录 ISR 的变化。',
    language: 'zh',
  },
];

/** An answered question whose terms are marked. */
function withJargon(question: Question): QuestionSnapshot {
  const names = ['follower', 'controller'];
  const words = {
    find: (text: string) =>
      [...text.matchAll(new RegExp(names.join('|'), 'g'))].map(({ 0: name, index }) => ({
        start: index,
        end: index + name.length,
        id: names.indexOf(name),
      })),
    known: new Set<number>(),
    marked: new Set<number>(),
  };
  const snapshot = answered(question, [], {}, undefined, words);
  return { ...snapshot, outcome: { ...snapshot.outcome!, jargon: [...jargon] } };
}

/** What the page says of a card that was forgotten again and again. */
function forgotten(snapshot: QuestionSnapshot): QuestionSnapshot {
  return { ...snapshot, outcome: { ...snapshot.outcome!, forgotten: 6 } };
}

export const states: Readonly<Record<string, Snapshot>> = {
  recall: asked(recall, { fresh: true }),
  recallAnswered: answered(recall, []),
  jargon: withJargon(recall),
  chinese: asked(chinese, { language: 'zh', path: ['Kafka', '副本', 'ISR'] }),
  chineseAnswered: answered(chinese, [], { language: 'zh', path: ['Kafka', '副本', 'ISR'] }),
  define: asked(define),
  defineAnswered: answered(define, []),
  name: asked(name, { ahead: true }),
  nameAnswered: answered(name, []),
  type: asked(type, { flagged: true }),
  typeRight: answered(type, [], {}, 'hihg watermark'),
  typeWrong: answered(type, [], { language: 'zh' }, '低水位'),
  typeNothing: answered(type, [], {}, ''),
  which: asked(which),
  whichWrong: answered(which, [1]),
  forgotten: forgotten(answered(define, [])),
  cloze: asked(cloze),
  clozeAnswered: answered(cloze, []),
  choice: asked(choice),
  choiceRight: answered(choice, [1]),
  choiceWrong: answered(choice, [0]),
  chooseName: asked(chooseName),
  chooseNameWrong: answered(chooseName, [2]),
  chooseAll: asked(chooseAll),
  chooseAllAnswered: answered(chooseAll, [0, 2]),
  steps: asked(steps),
  stepsWrong: answered(steps, [1, 2, 0, 3, 4]),
  stepsRight: answered(steps, [1, 2, 0, 4, 3]),
  maths: asked(maths),
  mathsAnswered: answered(maths, []),
  diagramAnswered: answered(picture, []),
  trouble: answered(recall, [], { trouble: 'Your answer could not be kept: no space left on device.' }),
  summary: {
    view: 'summary',
    cards: 20,
    answers: 24,
    firstTry: 16,
    fresh: 8,
    elapsed: 512_000,
    readAgain: [
      { title: 'What is the ISR, and who decides who is in it?', path, language: 'en' },
      { title: '水位线', path: ['Flink', '时间语义'], language: 'zh' },
      { title: 'replica.lag.time.max.ms', path: ['Kafka', 'Terms'], language: 'en' },
    ],
    nextDue: Date.now() + 86_400_000 * 2,
    more: 20,
    canUndo: true,
  },
  perfect: {
    view: 'summary',
    cards: 5,
    answers: 5,
    firstTry: 5,
    fresh: 0,
    elapsed: 61_000,
    readAgain: [],
    more: 0,
    canUndo: true,
  },
  minutesOver: {
    view: 'summary',
    cards: 12,
    answers: 14,
    firstTry: 11,
    fresh: 3,
    elapsed: 900_000,
    readAgain: [{ title: '水位线', path: ['Flink', '时间语义'], language: 'zh' }],
    nextDue: Date.now() + 86_400_000,
    more: 7,
    minutesOver: 15,
    canUndo: true,
  },
  nothingMinutesOver: { view: 'nothing', more: 7, minutesOver: 15, canUndo: false },
  nothingNew: { view: 'nothing', more: 0, canUndo: false },
  nothing: { view: 'nothing', nextDue: Date.now() + 3_600_000 * 5, more: 20, canUndo: false },
};
