import { expect } from 'chai';
import fc from 'fast-check';
import { diagramElement, diagramImage, parseDiagram } from '../../../src/notes/diagram';
import { renderHtml } from '../../../src/notes/render';

const source = `A box, and an arrow to "B" & <C>.
120 60
rect node 4 4 40 20 3
line dashed 44,14 80,14.5
area tip 80,14.5 72,18 72,11
oval node 90 14 10 7
text name 24 18 middle A & <b>
`;

describe('a diagram', () => {
  it('is read as what it says and what it draws', () => {
    const diagram = parseDiagram(source)!;
    expect(diagram).include({ words: 'A box, and an arrow to "B" & <C>.', width: 120, height: 60 });
    expect(diagram.shapes.map(({ tagName, look }) => `${tagName} ${look}`)).deep.equal([
      'rect node',
      'polyline dashed',
      'polygon tip',
      'ellipse node',
      'text name',
    ]);
  });

  it('is an image with words on a page, and scrolls in a frame that the keyboard reaches', () => {
    const html = renderHtml(`\`\`\`diagram\n${source}\`\`\``);
    expect(html).match(/^<div class="picture" tabindex="0"><svg class="diagram" viewBox="0 0 120 60"/);
    expect(html).contains('role="img"').and.contains('aria-label="A box, and an arrow to &#x22;B&#x22; &#x26; <C>."');
    expect(html).contains('<text x="24" y="18" text-anchor="middle" class="name">A &#x26; &#x3C;b></text>');
  });

  it('brings no colour, font or style of its own to a page', () => {
    expect(renderHtml(`\`\`\`diagram\n${source}\`\`\``)).not.match(
      /style=|fill=|stroke=|font|<style|#[0-9a-f]{3}\b(?!;)/i,
    );
  });

  it('stands alone as an image', () => {
    const svg = diagramImage(parseDiagram(source)!, 'text{fill:#fff}');
    expect(svg).match(
      /^<svg xmlns="http:\/\/www.w3.org\/2000\/svg" width="120" height="60" viewBox="0 0 120 60"><style>/,
    );
    expect(svg).contains('>A &amp; &lt;b></text>');
  });

  it('is shown as code where it is none', () => {
    for (const other of [
      '',
      'words only',
      'words\n10 x',
      'words\n10 10\ncircle node 1 1 1',
      'words\n10 10\nrect evil 1 1 1 1',
    ])
      expect(renderHtml(`\`\`\`diagram\n${other}\n\`\`\``), other).not.contains('<svg');
  });

  it('does no harm, whatever is written', () => {
    const hostile = [
      '"><script>alert(1)</script>',
      'url(https://evil.example)',
      '" onload="x',
      'javascript:x',
      '1e9',
      '-1',
    ];
    const piece = fc.oneof(fc.constantFrom(...hostile, ...source.split(/[\s,]+/), '\n', ' ', ','), fc.string());
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const html = renderHtml(`\`\`\`diagram\nwords\n10 10\n${pieces.join(' ').replaceAll('`', '')}\n\`\`\``);
        expect(html).not.match(/<(?!\/?(?:div|svg|rect|ellipse|polygon|polyline|text|pre|code)\b)[a-z]/i);
        expect(html.replace(/>[^<]*</g, '><')).not.match(/ on\w+=|script|href|url\(/i);
      }),
    );
    const element = diagramElement(parseDiagram(source)!);
    expect(element.children.every((child) => child.type === 'element')).equal(true);
  });
});
