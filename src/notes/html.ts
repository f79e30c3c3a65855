/** The elements that people use in Markdown. What else stands in angle brackets is text: `List<Event>`. */
const TAGS = new Set(
  (
    'a abbr address article aside audio b blockquote body br button caption center cite code col colgroup dd del details dfn div dl dt em ' +
    'figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label li link main mark meta nav ' +
    'object ol option p picture pre q s samp script section select small source span strike strong style sub summary sup svg table tbody ' +
    'td template textarea tfoot th thead title tr tt u ul var video'
  ).split(' '),
);

/** Whether an inline HTML node is mark-up (a comment, a declaration or a known element), not text like `<Event>`. */
export function isHtmlTag(value: string): boolean {
  const name = /^<\/?([a-zA-Z][a-zA-Z0-9-]*)/.exec(value)?.[1];
  if (name === undefined) return true;
  // Upper-case-first names are types in most languages; HTML is written in one case.
  return TAGS.has(name.toLowerCase()) && (name === name.toLowerCase() || name === name.toUpperCase());
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'", '#39': "'" };

/** Text of a piece of HTML: comments and known tags dropped, the common entities resolved, white space as it is. */
export function htmlText(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(/<\/?[a-zA-Z][^<>]*>/g, (tag) => (isHtmlTag(tag) ? '' : tag))
    .replace(/&(amp|lt|gt|quot|nbsp|apos|#39);/g, (_, name: string) => ENTITIES[name] ?? '');
}
