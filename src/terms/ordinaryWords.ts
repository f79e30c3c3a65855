export const commonLatin: ReadonlySet<string> = new Set(
  'state window task key offset log message record batch header session watch server client id mode node time'.split(
    ' ',
  ),
);
export const commonHan: ReadonlySet<string> = new Set('状态 窗口 任务 请求 超时'.split(' '));
