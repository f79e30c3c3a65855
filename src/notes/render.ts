import type { Element, Root } from 'hast';
import type { Root as MarkdownRoot, Nodes } from 'mdast';
import type { Extension } from 'micromark-util-types';
import rehypeSanitize, { defaultSchema, type Options as Schema } from 'rehype-sanitize';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { type Plugin, unified } from 'unified';
import { diagramElement, parseDiagram } from './diagram';
import { highlight } from './highlight';
import { mathFences, mathText, mayHoldMaths } from './mathText';
import { markWords, type WordMarker } from './wordMarks';

/** Draws TeX as MathML; undefined for what is none. */
export type DrawMaths = (tex: string, display: boolean) => Element | undefined;

/** What draws the maths of texts: loaded only where there is any. */
export async function mathsFor(texts: Iterable<string>): Promise<DrawMaths | undefined> {
  for (const text of texts) if (mayHoldMaths(text)) return (await import('./maths')).drawMaths;
  return undefined;
}

/**
 * Markdown as HTML that is safe to put into a webview, whoever wrote it. Maths are left as they are written where nothing is given that draws them.
 *
 * HTML in the Markdown is left out, and so is all that could load, run or call something: pictures are replaced by their alternative text,
 * links lead to http(s), mail or a place on the page only. The sanitiser comes after that and takes out whatever slipped through; only the
 * highlighter, the diagrams, the maths, the frames and the marks, which add nothing but elements and attributes of their own, come later.
 */
export function renderHtml(markdown: string, drawMaths?: DrawMaths, words?: WordMarker): string {
  const hasMaths = drawMaths !== undefined && mayHoldMaths(markdown);
  const text = hasMaths ? mathFences(markdown) : markdown;
  return String((hasMaths || words ? pipeline(hasMaths ? drawMaths : undefined, words) : plain).processSync(text));
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

/** Lets remark read maths: as inline code of a class of its own, which passes the sanitiser. */
const inlineMaths: Plugin<[], MarkdownRoot> = function () {
  const data = this.data() as { micromarkExtensions?: Extension[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), mathText];
  return (tree, file) => mark(tree, String(file));
};

function mark(node: Nodes, source: string): void {
  const start = node.position?.start.offset ?? 0;
  if (node.type === 'inlineCode' && source[start] === '$') {
    const display = source[start + 1] === '$';
    node.data = { hProperties: { className: [display ? 'language-math-display' : 'language-math'] } };
  }
  if ('children' in node) for (const child of node.children) mark(child, source);
}

/** Maths are drawn, those of a block in a frame of their own. What can't be drawn stays as it is written. */
const maths: Plugin<[DrawMaths], Root> = (draw) => (tree) => {
  replace(tree, (element) => {
    const [child] = element.children;
    const isDrawn = child?.type === 'element' && child.tagName === 'math';
    if (element.tagName === 'pre' && isDrawn) {
      return { ...element, tagName: 'div', properties: { className: ['maths'], tabIndex: 0 } };
    }
    const marks = element.tagName === 'code' && marksOf(element);
    if (!marks || child?.type !== 'text') return element;
    const isBlock = child.value.endsWith('\n');
    const math = draw(child.value.trim(), isBlock || marks === '$$');
    if (math) return math;
    return isBlock ? element : asText('span', `${marks}${child.value}${marks}`);
  });
};

function marksOf({ properties }: Element): string | undefined {
  const name = String(properties.className);
  return name === 'language-math' ? '$' : name === 'language-math-display' ? '$$' : undefined;
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

const marks: Plugin<[WordMarker], Root> = (words) => (tree) => markWords(tree, words);

function pipeline(drawMaths?: DrawMaths, words?: WordMarker) {
  return unified()
    .use(remarkParse)
    .use(remarkGfm)
    .use(drawMaths ? [inlineMaths] : [])
    .use(remarkRehype)
    .use(onlyText)
    .use(rehypeSanitize, schema)
    .use(drawMaths ? [[maths, drawMaths]] : [])
    .use(frames)
    .use(words ? [[marks, words]] : [])
    .use(rehypeStringify)
    .freeze();
}

const plain = pipeline();
