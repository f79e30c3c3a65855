import type { PhrasingContent } from 'mdast';
import { isHtmlTag } from './html';
import { unmasked } from './mend';

/** A piece of inline text with the marks that it stands in. */
export interface Run {
  /** As a person reads it: escapes and entities resolved, marks gone. Empty for an image and for a tag. */
  readonly text: string;
  /** Offsets into the note, marks of the run itself included for code, excluded for strong and emphasis. */
  readonly start: number;
  readonly end: number;
  readonly strong: boolean;
  readonly em: boolean;
  readonly code: boolean;
  /** Address of the link around it. */
  readonly link?: string;
  readonly image: boolean;
}

type Marks = Pick<Run, 'strong' | 'em'> & { readonly link?: string };

const NO_MARKS: Marks = { strong: false, em: false };

/** Flattens inline nodes. `base` is the offset of the parsed piece in the note. HTML nodes are also handed to `onHtml`. */
export function runsOf(
  nodes: readonly PhrasingContent[],
  base: number,
  onHtml: (value: string, start: number) => void,
): Run[] {
  const runs: Run[] = [];
  const push = (node: PhrasingContent, text: string, marks: Marks, code = false, image = false) => {
    const start = base + (node.position?.start.offset ?? 0);
    runs.push({ text: unmasked(text), start, end: base + (node.position?.end.offset ?? 0), ...marks, code, image });
  };
  const walk = (children: readonly PhrasingContent[], marks: Marks, depth: number) => {
    for (const node of children) {
      switch (node.type) {
        case 'text':
          push(node, node.value, marks);
          break;
        case 'inlineCode':
          push(node, node.value, marks, true);
          break;
        case 'strong':
          if (depth < MAX_DEPTH) walk(node.children, { ...marks, strong: true }, depth + 1);
          break;
        case 'emphasis':
          if (depth < MAX_DEPTH) walk(node.children, { ...marks, em: true }, depth + 1);
          break;
        case 'link':
          if (depth < MAX_DEPTH) walk(node.children, { ...marks, link: node.url }, depth + 1);
          break;
        case 'linkReference':
          if (depth < MAX_DEPTH) walk(node.children, { ...marks, link: node.identifier }, depth + 1);
          break;
        case 'image':
        case 'imageReference':
          push(node, '', marks, false, true);
          break;
        case 'break':
          push(node, '\n', marks);
          break;
        case 'html':
          if (isHtmlTag(node.value)) {
            onHtml(node.value, base + (node.position?.start.offset ?? 0));
            push(node, /^<br\b/i.test(node.value) ? ' ' : '', marks, false, /^<img\b/i.test(node.value));
          } else {
            push(node, node.value, marks);
          }
          break;
        default:
          break;
      }
    }
  };
  walk(nodes, NO_MARKS, 0);
  return runs;
}

/** Deeper emphasis than this is no emphasis but an attack on the stack. */
const MAX_DEPTH = 50;

export function textOf(runs: readonly Run[]): string {
  if (runs.length === 1) return runs[0]!.text;
  let text = '';
  for (const run of runs) text += run.text;
  return text;
}
