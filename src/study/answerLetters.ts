/** `Answer: B`, `**答案：A、C**`, `Correct answer is (d)`: the letters, upper case; undefined for other text. */
export function answerLetters(text: string): string | undefined {
  const letters = (LETTERS.exec(text.trim()) ?? ANY_LABEL.exec(text.trim()))?.[1];
  // `Answer: Be …` begins a word.
  if (letters && /[A-Ha-h][a-h]/.test(letters) && !/[答选]/.test(text)) return undefined;
  return letters?.replace(/[^A-Ha-h]/g, '').toUpperCase();
}

/** `Answer: 2`, `Answer: Option 3`: the numbers, joined. */
export function answerNumbers(text: string): string | undefined {
  return NUMBERS.exec(text.trim())?.[1]?.replace(/\D/g, '');
}

const LABEL =
  '(?:[\\p{S}\\p{P}]+\\s*)?(?:the\\s+)?(?:correct\\s+|right\\s+)?(?:answers?|ans|key|solution|(?:参考|正确|标准)?答案|正确选项|答|解答)(?:\\s+is|\\s+are|是|为|选)?\\s*[:：]?[\\s*_]*(?:(?:option|choice|选项|选)\\s*)?';
const LETTERS = new RegExp(
  `^${LABEL}[(（【\\[]?\\s*([A-Ha-h](?:\\s*(?:[,，、&/+]|and|和|及)?\\s*[A-H](?![A-Za-z]))*|[a-h](?:\\s*[,，、&]\\s*[a-h])+)(?![A-Za-z'’])\\s*[)）】\\]]?(?=$|[\\s*_.。:：,，;；)）-])`,
  'iu',
);
/** A label in another language: one or two words, a colon and nothing but a letter. */
const ANY_LABEL = /^[\p{L}\p{M}]{1,15}(?: [\p{L}\p{M}]{2,15})?\s*[:：]\s*([A-H])[.。]?$/u;
const NUMBERS = new RegExp(`^${LABEL}([1-8](?:\\s*[,，、&]\\s*[1-8])*)\\s*[.。)）]?\\s*$`, 'iu');
