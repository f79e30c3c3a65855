import assert from 'node:assert/strict';
import { studyDay, type UtcOffset } from '../../../src/schedule/day';

const hour = 3_600_000;

/** The offsets of a real time zone, through `Intl`. */
function zone(name: string): UtcOffset {
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: name,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const known = new Map<number, number>();
  const measure = (at: number) => {
    const parts = format.formatToParts(at).map(({ type, value }) => [type, Number(value)] as const);
    const { year = 0, month = 0, day, hour, minute, second } = Object.fromEntries(parts);
    return Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - at) / 60_000);
  };
  return (at) => {
    // Zones change their offset at whole quarters of an hour; measuring it is slow.
    const quarter = Math.floor(at / (hour / 4)) * (hour / 4);
    if (!known.has(quarter)) known.set(quarter, measure(quarter));
    return known.get(quarter)!;
  };
}

const iso = ({ start, end }: { start: number; end: number }) => [
  new Date(start).toISOString(),
  new Date(end).toISOString(),
];

describe('study day (F24)', () => {
  const shanghai = zone('Asia/Shanghai');
  const berlin = zone('Europe/Berlin');

  it('starts at four in the morning by the local clock, not at midnight UTC', () => {
    const day = ['2026-03-01T20:00:00.000Z', '2026-03-02T20:00:00.000Z'];
    assert.deepEqual(iso(studyDay(Date.parse('2026-03-02T00:30:00Z'), 4, shanghai)), day);
    assert.deepEqual(iso(studyDay(Date.parse('2026-03-02T19:59:59Z'), 4, shanghai)), day);
    assert.deepEqual(iso(studyDay(Date.parse('2026-03-01T20:00:00Z'), 4, shanghai)), day);
    assert.equal(iso(studyDay(Date.parse('2026-03-01T19:59:59Z'), 4, shanghai))[1], day[0]);
  });

  it('starts when the settings say; what is out of range is brought into it', () => {
    const now = Date.parse('2026-03-02T12:00:00Z');
    assert.equal(iso(studyDay(now, 0, () => 0))[0], '2026-03-02T00:00:00.000Z');
    assert.equal(iso(studyDay(now, 99, () => 0))[0], '2026-03-01T23:00:00.000Z');
    assert.equal(iso(studyDay(now, Number.NaN, () => 0))[0], '2026-03-02T04:00:00.000Z');
  });

  it('is an hour shorter or longer where the clock is changed', () => {
    const spring = studyDay(Date.parse('2026-03-28T12:00:00Z'), 4, berlin);
    const autumn = studyDay(Date.parse('2026-10-24T12:00:00Z'), 4, berlin);
    assert.equal(spring.end - spring.start, 23 * hour);
    assert.equal(autumn.end - autumn.start, 25 * hour);
  });

  it('holds now, and the days follow one another without gap, in every zone, for every start', () => {
    for (const name of ['Europe/Berlin', 'America/St_Johns', 'Australia/Lord_Howe', 'Pacific/Apia', 'UTC']) {
      const offset = zone(name);
      for (const startHour of [0, 2, 4]) {
        for (const from of ['2026-03-27T00:00:00Z', '2026-10-23T00:00:00Z', '2026-04-03T00:00:00Z']) {
          let last = studyDay(Date.parse(from), startHour, offset);
          for (let now = Date.parse(from); now < Date.parse(from) + 96 * hour; now += hour / 2) {
            const day = studyDay(now, startHour, offset);
            assert.ok(day.start <= now && now < day.end, `${name} ${startHour} ${new Date(now).toISOString()}`);
            if (day.start !== last.start) assert.equal(day.start, last.end);
            last = day;
          }
        }
      }
    }
  });
});
