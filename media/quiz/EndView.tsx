import type { NothingSnapshot, SummarySnapshot } from '../../src/quiz/protocol';
import { usePage } from './context';
import { tell } from './host';

/** The end of a session: what was learnt, what to read again, when to come back. */
export function SummaryView({ snapshot }: { readonly snapshot: SummarySnapshot }) {
  const { words } = usePage();
  const { strings } = words;
  const { cards, firstTry, fresh, elapsed, readAgain } = snapshot;
  const figures = [
    { label: strings.summaryCards, value: words.number(cards) },
    { label: strings.summaryFirstTry, value: percent(words.locale, cards === 0 ? 0 : firstTry / cards) },
    { label: strings.summaryFresh, value: words.number(fresh) },
    { label: strings.summaryTime, value: words.clock(elapsed) },
  ];
  return (
    <>
      <main>
        <article class="end">
          <h1 tabIndex={-1} data-focus>
            {strings.summaryTitle}
          </h1>
          <dl class="figures">
            {figures.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
          {readAgain.length > 0 ? (
            <section aria-labelledby="again">
              <h2 id="again">{strings.summaryReadAgain}</h2>
              <ul class="readAgain">
                {readAgain.map(({ title, path, language }, item) => (
                  <li key={`${item}-${title}`}>
                    <button type="button" class="row" onClick={() => tell({ type: 'openNote', item })}>
                      <span class="title" lang={language}>
                        {title}
                      </span>
                      <span class="where">{path.join(' › ')}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ) : (
            <p class="calm">{strings.summaryNothingAgain}</p>
          )}
          <MinutesOver snapshot={snapshot} />
          <NextDue snapshot={snapshot} />
        </article>
      </main>
      <EndActions more={snapshot.more} />
    </>
  );
}

/** There was nothing to ask. */
export function NothingView({ snapshot }: { readonly snapshot: NothingSnapshot }) {
  const { strings } = usePage().words;
  return (
    <>
      <main>
        <article class="end">
          <h1 tabIndex={-1} data-focus>
            {strings.nothingTitle}
          </h1>
          {snapshot.minutesOver === undefined ? (
            <p class="calm">
              {snapshot.more > 0 || snapshot.nextDue !== undefined ? strings.nothingText : strings.nothingNew}
            </p>
          ) : (
            <MinutesOver snapshot={snapshot} />
          )}
          <NextDue snapshot={snapshot} />
        </article>
      </main>
      <EndActions more={snapshot.more} />
    </>
  );
}

function MinutesOver({ snapshot }: { readonly snapshot: SummarySnapshot | NothingSnapshot }) {
  const { words } = usePage();
  if (snapshot.minutesOver === undefined) return null;
  return <p class="calm">{words.fill('minutesOver', words.number(snapshot.minutesOver))}</p>;
}

function NextDue({ snapshot }: { readonly snapshot: SummarySnapshot | NothingSnapshot }) {
  const { words } = usePage();
  if (snapshot.nextDue === undefined) return null;
  return <p class="calm">{words.fill('nextDue', words.when(snapshot.nextDue, Date.now()))}</p>;
}

function EndActions({ more }: { readonly more: number }) {
  const { words } = usePage();
  return (
    <footer>
      {more > 0 && (
        <vscode-button class="primary" secondary onClick={() => tell({ type: 'next' })}>
          {words.fill('more', words.number(more))}
        </vscode-button>
      )}
      <vscode-button class="primary" onClick={() => tell({ type: 'quit' })}>
        {words.strings.done}
        <span class="key" aria-hidden="true">
          Esc
        </span>
      </vscode-button>
    </footer>
  );
}

function percent(locale: string, share: number): string {
  return new Intl.NumberFormat(locale, { style: 'percent' }).format(share);
}
