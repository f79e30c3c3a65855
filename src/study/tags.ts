const TAGS = /(?:\s{1,4}(?:#\p{L}[\p{L}\d/_-]*|\^[\w-]+))+$/u;

/** Longer lines are no titles, and looked through for tags in vain. */
const MAX_LENGTH = 1000;

/** A text without the tags and the block name behind it: `Locks #card #java/threads`, `… by Ongaro. ^raft`. */
export function withoutTags(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.length > MAX_LENGTH ? trimmed : trimmed.replace(TAGS, '');
}
