/** Definitions longer than this are cut: a hover is a reminder, the note is a click away. */
const longest = 1200;

/**
 * A note's Markdown made harmless for a hover whose command links are live (failure F19): emphasis, lists and code stay; of links, images and HTML only
 * the words stay. Everything that could begin one is escaped, bare addresses too, so nothing depends on how exactly it is written.
 */
export function harmless(markdown: string): string {
  const text = markdown.length > longest ? `${markdown.slice(0, longest).replace(/\s+\S*$/, '')} …` : markdown;
  const safe: string[] = [];
  let at = 0;
  for (const { 0: whole, 2: code, index } of text.matchAll(/(?<!`)(`+)(?!`)([\s\S]*?[^`])\1(?!`)/g)) {
    safe.push(prose(text.slice(at, index)), codeSpan(code!));
    at = index + whole.length;
  }
  safe.push(prose(text.slice(at)));
  return safe.join('');
}

/** Plain text in Markdown: it shows as it is written. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+\-.!|~&$@:]/g, '\\$&').replace(/\s+/g, ' ');
}

function prose(markdown: string): string {
  return wordsOfLinks(markdown).replace(/[\\<>[\]&!`@:]|(?<=www)\./gi, '\\$&');
}

/** `[words](target)`, `![words](target)` and `[words][label]` as their words. */
function wordsOfLinks(markdown: string): string {
  return markdown.replace(/!?\[([^\][]*)\](\([^()\n]*(\([^()\n]*\)[^()\n]*)*\)|\[[^\][]*\])/g, '$1');
}

function codeSpan(code: string): string {
  const bare = code.replace(/`/g, "'");
  if (!bare.includes('\n')) return `\`${bare}\``;
  const [first, ...rest] = bare.split('\n');
  const language = /^\w*$/.test(first!) ? first! : '';
  const body = language === first ? rest : [first, ...rest];
  return `\n\`\`\`${language}\n${body.join('\n').trimEnd()}\n\`\`\`\n`;
}
