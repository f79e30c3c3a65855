import { expect } from 'chai';
import fc from 'fast-check';
import { drawMaths } from '../../../src/notes/maths';
import { mathsFor, renderHtml } from '../../../src/notes/render';
import { plainMarkdown } from '../../../src/quiz/questions/names';

const render = (markdown: string) => renderHtml(markdown, drawMaths);

describe('maths', () => {
  it('draws what stands between dollars, in a line and in a block', () => {
    expect(render('It takes $O(n)$ steps')).match(/^<p>It takes <math><mrow><mi>O<\/mi>.*<\/math> steps<\/p>$/);
    expect(render('其中$n_i$为次数')).match(/^<p>其中<math><msub>.*<\/math>为次数<\/p>$/);
    for (const block of [
      '$$\na = b\n- c\n$$',
      '```math\na = b\n- c\n```',
      '- x\n\n  $$\n  a = b\n  $$',
      '> $$\n> a = b\n> $$',
    ])
      expect(render(block), block).match(/<div class="maths" tabindex="0"><math display="block">/);
    expect(render('$$a = b$$')).contains('<p><math display="block">');
  });

  it('reads no Markdown in it', () => {
    expect(render('$a*b*c$ and *so*'))
      .match(/<\/math> and <em>so<\/em>/)
      .not.match(/<em>b/);
    expect(render('$a\\$b$')).match(/<math>.*\$.*<\/math>/);
    expect(render('| $a$ | *b* |\n|---|---|\n| $x_1$ | 2 |').match(/<math>/g)).lengthOf(2);
  });

  const plain = [
    '$HOME and $PATH',
    'US$5, or 6$',
    'from $5 to $10',
    '$5-$10',
    '$HOME/$USER',
    '"$1" and "$2"',
    "awk '{ print $1, $2 }'",
    'a $ b $ c',
    '\\$x\\$',
    '$$ has no end',
    '$$\nhas no end\n\nnor here',
  ];
  for (const text of plain) {
    it(`takes ${JSON.stringify(text)} for none`, () => {
      expect(render(text)).equal(renderHtml(text)).not.contains('<math');
    });
  }

  it('takes no code for maths', () => {
    for (const code of ['`$x$`', '```sh\necho $A$\n$$\nb\n$$\n```', '    $x$'])
      expect(render(code), code).not.contains('<math');
  });

  it('shows what is no TeX, or too much, as it is written', () => {
    expect(render('a $\\nonsense{x}$ b')).equal('<p>a <span>$\\nonsense{x}$</span> b</p>');
    expect(render('$$\n\\frac{a\n$$')).contains('\\frac{a');
    expect(render(`$${'x'.repeat(6_000)}$`)).not.contains('<math');
    expect(render(`$${'{'.repeat(4_000)}$`)).not.contains('<math');
    expect(render('$\\def\\a{\\a\\a}\\a$')).not.contains('<math');
    expect(render('$\\rule{9999em}{9999em}$')).not.contains('9999');
  });

  it('lets nothing of a formula load, run or lead anywhere', () => {
    for (const tex of [
      '\\href{javascript:alert(1)}{x}',
      '\\url{https://evil.example}',
      '\\includegraphics{https://evil.example/x.png}',
      '\\class{x}{y}',
      '\\style{background:url(https://evil.example)}{y}',
      '\\data{x=y}{z}',
      '\\text{<img src=x onerror=alert(1)>}',
      '\\color{red}x',
      '<script>alert(1)</script>',
    ]) {
      const html = render(`$${tex}$`);
      expect(html, tex).not.match(/<(?:a|img|script|style)\b|<[^>]*(?:href|style=|\son\w+=|url\()/i);
    }
  });

  it('never throws, whatever stands between the dollars', () => {
    const piece = fc.constantFrom(
      '\\',
      '{',
      '}',
      '$',
      '$$',
      '\n',
      '^',
      '_',
      '&',
      '\\frac',
      '\\left(',
      '\\begin{matrix}',
      '\\end{matrix}',
      'x',
      ' ',
      '`',
      '*',
      '|',
      '中',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        render(`$${pieces.join('')}$`);
      }),
      { numRuns: 500 },
    );
  });

  it('leaves it in a question that is plain text otherwise', () => {
    expect(render(plainMarkdown('Why is *this* $a*b*c$?'))).match(/^<p>Why is \*this\* <math>.*<\/math>\?<\/p>$/);
    expect(render(plainMarkdown('What does $HOME or $PATH hold?'))).equal('<p>What does $HOME or $PATH hold?</p>');
  });

  it('is loaded only for texts that hold some', async () => {
    expect(await mathsFor(['no dollars', 'one $', '$HOME and $PATH', '```sql\n```'])).equal(undefined);
    expect(await mathsFor(['no dollars', 'It is $x$'])).equal(drawMaths);
  });
});
