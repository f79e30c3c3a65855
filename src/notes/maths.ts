import type { Element, ElementContent } from 'hast';
import temml from 'temml';

/** TeX longer than this is no formula of a note. */
const longest = 5_000;
/** Elements that a formula may grow to. */
const most = 5_000;

/** The part of MathML that browsers draw without our help; nothing in it loads, runs or leads anywhere. */
const elements = new Set(
  'math mi mn mo ms mtext mspace mrow mfrac msqrt mroot mstyle merror mpadded mphantom msub msup msubsup munder mover munderover mmultiscripts mprescripts none mtable mtr mtd'.split(
    ' ',
  ),
);
const attributes = new Set(
  'display displaystyle scriptlevel stretchy symmetric fence separator form largeop movablelimits lspace rspace minsize maxsize accent accentunder linethickness width height depth voffset mathvariant columnspan rowspan'.split(
    ' ',
  ),
);
const classes = /^tml-(?:left|right|jot|overline|underline)$/;

/** Temml's tree, as far as it is of interest. */
interface TemmlNode {
  readonly type?: string;
  readonly text?: string;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly classes?: readonly string[];
  readonly children?: readonly TemmlNode[];
}

/** Draws TeX as MathML; undefined for what is no TeX, or too much of it. */
export function drawMaths(tex: string, display: boolean): Element | undefined {
  if (tex.length > longest) return undefined;
  const options = {
    displayMode: display,
    throwOnError: true,
    trust: false,
    maxExpand: 100,
    maxSize: [20, 20] as [number, number],
  };
  try {
    const count = { left: most };
    const [math] = elementsOf(temml.__renderToMathMLTree(tex, options) as TemmlNode, count);
    return math?.type === 'element' && math.tagName === 'math' && count.left >= 0 ? math : undefined;
  } catch {
    // A mistake in the formula, or one nested too deep: what is written there is shown.
    return undefined;
  }
}

function elementsOf(node: TemmlNode, count: { left: number }): ElementContent[] {
  if (count.left-- < 0) return [];
  if (node.text !== undefined && node.children === undefined) return [{ type: 'text', value: node.text }];
  const children = (node.children ?? []).flatMap((child) => elementsOf(child, count));
  // A frame or a link of Temml's own is left out; what stands in it is not.
  if (node.type === undefined) return children;
  const properties = Object.fromEntries(
    Object.entries(node.attributes ?? {})
      .filter(([name]) => attributes.has(name))
      .map(([name, value]) => [name, String(value)]),
  );
  const className = (node.classes ?? []).filter((name) => classes.test(name));
  const tagName = elements.has(node.type) ? node.type : 'mrow';
  return [
    { type: 'element', tagName, properties: { ...properties, ...(className.length > 0 && { className }) }, children },
  ];
}
