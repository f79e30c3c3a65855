import type { Element } from 'hast';

/**
 * A diagram as the build draws it from a note's text: a fenced block `diagram` with a line for what the picture says in words, one for the size in
 * pixels, and one for each shape. Numbers and words are all it can hold, so it is as harmless as other text, whoever wrote it.
 *
 * Shapes: `rect LOOK X Y WIDTH HEIGHT [RADIUS]`, `oval LOOK X Y RX RY`, `area LOOK X,Y …`, `line LOOK X,Y …` and `text LOOK X Y ANCHOR WORDS`. The anchor is
 * `start`, `middle` or `end`; the look says what a shape is for, and whoever shows it what that looks like.
 */
export interface Diagram {
  /** What the picture says, in words. */
  readonly words: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** An element of SVG. */
export interface Shape {
  readonly tagName: string;
  readonly look: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly words?: string;
}

/** What shapes are for: boxes, the frame and the head of a group, the ground of a label; lines; the tip of an arrow; names,
 * titles, words on a line and on a note. */
const looks = 'node group head label plain solid dashed thick tip name title small note'.split(' ');

/** The diagram in a fenced block; undefined where it holds something else. */
export function parseDiagram(source: string): Diagram | undefined {
  const [words, size, ...lines] = source.trim().split('\n');
  const [, width, height] = /^(\d+) (\d+)$/.exec(size ?? '') ?? [];
  const shapes = lines.map(shapeOf);
  if (!words || !width || !height || !shapes.every((shape) => shape !== undefined)) return undefined;
  return { words, width: Number(width), height: Number(height), shapes };
}

/** The diagram for a page of ours, whose style sheet (`media/diagram.css`) knows the looks as classes. */
export function diagramElement({ words, width, height, shapes }: Diagram): Element {
  const properties = { className: ['diagram'], viewBox: `0 0 ${width} ${height}`, width, height, role: 'img' };
  const children = shapes.map(
    (shape): Element => ({
      type: 'element',
      tagName: shape.tagName,
      properties: { ...shape.attributes, className: [shape.look] },
      children: shape.words === undefined ? [] : [{ type: 'text', value: shape.words }],
    }),
  );
  return { type: 'element', tagName: 'svg', properties: { ...properties, ariaLabel: words }, children };
}

/** The diagram as an image by itself, with a style sheet that knows the looks as classes. */
export function diagramImage({ width, height, shapes }: Diagram, style: string): string {
  const drawn = shapes.map(({ tagName, look, attributes, words = '' }) => {
    const written = Object.entries({ class: look, ...attributes }).map(([name, value]) => ` ${name}="${value}"`);
    return `<${tagName}${written.join('')}>${words.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</${tagName}>`;
  });
  const size = `width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`;
  return `<svg xmlns="http://www.w3.org/2000/svg" ${size}><style>${style}</style>${drawn.join('')}</svg>`;
}

const number = '(-?\\d+(?:\\.\\d+)?)';
const points = /^(-?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?(?: -?\d+(?:\.\d+)?,-?\d+(?:\.\d+)?)+)$/;
const box = new RegExp(`^${number} ${number} ${number} ${number}(?: ${number})?$`);
const written = new RegExp(`^${number} ${number} (start|middle|end) (.+)$`);

function shapeOf(line: string): Shape | undefined {
  const [, form = '', look = '', rest = ''] = /^(\w+) (\w+) (.+)$/.exec(line) ?? [];
  if (!looks.includes(look)) return undefined;
  const [, a, b, c, d, e] =
    (form === 'text' ? written : form === 'rect' || form === 'oval' ? box : points).exec(rest) ?? [];
  if (!a) return undefined;
  switch (form) {
    case 'rect':
      return { tagName: 'rect', look, attributes: { x: a, y: b!, width: c!, height: d!, ...(e && { rx: e }) } };
    case 'oval':
      return { tagName: 'ellipse', look, attributes: { cx: a, cy: b!, rx: c!, ry: d! } };
    case 'area':
      return { tagName: 'polygon', look, attributes: { points: a } };
    case 'line':
      return { tagName: 'polyline', look, attributes: { points: a } };
    case 'text':
      return { tagName: 'text', look, attributes: { x: a, y: b!, 'text-anchor': c! }, words: d! };
    default:
      return undefined;
  }
}
