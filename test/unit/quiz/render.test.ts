import assert from 'node:assert/strict';
import fc from 'fast-check';
import { renderHtml } from '../../../src/notes/render';

describe('renderHtml', () => {
  it('renders what notes are made of', () => {
    assert.equal(renderHtml('**ISR**：同步副本'), '<p><strong>ISR</strong>：同步副本</p>');
    assert.match(renderHtml('| a |\n|---|\n| 1 |'), /<div class="table" tabindex="0"><table>[\s\S]*<td>1<\/td>/);
    assert.match(renderHtml('- [x] done\n- [ ] open'), /☑<\/span> done[\s\S]*☐<\/span> open/);
    assert.match(renderHtml('~~old~~'), /<del>old<\/del>/);
  });

  it('colours the languages that big-data notes are written in, and leaves the others plain', () => {
    const code = {
      java: 'class A {}',
      scala: 'val a = 1',
      sql: 'SELECT 1',
      bash: 'echo "a"',
      properties: 'a.b=1',
      yaml: 'a: 1',
      xml: '<a/>',
      json: '{"a":1}',
      python: 'import a',
    };
    for (const [language, text] of Object.entries(code)) {
      assert.match(renderHtml(`\`\`\`${language}\n${text}\n\`\`\``), /class="hljs-/, language);
    }
    assert.doesNotMatch(renderHtml('```nonsense\nx\n```'), /hljs-/);
    assert.match(renderHtml('```text\nx < y\n```'), /x &#x3C; y/);
  });

  it('keeps links to the web, and takes all others out (F19)', () => {
    assert.match(renderHtml('[a](https://kafka.apache.org)'), /<a href="https:\/\/kafka\.apache\.org">a<\/a>/);
    assert.match(renderHtml('a[^1]\n\n[^1]: note'), /href="#user-content-fn-1"[\s\S]*id="user-content-fn-1"/);
    const hostile = [
      '[a](command:workbench.action.quit)',
      '[a](javascript:alert(1))',
      '[a](JaVaScRiPt:alert(1))',
      '[a](vscode://extension/x)',
      '[a](data:text/html,<script>alert(1)</script>)',
      '[a](file:///etc/passwd)',
      '[a](//evil.example/x)',
      '[a](../other.md)',
      '<command:workbench.action.quit>',
      '[a]: command:x\n\n[a]',
    ];
    for (const markdown of hostile) assert.doesNotMatch(renderHtml(markdown), /href/i, markdown);
  });

  it('loads nothing and runs nothing (F19)', () => {
    const hostile = [
      '![alt](https://evil.example/p.png)',
      '![alt](data:image/svg+xml,<svg onload=alert(1)>)',
      '<img src=x onerror=alert(1)>',
      '<script>alert(1)</script>',
      '<iframe src="https://evil.example"></iframe>',
      '<style>@import url(//evil.example)</style>',
      '<a href="command:x" onclick="alert(1)">a</a>',
      '<svg><script>alert(1)</script></svg>',
      '<form action="https://evil.example"><input name=a></form>',
      '<link rel=stylesheet href=https://evil.example>',
    ];
    for (const markdown of hostile) {
      const html = renderHtml(`Before ${markdown} after\n\n${markdown}\n\nend`);
      assert.doesNotMatch(
        html,
        /<(script|img|iframe|style|svg|form|input|link)\b|<[^>]*\son\w+=|href="(?!https)/i,
        html,
      );
      assert.match(html, /Before/);
      assert.match(html, /end/);
    }
    assert.match(renderHtml('![alt](https://evil.example/p.png)'), /<em>alt<\/em>/);
  });

  it('has only tags and attributes that are harmless, whatever it is given', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '`',
      '[',
      ']',
      '(',
      ')',
      '!',
      '\n',
      ' ',
      '#',
      '|',
      '-',
      '\\',
      '=',
      'javascript:',
      'command:',
      'onerror=',
      '<img src=',
      '<script>',
      '<a href=',
      'x',
      '```java\n',
      '&#106;',
      'https://a.b',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const html = renderHtml(pieces.join(''));
        const tags = html.match(/<[^>]*>/g) ?? [];
        for (const tag of tags) {
          assert.doesNotMatch(tag, /<(script|img|iframe|object|embed|style|svg|input|link)\b|\son|srcset|style=/i, tag);
          assert.doesNotMatch(tag, /href="(?!https?:|mailto:|#)/i, tag);
        }
      }),
      { numRuns: 300 },
    );
  });
});
