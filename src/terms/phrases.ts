/** What may stand next to a word and make it a phrase with a meaning of its own. */
interface Phrase {
  readonly before?: RegExp;
  readonly after?: RegExp;
}

/** By the word, as a singular. `(?![a-z])` ends a word or a hump of an identifier. */
const phrases: Readonly<Record<string, Phrase>> = {
  batch: {
    after: /^[ _-]?(interval|mode|jobs?|processing|executor|statement|size|id|insert|update|write|file)(?![a-z])/i,
  },
  key: {
    before:
      /(primary|foreign|api|public|private|secret|access|encryption|registry|shortcut|ssh|ssl|host|sort|row|shift|map|config|unique)[ ._-]?$/i,
    after: /^[ _-]?(stroke|board|pair|press|word|usage|manager|factory|spec|alias|password|algorithm|vault)(?![a-z])/i,
  },
  source: {
    before:
      /((^|[^a-z])open|generated|config(uration)?|property|error|(build|building|compile|compiled|install)( \w+)? from)[ _-]?$/i,
    after:
      /^[ ._-]?(code|files?|root|release|tree|tarball|archive|artifact|paths?|dirs?|director(y|ies)|repo(sitory)?|distribution|jar|control|encoding|level|compatib\w*|sets?|generation|package|records?)(?![a-z])/i,
  },
  split: { after: /^(ter|ting)/i },
  sync: { after: /^\.[A-Z]|^"/ },
  task: { before: /sub-$/i },
};

/** The phrases that a word, in either number, may be a part of. */
export function phraseOf(word: string): Phrase | undefined {
  const folded = word.toLowerCase();
  for (const each of [folded, folded.replace(/s$/, ''), folded.replace(/es$/, '')]) {
    if (Object.hasOwn(phrases, each)) return phrases[each];
  }
  return undefined;
}
