import type { Progress } from '../progress/progress';
import { type StudyDay, studyDay, type UtcOffset } from '../schedule/day';
import type { Library } from '../study/library';
import { CardIndex } from './cardIndex';
import { type Plan, plan, type Studied } from './plan';
import type { Scope } from './scope';

export interface QuizSettings {
  readonly newPerDay: number;
  /** Minutes after which a day's quiz ends; 0 for as long as there are cards. */
  readonly minutesPerDay: number;
  /** Desired chance of recall, 0.7 to 0.99. */
  readonly retention: number;
  /** Hour of the local clock, 0 to 23, at which a day of study starts. */
  readonly dayStart: number;
}

/** What planning asks of the world around it. */
export interface PlanWorld {
  library(): Promise<Library>;
  progress(): Promise<Progress>;
  settings(): QuizSettings;
  /** Milliseconds since 1970. */
  now(): number;
  readonly offset: UtcOffset;
  /** Identities of the cards whose terms the person looked up lately, the latest first: asked first among new ones. */
  favoured(): readonly string[];
}

/** What a scope holds for now; with `ahead`, also before its time where nothing else is left. */
export async function planNow(world: PlanWorld, scope: Scope, ahead?: boolean): Promise<Plan> {
  const [library, progress] = await Promise.all([world.library(), world.progress()]);
  const { newPerDay } = world.settings();
  const day = today(world);
  const newToday = progress.newSince(day.start);
  const limits = { now: world.now(), day, newPerDay, newToday, favoured: world.favoured() };
  return plan(studiedIn(library, progress), scope, limits, ahead);
}

export function studiedIn(library: Library, { schedules, marks }: Progress): Studied {
  return { index: CardIndex.of(library), schedules, marks };
}

/** The day of study that it is. */
export function today(world: Pick<PlanWorld, 'now' | 'offset' | 'settings'>): StudyDay {
  return studyDay(world.now(), world.settings().dayStart, world.offset);
}
