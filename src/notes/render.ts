import type { Element, Root } from 'hast';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Plugin, unified } from 'unified';
import { diagramElement, parseDiagram } from './diagram';
import { highlight } from './highlight';

/**
 * Markdown as HTML that is safe to put into a webview, whoever wrote it.
 *
 * HTML in the Markdown is left out, and so is all that could load, run or call something: pictures are replaced by their alternative text,
 * links lead to http(s), mail or a place on the page only. The sanitiser comes after that and takes out whatever slipped through; only the
 * highlighter, the diagrams and the frames, which add nothing but elements and attributes of their own, come later.
 */
export function renderHtml(markdown: string): string {
  return String(processor.processSync(markdown));
}

const schema: Schema = {
  ...defaultSchema,
  // Ids come from footnotes only, and remark-rehype has prefixed them.
  clobberPrefix: '',
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !['img', 'picture', 'source', 'input'].includes(name)),
  protocols: { href: ['http', 'https', 'mailto'] },
};

/** What would need a file, a form or another page becomes text. */
const onlyText: Plugin<[], Root> = () => (tree) => {
  replace(tree, (element) => {
    const { tagName, properties } = element;
    if (tagName === 'img') return asText('em', String(properties.alt ?? '').trim());
    if (tagName === 'input') return asText('span', properties.checked ? '☑' : '☐');
    if (tagName === 'a' && !/^(#|https?:|mailto:)/i.test(String(properties.href)))
      return { ...element, tagName: 'span' };
    // A heading over nothing is none.
    if (tagName === 'th' && element.children.length === 0) return { ...element, tagName: 'td' };
    return element;
  });
};

function asText(tagName: string, value: string): Element {
  return { type: 'element', tagName, properties: {}, children: [{ type: 'text', value }] };
}

/** Code is coloured; it and wide tables scroll inside a frame of their own, which the keyboard can reach. */
const frames: Plugin<[], Root> = () => (tree) => {
  replace(tree, (element) => {
    const [code] = element.children;
    if (element.tagName === 'pre' && code?.type === 'element') {
      const diagram = diagramOf(code);
      if (diagram)
        return { ...element, tagName: 'div', properties: { className: ['picture'], tabIndex: 0 }, children: [diagram] };
      return { ...element, properties: { tabIndex: 0 }, children: [{ ...code, children: highlight(code) }] };
    }
    if (element.tagName !== 'table') return element;
    return { type: 'element', tagName: 'div', properties: { className: ['table'], tabIndex: 0 }, children: [element] };
  });
};

/** What a block `diagram` draws: made of numbers and words only, so it needs no sanitising. */
function diagramOf({ properties, children: [text] }: Element): Element | undefined {
  if (!String(properties.className).includes('language-diagram') || text?.type !== 'text') return undefined;
  const diagram = parseDiagram(text.value);
  return diagram && diagramElement(diagram);
}

function replace(parent: Root | Element, change: (element: Element) => Element): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type !== 'element') continue;
    replace(child, change);
    parent.children[index] = change(child);
  }
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(onlyText)
  .use(rehypeSanitize, schema)
  .use(frames)
  .use(rehypeStringify)
  .freeze();
