/** One Chinese, Japanese or Korean letter. */
export const CJK =
  /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u3040-\u30ff\uac00-\ud7af]|[\ud840-\ud87f][\udc00-\udfff]/g;

const HAN = /[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]/;

export function hasHan(text: string): boolean {
  return HAN.test(text);
}

/** Characters looked at to tell a note's language: enough for any note, and the same time for a huge one. */
const SAMPLE = 20_000;

/** `zh` where a fifth of the letters are Chinese: notes mix in many English names, and one Chinese letter says as much as a word. */
export function languageOf(text: string): 'en' | 'zh' {
  let han = 0;
  let latin = 0;
  const end = Math.min(text.length, SAMPLE);
  for (let i = 0; i < end; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 0x3400 && code <= 0x9fff) han += 1;
    else if ((code | 32) >= 97 && (code | 32) <= 122) latin += 1;
  }
  return han * 4 >= latin && han > 0 ? 'zh' : 'en';
}
