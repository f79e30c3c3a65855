import type { Block, Line } from '../../notes/blocks';
import { partLength } from '../../notes/numbering';
import { offsetIn } from '../../notes/offsets';
import { hasHan } from '../../notes/script';
import { aliasesIn, isThing, nameOf } from '../names';
import type { Reading } from '../reading';
import { type Part, sentenceAt, sentencesOf } from '../sentences';
import { isAside } from '../words';
import type { TermDraft } from './termDraft';

/** Characters before a short form in which its long form is looked for. */
const MAX_LONG = 80;

/** Characters that a line has beside its pair of names when it says no more than them: brackets, numbering. */
const PAIR_ONLY = 6;

const PAIR = /([^()（）]{2,80}?)["”」]?\s*[(（]([^()（）]{2,60})[)）]/g;

/**
 * Names in two languages or two lengths: `num.streams(消费者线程数)`, `布隆过滤器（Bloom Filter）`, `In-Sync Replicas (ISR)`. Everyday pairs such as
 * `键（key）` translate a word and explain nothing.
 */
export function collectBracketTerms(reading: Reading): TermDraft[] {
  return reading.blocks.flatMap((block, i) =>
    block.kind === 'line' && /[(（]/.test(block.text) && !isAside(block.text) && !isLink(block)
      ? pairsIn(block, reading.blocks[i + 1])
      : [],
  );
}

/** Whether the line is a link and nothing else: it leads to what it names. */
function isLink({ runs }: Line): boolean {
  return runs.every((run) => run.link !== undefined || !/\p{L}/u.test(run.text));
}

/** @param below what stands below the line: the definition, where the line is nothing but a pair */
function pairsIn(line: Line, below: Block | undefined): TermDraft[] {
  const drafts: TermDraft[] = [];
  let sentences: Part[] | undefined;
  for (const match of line.text.matchAll(PAIR)) {
    const before = match[1]!;
    const aliases = aliasesIn(match[2]!);
    const pair =
      glossed(before, match[2]!) ??
      (aliases.length > 0 ? (translated(before, aliases, match[0]) ?? shortened(before, aliases[0]!)) : undefined);
    if (!pair) continue;
    sentences ??= sentencesOf(line.text);
    const sentence = sentenceAt(sentences, match.index + before.length - 1);
    if (/[?？]\s*$/.test(line.text.slice(sentence.start, sentence.end))) continue;
    const bare = sentence.end - sentence.start <= pair.name.length + match[2]!.length + PAIR_ONLY;
    const definition =
      bare && below?.kind === 'line' && explains(below, line)
        ? { start: below.start, end: below.end }
        : { start: startOf(line, sentence.start), end: endOf(line, sentence.end) };
    drafts.push({ ...pair, start: line.start, definition, form: 'bracket' });
  }
  return drafts;
}

/** Whether a line goes on with the one above it: in the same paragraph or list item, and not one more in a row of names. */
function explains(below: Line, line: Line): boolean {
  return (
    below.item === line.item &&
    (line.item !== undefined || below.paragraph === line.paragraph) &&
    partLength(below.text) === 0
  );
}

/** With the mark-up in front: `[Name](address) is …`. */
export function startOf(line: Line, index: number): number {
  return index === 0 ? line.start : offsetIn(line, index);
}

export function endOf(line: Line, index: number): number {
  return index >= line.text.length ? line.end : offsetIn(line, index);
}

interface Pair {
  readonly name: string;
  readonly aliases: readonly string[];
}

/** `replica.lag.time.max.ms(延迟时间)`: a key, and in brackets what it is. */
function glossed(before: string, inside: string): Pair | undefined {
  const name = /[A-Za-z][\w-]*(?:\.[\w-]+)+$/.exec(before)?.[0];
  if (name === undefined || !hasHan(inside) || /默认|例如|比如|如下|版本/.test(inside)) return undefined;
  return nameOf(name, true);
}

/** `数据流图（Dataflow Graph）`: a Chinese name, and the English one in several words, in camel case or as an acronym. */
function translated(before: string, aliases: readonly string[], whole: string): Pair | undefined {
  const quoted = /[“"「]([^“”"「」]{2,12})$/.exec(before)?.[1];
  const name = quoted ?? /[\u3400-\u9fff]{2,10}$/.exec(before)?.[0];
  if (name === undefined || !hasHan(name) || !aliases.every((alias) => isForeign(alias, quoted !== undefined)))
    return undefined;
  const own = quoted ?? name.split(BOUNDARY).at(-1)!;
  if (own.length < 2 || own.length > 8 || KIND.test(own) || !isThing(own) || whole.length > 100) return undefined;
  return { name: own, aliases };
}

/** Words for a kind: cut off from what stood before them they name nothing. */
const KIND =
  /^(?:格式|策略|机制|模式|算法|接口|配置|工具|组件|框架|协议|模型|语言|平台|技术|服务|函数|线程|进程|节点|集群|队列|对象|注解|关键字|处理器|控制器|管理器)$/;

/** Letters behind which a name can begin. */
const BOUNDARY =
  /[的了成为是在和与或及、到个种将把被称叫作指即如以对于由向从给让有]|通过|使用|采用|进行|设置|生成|提供|包括|根据|按照|基于|需要|实现|定义|支持|所谓|之前|之后/;

function isForeign(alias: string, quoted: boolean): boolean {
  if (hasHan(alias) || !/^[A-Za-z\d]/.test(alias)) return false;
  return quoted ? /\s|^[A-Z]/.test(alias) : /[a-z]\s[A-Za-z]|^[A-Z]\w*[a-z][A-Z]|^[A-Z\d]{2,}s?$/.test(alias);
}

/**
 * `In-Sync Replicas (ISR)`: the letters of the short form begin the words of the long one. After Ariel Schwartz and Marti Hearst, "A simple
 * algorithm for identifying abbreviation definitions in biomedical text", PSB 2003, held to first letters, which makes no mistakes.
 */
function shortened(before: string, short: string): Pair | undefined {
  if (!/^[A-Z][A-Z\d]{1,7}$/.test(short)) return undefined;
  const words = before
    .slice(-MAX_LONG)
    .split(/[^A-Za-z]+/)
    .filter((word) => word !== '');
  const letters = [...short];
  for (let from = words.length - 1; from >= 0; from -= 1) {
    const initials = words
      .slice(from)
      .filter((word) => !/^(?:of|and|the|for|to|in)$/.test(word))
      .map((word) => word[0]!.toUpperCase());
    if (initials.length > letters.length) return undefined;
    if (initials.join('') !== short) continue;
    const long = before.slice(before.lastIndexOf(words[from]!)).trim();
    return /[A-Z]/.test(long) || words.length > 1 ? { name: short, aliases: [long.replace(/\s+/g, ' ')] } : undefined;
  }
  return undefined;
}
