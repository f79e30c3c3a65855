import type { Line } from '../../notes/blocks';
import { hasHan } from '../../notes/script';
import type { Context } from '../context';
import { aliasesIn, isIdentifier, isThing, nameOf } from '../names';
import type { Reading } from '../reading';
import { sentencesOf } from '../sentences';
import { isAside } from '../words';
import { endOf, startOf } from './termBrackets';
import type { TermDraft } from './termDraft';

/** A name found in a sentence. */
interface Found {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly code?: boolean;
}

/**
 * Terms that running text defines: `Slot是资源调度的最小单位`, `这被称作“水位线”`, `WatermarkStrategy，用来…`, "A broker is a server that …". Patterns of
 * definition after Marti Hearst, "Automatic acquisition of hyponyms from large text corpora", COLING 1992.
 */
export function collectProseTerms(reading: Reading, context: Context): TermDraft[] {
  return reading.blocks.flatMap((block) =>
    block.kind === 'line' && block.text.length >= 8 ? definedIn(block, context) : [],
  );
}

const CUE =
  /call|known|termed|是|指|即|称|叫|所谓|用来|用于|负责|表示|代表|可以|会|要求|具有|提供|方法|参数|脚本|命令|采用|通过|使用|配置|\b(?:is|are|means|refers|stands|acts)\b/;

function definedIn(line: Line, context: Context): TermDraft[] {
  if (!CUE.test(line.text) || /[?？]$/.test(line.text) || isAside(line.text)) return [];
  const drafts: TermDraft[] = [];
  const title = context.titleAt(line.start);
  const marked = new Set(line.runs.flatMap((run) => (run.strong || run.em ? [run.text.trim().toLowerCase()] : [])));
  for (const { start, end } of sentencesOf(line.text)) {
    const sentence = line.text.slice(start, end);
    if (sentence.length < 8 || /[?？]$/.test(sentence)) continue;
    for (const found of [...defined(sentence, title, marked), ...named(sentence, marked), ...apis(sentence)]) {
      const name = nameOf(found.name, found.code || isIdentifier(found.name));
      if (!name) continue;
      const aliases = [...name.aliases, ...(found.aliases ?? [])].filter((alias) => alias !== name.name);
      drafts.push({
        name: name.name,
        aliases,
        start: line.start,
        definition: { start: startOf(line, start), end: endOf(line, end) },
        form: 'prose',
      });
    }
  }
  return drafts;
}

const LATIN = '\\.?[A-Za-z][\\w.\\-]*(?:\\((?:[a-z]\\w*(?:, ?[a-z]\\w*)*)?\\))?(?: [A-Z][\\w.-]*){0,3}';
const HAN = '[\\u3400-\\u9fff]{2,8}?';
const BRACKET = '\\s*(?:[（(]([^()（）]*)[)）])?';
const OPENING = '(?:(?:而|但是?|其中|所以|因此|即|此外|另外|首先|这里的?|所谓的?|简单来说)[，,]?)?';
const KIND = '(?:方法|参数|命令|类型?|接口|函数|组件|机制|架构|协议)?';

const ADVERB = '(?:也|都|只|就|则|其实|实质上|本质上|通常|一般|往往|实际上|简单来说){0,2}';

/** Says what something is, or what it is for: nobody says that of a thing in passing. */
const STRONG =
  '(?:本质上?是|其实是|就是指?|即为?|是指|指的?就?是|指(?![向定出令针示标导])|可以(?:看作|看成|理解为?)|主要用[来于]|专门用[来于]|用[来于]|主要负责|还?负责|主要是|表示|代表|相当于|意味着|又称|也叫)';
/** Says something of its subject; a definition only where the subject is what the text is about. */
const WEAK = '(?:(是)|会|可以|能够?|要求|具有|提供|保证)';

const HAN_STRONG = new RegExp(
  `^${OPENING}["“]?(?:(?:${HAN}|[A-Z]\\w+ ?)的)?(${LATIN}|${HAN})["”]?${BRACKET}\\s*${KIND}\\s*${ADVERB}${STRONG}(?!是?否)`,
);
const HAN_WEAK = new RegExp(`^${OPENING}["“]?(${LATIN}|${HAN})["”]?${BRACKET}\\s*${KIND}\\s*${ADVERB}${WEAK}`);
/** In front of a name that is introduced: a beginning, or the word for its kind. */
const INTRODUCED = '(?<=^\\s*|[，,。；;（(“"「]\\s*|(?:类|属性|参数|方法|接口|组件|工具|对象|[个成的])\\s*)';
const HAN_COMMA = new RegExp(
  `${INTRODUCED}(${LATIN})${BRACKET}[)）”"]?\\s*${KIND}[，,]\\s*它?(?:主要|专门)?(?:用[来于]|来|负责|即|也就是|指的是)`,
);
const GENUS = /^.{0,10}(?:一种|一个|一组|一系列|一套|一类|一条|一项|一款|一门|单位)/;

function defined(sentence: string, title: string, marked: ReadonlySet<string>): Found[] {
  if (!hasHan(sentence)) return definedInEnglish(sentence, title, marked);
  const found: Found[] = [];
  // Each clause can define; what stands in quotes or brackets is none of its own.
  for (const clause of sentence.split(/[，,：:](?![^（(]*[）)])/)) {
    const strong = HAN_STRONG.exec(clause.trim());
    const weak = strong ?? HAN_WEAK.exec(clause.trim());
    if (!weak) continue;
    const name = weak[1]!;
    const aliases = weak[2] === undefined ? [] : aliasesIn(weak[2]);
    const is = strong !== null || weak[3] !== undefined;
    if (isSubject(name, { strong: strong !== null, is, title, told: clause.trim().slice(weak[0].length), aliases }))
      found.push({ name, aliases });
  }
  const full = FULL.exec(sentence);
  if (full && isThing(full[1]!)) found.push({ name: full[1]!, aliases: aliasesIn(full[2]!) });
  const central = CENTRAL.exec(sentence)?.[1];
  if (central !== undefined && isThing(central) && !GENERAL.test(central)) found.push({ name: central });
  const comma = HAN_COMMA.exec(sentence);
  if (comma && isIdentifierLike(comma[1]!))
    found.push({ name: comma[1]!, aliases: comma[2] === undefined ? [] : aliasesIn(comma[2]) });
  return found;
}

/** `RDD 全称为 Resilient Distributed Datasets，是…`. */
const FULL =
  /^(?:所谓的?)?([A-Z][A-Za-z\d-]{1,9})\s*的?(?:英文)?全[称名][是为]?\s*[：:]?\s*[“"(（]?([A-Z][a-z]+(?:[ -][A-Za-z]+){1,6})/;

/** `核心就是检查点，它通过…`: named, and told of in the same breath. */
const CENTRAL = new RegExp(`就是(${LATIN}|[\\u3400-\\u9fff]{2,6})[，,]它`);

interface Clause {
  readonly strong: boolean;
  /** Whether the verb says what something is, not what it does. */
  readonly is: boolean;
  readonly title: string;
  /** What stands behind the verb. */
  readonly told: string;
  readonly aliases: readonly string[];
}

function isSubject(name: string, { strong, is, title, told, aliases }: Clause): boolean {
  if (!isThing(name) || name.length < 2 || told.length < 4 || GENERAL.test(name) || POINTS.test(told)) return false;
  const about = contains(title, name);
  if ((is && GENUS.test(told)) || (strong && !hasHan(name))) return true;
  if (strong) return about || aliases.length > 0;
  // `Kafka 提供了两个命令` stands in every text on Kafka; below the title `Kafka 事务`, 事务 is what is explained.
  return about && (aliases.length > 0 || title.length <= name.length + 6);
}

/** Points to what follows instead of saying it. */
const POINTS = /^(?:[在从由].{1,20}的$|这样|如下|以下|下面|上面|什么|怎么|如何|为什么)|(?:如下|以下)[^。]{0,6}[：:]?$/;

/** Nouns that are defined in passing in any text. */
const GENERAL =
  /^(?:(?:上面|下面|前面|后面|这里|那里|目前|现在|以上|以下|其中|一般|通常|默认|主要|核心|我们|你们|他们|大家|自己|别人|有些|有的|任何|所有|另一|右侧|左侧|上图|下图|图中|因此|既然|虽然|尽管|由此|并|而|且|或|仍|却|总|常|已|曾|正|刚|便|即使|只要|只有|除了|包括|例如|比如|尤其|甚至|无论|不管|第[一二三四五六七八九十]|[一二三四五六七八九十两几]|如[果下]|不|就|也|都|还|又|才|只|很|最|更|非|多|少).*|.*(?:不|也|都|只|就|还|恰好)|结果|上游|下游|.*思想|原因|目的|问题|方法|方式|情况|过程|内容|数据|系统|用户|程序|代码|文件|对象|参数|时间|大小|数量|名称|类型|例子|意思|区别|作用|前提|关键|重点|缺点|优点|好处|坏处|公司|本质)$/;

function contains(title: string, name: string): boolean {
  return title.toLowerCase().replace(/[\s-]/g, '').includes(name.toLowerCase().replace(/[\s-]/g, ''));
}

function isIdentifierLike(name: string): boolean {
  return isIdentifier(name) || /^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/.test(name) || /^[A-Z][a-z]{3,}$/.test(name);
}

const CALLED = new RegExp(
  `(?:叫做|(?<!全)称为|称作|称之为|叫作|所谓的?|被称作|被称为|俗称|简称为?)\\s*[“"「*]*((?:[\\u3400-\\u9fff]{2,8}|${LATIN}))[”"」*]*${BRACKET}`,
);
const CALLED_ENGLISH =
  /\b(?:called|known as|referred to as|termed|call (?:this|these|it|them)(?: \w+)?)\s+(?:an? |the )?["“]?([A-Za-z].*)/;

/** The name that a sentence gives to what it describes: `这被称作“水位线”`, "a buffer *called* **ring**" where the name is set off. */
function named(sentence: string, marked: ReadonlySet<string>): Found[] {
  const called = CALLED.exec(sentence);
  if (!called) {
    const behind = CALLED_ENGLISH.exec(sentence)?.[1];
    const name = behind && [...marked].find((each) => each.length > 1 && behind.toLowerCase().startsWith(each));
    return name && isThing(name) ? [{ name: behind.slice(0, name.length) }] : [];
  }
  const name = called[1]!.split('的').at(-1)!;
  const rest = sentence.slice(called.index + called[0].length);
  const quoted =
    /[“"「]/.test(called[0]) || !hasHan(name) || called[2] !== undefined || /^[。，,；;.]?$/.test(rest.slice(0, 1));
  if (!quoted || name.length < 2 || !isThing(name) || GENERAL.test(name)) return [];
  return [{ name, aliases: called[2] === undefined ? [] : aliasesIn(called[2]) }];
}

const BEFORE_KEY = /(?:参数|脚本|命令|选项|属性|配置(?:项)?|通过|采用|使用|传入|设置)\s*(?:为|了|是)?\s*$/;
const BEHIND_KEY =
  /^\s*(?:和|、|与|或)?\s*(?:参数|脚本|命令|选项|属性|配置项?|两个参数|option|parameter|command|flag|setting)/;
/** Names that only configuration and commands have: dotted keys, options, scripts. */
const KEY =
  /(?<![\w/.@-])(?:--?[a-z][a-z\d]*(?:-[a-z\d]+)+|[a-z][\w]*(?:\.[a-z][\w-]*){2,}|[a-z][\w]*(?:-[\w]+)+\.(?:sh|py|conf|xml|yaml|properties))(?![\w/.-]|\()/g;
/** Names that only code has: calls, and camel case that begins with a small letter. */
const CALL = /(?<![\w/@-])\.?[a-z]\w*(?:\(\)|[A-Z]\w*(?:\(\))?)(?![\w/.(-])/g;
/** What a call does, said right behind it. */
const DOES =
  /^\s*(?:方法|函数|接口)?\s*[，,]?\s*(?:主要|直接|专门)?(?:用[来于]|来|可以?|会|能|指向|恢复|设置[成为]|表示|控制|负责|返回|默认|直接传入)/;

/** Options, keys and calls of which the sentence says what they do: `` 通过`a.b.c`参数 ``, `sqlQuery()方法，直接传入…`. */
function apis(sentence: string): Found[] {
  const found: Found[] = [];
  let previous = -1;
  for (const match of sentence.matchAll(KEY)) {
    const before = sentence.slice(0, match.index);
    const behind = sentence.slice(match.index + match[0].length);
    const linked = previous >= 0 && /^[\s、和与,]{1,3}$/.test(sentence.slice(previous, match.index));
    if (!linked && !BEFORE_KEY.test(before) && !BEHIND_KEY.test(behind)) continue;
    previous = match.index + match[0].length;
    found.push({ name: match[0], code: true });
  }
  for (const match of sentence.matchAll(CALL)) {
    if (DOES.test(sentence.slice(match.index + match[0].length))) found.push({ name: match[0], code: true });
  }
  return found;
}

const ENGLISH =
  /^(?:(?:In \w+, )?(?:A|An|The)\s+)?([A-Za-z][\w.+#/-]*(?: [A-Za-z][\w.+#/-]*){0,3}?)(?:\s*\(([^()]{2,60})\))?,?\s+(?:(is|are)(?: basically| simply| essentially| just)?\s+(?:an?|the|one of|any|used|responsible|designed|what|how|where|when|basically)\b|refers? to\b|stands? for\b|means?\b|denotes?\b|represents?\b|(?:is|are) (?:defined|known) as\b)/;
const OPTION = /(?:the\s+)(--[a-z][\w-]+)\s+option\s+(?:which|that|to)\b/;

/** @param marked what stands in bold or italics, in lower case: a name that is set off and told of is a term */
function definedInEnglish(sentence: string, title: string, marked: ReadonlySet<string>): Found[] {
  const option = OPTION.exec(sentence)?.[1];
  if (option !== undefined) return [{ name: option, code: true }];
  const match = ENGLISH.exec(sentence);
  if (!match) return [];
  const name = match[1]!;
  const aliases = match[2] === undefined ? [] : aliasesIn(match[2]);
  if (!isThing(name) || PRONOUN.test(name) || PRAISES.test(sentence.slice(match[1]!.length))) return [];
  const expanded = /stands? for$/.test(match[0]) && isIdentifier(name);
  const about = contains(title, name.replace(/s$/, '')) || marked.has(name.toLowerCase());
  return about || expanded || aliases.length > 0 ? [{ name, aliases }] : [];
}

/** Says how good something is, not what: `X is a good choice if …`. */
const PRAISES =
  /^.{0,64}?\s(?:is|are) (?:an? |the |one of the )?(?:very )?(?:good|great|better|best|bad|poor|nice|natural|obvious|right|wrong|perfect|excellent) (?:choice|idea|fit|practice|option|candidate|match|way)s?\b/i;

const PRONOUN =
  /^(?:it|this|that|these|those|there|here|he|she|they|we|you|i|one|what|which|who|each|both|all|another|main|first|second|following|answer|question|reason|purpose|difference|example|goal|idea|result|problem|advantage|output|value|name|type)\b/i;
