/** Runs inside the extension host: the round trips of hovers with our provider, and with one that returns a constant. */
import { ConfigurationTarget, commands, extensions, type Hover, type TextDocument, workspace } from 'vscode';

/** Set by the bundler: where the figures go. */
declare const REPORT_URL: string;

/** Rounds, each with so many hovers by either. */
const rounds = 10;
const hovers = 60;

const lines = [
  'import org.apache.kafka.clients.producer.KafkaProducer;',
  '    // The ISR shrinks when a follower lags; the HW waits for the LEO of every replica in it.',
  '    private final Map<String, List<Order>> orders = new HashMap<>();',
  '    props.put("replica.lag.time.max.ms", config.get(name)); // 同步副本与高水位（HW）',
  '    for (int i = 0; i < orders.size(); i++) send(orders.get(i), partitionOf(i));',
];

export async function run(): Promise<void> {
  const constant = await extensions.getExtension<{ turn(on: boolean): void }>('bench.constant')!.activate();
  await extensions.getExtension('interview-study.interview-study')!.activate();
  const content = Array.from({ length: 2_000 }, (_, line) => lines[line % lines.length]).join('\n');
  const document = await workspace.openTextDocument({ content, language: 'java' });
  // What is made with the first hover is made.
  while ((await hover(document, content.indexOf('ISR'))).length === 0)
    await new Promise((done) => setTimeout(done, 50));

  const times = { ours: [] as number[], constant: [] as number[] };
  for (let round = 0; round < 2 * rounds; round++) {
    const isOurs = round % 2 === 0;
    constant.turn(!isOurs);
    await workspace.getConfiguration('interviewStudy').update('hover.enabled', isOurs, ConfigurationTarget.Global);
    for (let i = 0; i < hovers; i++) {
      const at = ((round * hovers + i) * 7919) % content.length;
      const start = performance.now();
      await hover(document, at);
      times[isOurs ? 'ours' : 'constant'].push(performance.now() - start);
    }
  }
  await fetch(REPORT_URL, { method: 'POST', body: JSON.stringify(times) });
}

function hover(document: TextDocument, at: number): Thenable<Hover[]> {
  return commands.executeCommand<Hover[]>('vscode.executeHoverProvider', document.uri, document.positionAt(at));
}
