import { stripNumbering } from '../notes/numbering';
import { hasHan } from '../notes/script';
import { isAspect, isInterrogative, todoOf } from './words';

/** A name as a note writes it, with the other names that stand in brackets after it. */
export interface Name {
  readonly name: string;
  readonly aliases: readonly string[];
}

const MAX_LATIN = 60;
const MAX_HAN = 16;
const MAX_HAN_ALIAS = 14;

/**
 * Takes a label apart: `ISR (In-Sync Replicas, 同步副本)`, `滚动窗口（Tumbling Window）`, `RANK()`. Undefined where the label names nothing:
 * a sentence, a question, a part of any answer (`优点`).
 *
 * @param listed whether it stands in a glossary, where any word can be a name
 */
export function nameOf(label: string, code = false, listed = false): Name | undefined {
  const text = trimLabel(code ? label : stripNumbering(label));
  const { name, inside } = code ? { name: text, inside: [] } : splitBrackets(text);
  if (!isName(name, code, listed)) return undefined;
  const aliases = inside.flatMap((content) => aliasesIn(content, listed));
  const bare = /^\.?([A-Za-z_$][\w$.<>]*)\([^()]*\)$/.exec(name)?.[1];
  if (bare !== undefined) aliases.push(bare);
  return { name, aliases: unique(name, aliases) };
}

function trimLabel(label: string): string {
  return label
    .replace(/\s+/g, ' ')
    .replace(/^[\s“”"'「」《》]+|[\s:：“”"'「」《》-]+$/g, '')
    .trim();
}

/** `A (B)` and `A（B）C`: the name without brackets, and what they hold. */
function splitBrackets(text: string): { name: string; inside: string[] } {
  const inside: string[] = [];
  const name = text.replace(/\s*[(（]([^()（）]*)[)）]/g, (whole, content: string, at: number) => {
    if (isCall(text, at, whole, content)) return whole;
    if (at + whole.length === text.length) inside.push(content);
    return '';
  });
  return { name: name.trim(), inside };
}

/** The brackets of a function: `RANK()`, `LAG(col,n)`. */
function isCall(text: string, at: number, whole: string, content: string): boolean {
  if (!whole.startsWith('(') || !/[\w>]$/.test(text.slice(0, at))) return false;
  return content.trim() === '' || /^[a-z_]\w*(?:\s*,\s*[a-z_]\w*)+$/.test(content) || /^[a-z]\w?$/.test(content);
}

/** The names in a pair of brackets; none where they hold a remark, a default or a formula. */
export function aliasesIn(content: string, listed = false): string[] {
  if (listed) return listedAliases(content);
  if (
    /->|→|—>|=>|[=：:。！？?!…]|默认|例如|比如|单位|详见|参考|参见|下同|可选|推荐|\b(?:e\.g|i\.e|default|optional|see|for example)\b/i.test(
      content,
    )
  )
    return [];
  return content.split(BETWEEN_NAMES).flatMap((part) => {
    const name = part
      .replace(
        /^(?:简称为?|又称为?|又名|也称为?|也叫做?|又叫做?|即|英文名?|全称|缩写|(?:aka|also known as|abbr\.?|short for|or)(?![a-z]))\s*[:：]?\s*/i,
        '',
      )
      .replace(/等$/, '')
      .trim();
    return isName(name, false) &&
      (!hasHan(name) || (name.length - latinLength(name) <= MAX_HAN_ALIAS && isThing(name))) &&
      !/^\d/.test(name.replace(/^\d[A-Z]/, 'x')) &&
      name.split(' ').length <= 6 &&
      !/^(?:the|a|an|in|on|for|with|by|and|not|only|to)(?:\s|$)/i.test(name)
      ? [name]
      : [];
  });
}

/** What stands between names. A slash inside a word is a part of it: `async I/O`, `TCP/IP`. */
const BETWEEN_NAMES =
  /\s*[,，、;；／]\s*|\s+\/\s*|\s*\/\s+|(?<=[\u3400-\u9fff])\/|\/(?=[\u3400-\u9fff])|\s+(?:or|aka|a\.k\.a\.?)\s+|或/;

/** The names in the brackets of a glossary's entry: it holds nothing else, so a verb is one too (`重放`). */
function listedAliases(content: string): string[] {
  return content.split(/\s*[,，;；]\s*/).flatMap((part) => {
    const alias = part.trim();
    return alias !== '' && alias.length <= MAX_LATIN && !/[。！？!?=：]|:\s/.test(alias) ? [alias] : [];
  });
}

export function unique(name: string, aliases: readonly string[]): string[] {
  const seen = new Set([name.toLowerCase()]);
  return aliases.filter((alias) => {
    const key = alias.toLowerCase();
    return !seen.has(key) && seen.add(key);
  });
}

function isName(name: string, code: boolean, listed = false): boolean {
  if (
    (name.length < 2 && !hasHan(name)) ||
    name.startsWith('[') ||
    !/[\p{L}\p{N}]/u.test(name) ||
    (!listed && isAspect(name)) ||
    todoOf(name) !== undefined
  )
    return false;
  if (code) return name.length <= MAX_LATIN && !/\s=\s|[;{}]\s|[;{}]$|=>/.test(name);
  if (name.length > (hasHan(name) ? MAX_HAN + latinLength(name) : MAX_LATIN)) return false;
  if (/[。！？?!；;"“”]|，|,\s|\s=|=\s|https?:|==|^[QA]\d+$|^\W*\d+(?:[.,]\d+)?\W*$/.test(name)) return false;
  return !isInterrogative(name) || /^[A-Za-z]/.test(name);
}

function latinLength(text: string): number {
  return text.match(/[A-Za-z0-9]/g)?.length ?? 0;
}

/** Words that begin an action, not a name. */
const ACTION_HAN =
  /^(?:请|想|要|若|正确|错误|使用|采用|避免|减少|增加|增大|提高|降低|设置|合理|创建|新建|检查|优化|调整|修改|添加|删除|执行|运行|启动|停止|打开|关闭|配置|安装|下载|导入|导出|编写|实现|定义|注册|调用|重写|获取|读取|写入|发送|接收|返回|转换|将|把|对|从|在|当|如果|由于|因为|为了|通过|根据|按照|按(?!键)|关于|基于|如何|不要|不能|不会|可以|需要|应该|必须|尽量|使|让|给|用|先|再|然后|选择|确定|判断|保证|确保|支持|处理|解决|更好|更多|每|多个|一个|一种|这|那|其|它|我|你|他|该|此|本|某|各|所有|任何|没有|无法|允许|控制|进行|提交|恢复|重启|重放|继续)/;

const ACTION_LATIN =
  /^(?:use|using|avoid|reduce|increase|improve|add|remove|check|make|ensure|create|set|keep|write|read|run|start|stop|open|close|configure|install|download|import|export|implement|define|call|get|send|receive|return|convert|if|when|while|for|to|in|on|at|by|with|from|as|do|don't|does|is|are|be|it|this|that|these|those|you|your|we|our|they|there|here|and|or|but|so|not|no|all|any|each|every|some|many|most|more|other|another|first|second|third|then|next|finally|also|please|let|try|consider|choose|pick|find|look|build|design|learn|understand|understanding|handle|handling|how|what|why|where|which|who|can|could|should|must|will|allows?|provides?|supports?|enables?|step)(?![\w-])/i;

/** Parts of things, said of anything: `元数据层面`. */
const PART_HAN =
  /(?:层面|方面|角度|维度|原因|影响|优点|缺点|优势|劣势|特点|区别|目的|作用|好处|问题|注意事项|事项|说明|示例|例子|步骤|流程|参数|优化|设计|总结|介绍|配置|情况|场景|建议|要求|方法|方案|部分|内容|实现|分析|对比|比较)$/;

/** Letters that make a statement of a few words: `数据量太小`, `可能被误用`. */
const SAYS_HAN = /[的了着过吗呢吧啊太更]|可能|已经|会被|存在|不需|不用|避免|取决于/;

/** Whether a name is that of a thing rather than of an action, a part or an amount. */
export function isThing(name: string): boolean {
  if (hasHan(name)) {
    if (ACTION_HAN.test(name) || PART_HAN.test(name) || SAYS_HAN.test(name)) return false;
    return !/^\d+(?!PC|D\b)/.test(name);
  }
  return !ACTION_LATIN.test(name) && name.split(' ').length <= 5 && !/^[\d\W]+$|^[A-Za-z]+ ?\d+\.\d/.test(name);
}

/** Written as code is: camel case, dots, underscores, brackets, options, acronyms. */
export function isIdentifier(name: string): boolean {
  if (hasHan(name) || /\s/.test(name.replace(/\([^()]*\)$/, ''))) return false;
  return /[a-z0-9][A-Z]|[A-Z]{2,}|\w[._]\w|\w\(.*\)$|^--?\w|^\.\w|^[A-Z]+[-\w]*\d|\w-\w+-\w/.test(name);
}
