import { renderMermaidSVG } from 'beautiful-mermaid';
import type { Element, Root, Text } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Span } from '../../src/study/model';

/** A note's text with its diagrams drawn. */
export interface Drawn {
  readonly text: string;
  readonly pictures: readonly Picture[];
}

/** A drawn diagram, and the terms that it is to explain too, as the note names them: ` ```mermaid ISR, HW `. */
export interface Picture {
  readonly names: readonly string[];
  /** The drawing in the text. */
  readonly span: Span;
}

const fence = /^```mermaid(.*)\n([\s\S]*?)^```$/gm;

/** Puts in the place of every Mermaid block the drawing of it, in the form of `src/notes/diagram.ts`. */
export function drawDiagrams(text: string): Drawn {
  const pictures: Picture[] = [];
  let drawn = '';
  let at = 0;
  for (const { 0: whole, 1: info = '', 2: source = '', index } of text.matchAll(fence)) {
    drawn += `${text.slice(at, index)}\`\`\`diagram\n`;
    const start = drawn.length;
    drawn += draw(source);
    const names = info.split(',').map((name) => name.trim());
    pictures.push({ names: names.filter(Boolean), span: { start, end: drawn.length } });
    drawn += '\n```';
    at = index + whole.length;
  }
  return { text: drawn + text.slice(at), pictures };
}

/** One diagram. `accDescr` says in words what it shows. */
function draw(source: string): string {
  const words = /^\s*accDescr:\s*(.+)$/m.exec(source)?.[1]?.trim();
  if (!words) throw new Error(`no accDescr: ${source}`);
  const bare = source.replace(/^\s*accDescr:.*\n/m, '');
  const svg = renderMermaidSVG(bare, { padding: margin, nodeSpacing: 20, layerSpacing: 36 });
  const root = elementsOf(fromHtml(svg, { fragment: true, space: 'svg' })).find(({ tagName }) => tagName === 'svg');
  if (!root) throw new Error(`not drawn: ${source}`);
  const shapes = shapesOf(root);
  const [x, y] = [0, 1].map(
    (axis) => Math.min(...shapes.flatMap(({ reach }) => reach.map((at) => at[axis]!))) - margin,
  );
  const [right, bottom] = [0, 1].map((axis) =>
    Math.max(...shapes.flatMap(({ reach }) => reach.map((at) => at[axis]!))),
  );
  const size = [right! - x! + margin, bottom! - y! + margin].map(Math.ceil);
  return [words, size.join(' '), ...shapes.map((shape) => shape.write(x!, y!))].join('\n');
}

/** Pixels around a drawing. */
const margin = 4;

type Point = readonly number[];

/** A shape that can be moved. */
interface Shape {
  /** Corners of the room that it takes. */
  readonly reach: readonly Point[];
  /** Its line in the block, for a drawing whose corner is at `x`, `y`. */
  write(x: number, y: number): string;
}

/** @param inNote whether it is written on a note of its own, not on a line */
function shapesOf(parent: Element, inNote = false): Shape[] {
  return elementsOf(parent).flatMap((element): Shape[] => {
    switch (element.tagName) {
      case 'style':
      case 'defs':
        return [];
      case 'g':
        return shapesOf(element, String(element.properties['className']) === 'note');
      case 'text':
        return textOf(element, inNote);
      case 'line':
        return lineOf(element, [numbers(element, 'x1', 'y1'), numbers(element, 'x2', 'y2')]);
      case 'polyline':
        return lineOf(element, pointsOf(element));
      case 'polygon':
        return [path(`area ${lookOf(element)}`, pointsOf(element))];
      case 'rect': {
        const [left = 0, top = 0, width = 0, height = 0, ...radius] = numbers(
          element,
          'x',
          'y',
          'width',
          'height',
          'rx',
        );
        const reach = [
          [left, top],
          [left + width, top + height],
        ];
        const size = [width, height, ...radius.filter((each) => each > 0)].join(' ');
        return [{ reach, write: (x, y) => `rect ${lookOf(element)} ${round(left - x)} ${round(top - y)} ${size}` }];
      }
      case 'circle':
        return [oval(lookOf(element), numbers(element, 'cx', 'cy', 'r', 'r'))];
      case 'ellipse':
        return [oval(lookOf(element), numbers(element, 'cx', 'cy', 'rx', 'ry'))];
      default:
        throw new Error(`a ${element.tagName} in a diagram`);
    }
  });
}

function oval(look: string, [cx = 0, cy = 0, rx = 0, ry = 0]: Point): Shape {
  const reach = [
    [cx - rx, cy - ry],
    [cx + rx, cy + ry],
  ];
  return { reach, write: (x, y) => `oval ${look} ${round(cx - x)} ${round(cy - y)} ${rx} ${ry}` };
}

function path(head: string, points: readonly Point[]): Shape {
  const at = (x: number, y: number) => points.map(([px = 0, py = 0]) => `${round(px - x)},${round(py - y)}`).join(' ');
  return { reach: points, write: (x, y) => `${head} ${at(x, y)}` };
}

/** A line, with the tip of its arrow where it has one. */
function lineOf({ properties }: Element, points: readonly Point[]): Shape[] {
  const { stroke, strokeWidth, strokeDashArray, markerEnd, markerStart } = properties;
  const own = String(stroke).includes('_line');
  const look = !own ? 'node' : strokeDashArray ? 'dashed' : Number(strokeWidth) > 1 ? 'thick' : 'solid';
  return [
    path(`line ${look}`, points),
    ...(markerEnd ? [tipOf(points.at(-2)!, points.at(-1)!)] : []),
    ...(markerStart ? [tipOf(points[1]!, points[0]!)] : []),
  ];
}

/** Length and half the width of an arrow's tip, in pixels. */
const tip = { length: 8, half: 3.5 };

function tipOf([x0 = 0, y0 = 0]: Point, [x = 0, y = 0]: Point): Shape {
  const length = Math.hypot(x - x0, y - y0) || 1;
  const [dx, dy] = [(x - x0) / length, (y - y0) / length];
  const [bx, by] = [x - dx * tip.length, y - dy * tip.length];
  const sides = [1, -1].map((side) => [bx - dy * tip.half * side, by + dx * tip.half * side]);
  return path('area tip', [[x, y], ...sides]);
}

/** A text, one shape each of its lines. */
function textOf(element: Element, inNote: boolean): Shape[] {
  const { textAnchor = 'start', fontSize, fontWeight } = element.properties;
  const look = Number(fontWeight) >= 600 ? 'title' : Number(fontSize) >= 13 ? 'name' : inNote ? 'note' : 'small';
  const [left = 0, top = 0, dy = 0] = numbers(element, 'x', 'y', 'dy');
  const written = (at: number, node: Element): Shape => {
    const words = wordsOf(node);
    const width = widthOf(words, Number(fontSize));
    const begin = left - { start: 0, middle: width / 2, end: width }[String(textAnchor) as 'start' | 'middle' | 'end'];
    const reach = [
      [begin, at],
      [begin + width, at],
    ];
    return { reach, write: (x, y) => `text ${look} ${round(left - x)} ${round(at - y)} ${textAnchor} ${words}` };
  };
  const lines = elementsOf(element);
  if (lines.length === 0) return [written(top + dy, element)];
  let at = top;
  return lines.map((line) => {
    at += Number(line.properties['dy']);
    return written(at, line);
  });
}

/** Roughly how wide words are: a Chinese character is as wide as it is high, a Latin letter half as wide. */
function widthOf(words: string, size: number): number {
  return [...words].reduce((width, letter) => width + size * (/[\u2e80-\uffef]/.test(letter) ? 1 : 0.56), 0);
}

/** Our name for the way the library paints a shape. */
function lookOf({ properties: { fill, stroke } }: Element): string {
  const painted = `${fill} ${stroke}`.replace(/var\(--_?([\w-]+)\)/g, '$1');
  const look = {
    'node-fill node-stroke': 'node',
    'node-fill none': 'plain',
    'group-fill node-stroke': 'group',
    'group-hdr node-stroke': 'head',
    'bg inner-stroke': 'label',
    'bg node-stroke': 'node',
    'inner-stroke node-stroke': 'node',
  }[painted];
  if (!look) throw new Error(`a shape painted ${painted}`);
  return look;
}

function numbers({ properties }: Element, ...names: readonly string[]): number[] {
  return names.flatMap((name) => (properties[name] === undefined ? [] : [round(Number(properties[name]))]));
}

function pointsOf({ properties }: Element): number[][] {
  return String(properties['points'])
    .trim()
    .split(/\s+/)
    .map((point) => point.split(',').map((each) => round(Number(each))));
}

/** Half pixels are fine enough. */
function round(value: number): number {
  if (!Number.isFinite(value)) throw new Error(`a shape at ${value}`);
  return Math.round(value * 2) / 2;
}

function elementsOf({ children }: Element | Root): Element[] {
  return children.flatMap((child) => (child.type === 'element' ? [child] : []));
}

function wordsOf({ children }: Element): string {
  return children
    .filter((child): child is Text => child.type === 'text')
    .map(({ value }) => value)
    .join('')
    .trim();
}
