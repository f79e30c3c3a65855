import type { PageData, PageQuestion, Strings } from '../../src/quiz/protocol';

/** The page's words, numbers and times in the person's language. */
export class Words {
  readonly strings: Strings;
  readonly locale: string;
  /** To make one takes as long as to draw what it writes. */
  readonly #numbers: Intl.NumberFormat;

  constructor({ locale, strings }: PageData) {
    this.locale = locale;
    this.strings = strings;
    this.#numbers = new Intl.NumberFormat(locale);
  }

  /** A text with its `{0}`, `{1}` … filled in. */
  fill(name: keyof Strings, ...values: readonly (string | number)[]): string {
    return this.strings[name].replace(/\{(\d)\}/g, (whole, index) => String(values[Number(index)] ?? whole));
  }

  task(task: PageQuestion['task']): string {
    return this.strings[`task${task[0]!.toUpperCase()}${task.slice(1)}` as keyof Strings];
  }

  number(value: number): string {
    return this.#numbers.format(value);
  }

  /** A span of milliseconds in its fitting unit: `10 min`, `4 days`, `2.3 mths`. */
  span(ms: number): string {
    const minutes = ms / 60_000;
    const [value, unit] =
      minutes < 60
        ? [Math.max(1, Math.round(minutes)), 'minute']
        : minutes < 24 * 60
          ? [Math.round(minutes / 60), 'hour']
          : minutes < 30.5 * 24 * 60
            ? [Math.round(minutes / 1440), 'day']
            : minutes < 365 * 24 * 60
              ? [minutes / 1440 / 30.44, 'month']
              : [minutes / 1440 / 365.25, 'year'];
    return new Intl.NumberFormat(this.locale, {
      style: 'unit',
      unit: unit as string,
      unitDisplay: 'short',
      maximumFractionDigits: 1,
    }).format(value as number);
  }

  /** `1:05`, as a stopwatch shows it. */
  clock(ms: number): string {
    const seconds = Math.floor(ms / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
  }

  /** A time as one speaks of it: the hour if it is within a day, else the day. */
  when(time: number, now: number): string {
    const near = time - now < 20 * 3_600_000;
    const format: Intl.DateTimeFormatOptions = near
      ? { hour: 'numeric', minute: '2-digit' }
      : { weekday: 'long', month: 'long', day: 'numeric' };
    return new Intl.DateTimeFormat(this.locale, format).format(time);
  }
}
