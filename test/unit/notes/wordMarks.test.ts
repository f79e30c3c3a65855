import assert from 'node:assert/strict';
import { renderHtml } from '../../../src/notes/render';
import type { WordMarker } from '../../../src/notes/wordMarks';

/** Marks these words. */
function marker(...names: readonly string[]): WordMarker {
  return {
    find: (text) =>
      [...text.matchAll(new RegExp(names.join('|'), 'g'))].map(({ 0: name, index }) => ({
        start: index,
        end: index + name.length,
        id: names.indexOf(name),
      })),
    known: new Set(),
    marked: new Set(),
  };
}

/** The HTML with `[word]` for each mark. */
function marked(markdown: string, words: WordMarker): string {
  return renderHtml(markdown, undefined, words).replace(/<span class="jargon"[^>]*>([^<]*)<\/span>/g, '[$1]');
}

describe('words marked in rendered Markdown', () => {
  it('take the focus and are described by what explains them', () => {
    assert.equal(
      renderHtml('The ISR.', undefined, marker('HW', 'ISR')),
      '<p>The <span class="jargon" tabindex="0" role="term" aria-describedby="jargon-1">ISR</span>.</p>',
    );
  });

  it('are the first of each', () => {
    const words = marker('ISR', 'HW');
    assert.equal(marked('ISR and HW, ISR\n\nHW', words), '<p>[ISR] and [HW], ISR</p>\n<p>HW</p>');
    assert.deepEqual([...words.marked], [0, 1]);
  });

  it('begin anew below each heading, without what it names', () => {
    assert.equal(
      marked('# ISR\n\nISR, HW, HW\n\n## Next\n\nISR, HW', marker('ISR', 'HW')),
      '<h1>ISR</h1>\n<p>ISR, [HW], HW</p>\n<h2>Next</h2>\n<p>[ISR], [HW]</p>',
    );
  });

  it('are not what is known, nor what an earlier part of the same answer had', () => {
    const words = marker('ISR', 'HW');
    words.known.add(0);
    assert.equal(marked('ISR, HW', words), '<p>ISR, [HW]</p>');
    assert.equal(marked('ISR, HW', words), '<p>ISR, HW</p>');
  });

  it('are not what stands in bold before its own explanation, nor what leads a row', () => {
    assert.equal(
      marked('- **ISR**: the ISR\n- The **HW**', marker('ISR', 'HW')),
      '<ul>\n<li><strong>ISR</strong>: the ISR</li>\n<li>The <strong>[HW]</strong></li>\n</ul>',
    );
    assert.match(marked('| a | b |\n|---|---|\n| ISR | HW |', marker('ISR', 'HW')), /<td>ISR<\/td>\s*<td>\[HW\]<\/td>/);
  });

  it('are not the other names of what is explained there', () => {
    assert.equal(
      marked('- **9093** (port, 端口): A port, HW\n- **LEO**（HW）：port', marker('port', 'HW')),
      '<ul>\n<li><strong>9093</strong> (port, 端口): A port, [HW]</li>\n<li><strong>LEO</strong>（HW）：port</li>\n</ul>',
    );
    assert.equal(marked('The **LEO** (HW)', marker('HW')), '<p>The <strong>LEO</strong> ([HW])</p>');
  });

  it('stand in code spans, but in no block of code and no link', () => {
    assert.equal(marked('`ISR`', marker('ISR')), '<p><code>[ISR]</code></p>');
    assert.doesNotMatch(marked('```java\nISR\n```\n[ISR](https://a.example)', marker('ISR')), /\[ISR\]/);
  });

  it('are let alone where mark-up parts them', () => {
    assert.equal(
      marked('In-**Sync** Replicas, HW', marker('In-Sync Replicas', 'HW')),
      '<p>In-<strong>Sync</strong> Replicas, [HW]</p>',
    );
  });

  it('show what is written, whatever it is', () => {
    assert.equal(marked('a < ISR & <b>x', marker('ISR')), '<p>a &#x3C; [ISR] &#x26; x</p>');
  });
});
