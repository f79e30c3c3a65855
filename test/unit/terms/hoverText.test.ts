import { expect } from 'chai';
import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { harmless, plain } from '../../../src/views/hover/hoverText';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

function read(markdown: string): Node {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

/** The kinds of nodes that Markdown makes; a link to a page or an address, which GitHub's flavour makes of bare text, is safe. */
function types(markdown: string): string[] {
  const typeOf = (node: Node) =>
    /^(https?|mailto):/.test(node.url ?? '') && node.type === 'link' ? 'safe' : node.type;
  const collect = (node: Node): string[] => [typeOf(node), ...(node.children ?? []).flatMap(collect)];
  return collect(read(markdown));
}

function words(markdown: string): string {
  const collect = (node: Node): string => node.value ?? (node.children ?? []).map(collect).join('');
  return collect(read(markdown)).trim();
}

const live = ['link', 'linkReference', 'definition', 'image', 'imageReference', 'html'];

describe('text of a note in a hover', () => {
  it('keeps the words of links and images, and nothing that can be clicked or loaded', () => {
    const hostile = [
      '[run](command:interviewStudy.openNote?x) it',
      '![pixel](https://evil.example/p.png) seen',
      '<img src=x onerror=alert(1)> text',
      '<a href="command:x">y</a>',
      '<command:workbench.action.quit>',
      '[a][b]\n\n[b]: command:x',
      '\\[run](command:x)',
      '![![x](http://a)](command:y)',
      '`code` [x](command:y) `more`',
      '``a ` b`` [x](command:y)',
      '`` ` [x](command:y)',
      '$(zap) &lt;script&gt;',
      'see http://evil.example/a, www.evil.example, ftp://evil.example and mail a@evil.example',
    ];
    for (const text of hostile)
      expect(
        types(harmless(text)).filter((type) => live.includes(type)),
        text,
      ).eql([]);
    expect(words(harmless('see [the docs](https://kafka.apache.org) and ![a picture](x.png)'))).equal(
      'see the docs and a picture',
    );
  });

  it('keeps emphasis, lists and code', () => {
    expect(types(harmless('a **b**, `c` and\n\n- d\n- e'))).include.members(['strong', 'inlineCode', 'list']);
    expect(types(harmless('```java\nint x = a[0];\n```'))).include('code');
    expect(words(harmless('`Map<K, V>` of [x]'))).equal('Map<K, V> of [x]');
  });

  it('cuts what is long', () => {
    expect(harmless('word '.repeat(1000)).length).lessThan(1300);
  });

  it('stays harmless for any text', () => {
    const piece = fc.constantFrom(
      '[',
      ']',
      '(',
      ')',
      '<',
      '>',
      '!',
      '`',
      '``',
      '\\',
      'command:x',
      'a',
      '\n',
      '\n\n',
      ' ',
      ':',
      '"',
      'http://e',
      'www.e.example',
      'a@b.example',
      '*',
      '~~~',
      '&',
      '    ',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        expect(types(harmless(pieces.join(''))).filter((type) => live.includes(type))).eql([]);
        expect(types(plain(pieces.join(''))).filter((type) => live.includes(type))).eql([]);
      }),
      { numRuns: 500 },
    );
  });
});
