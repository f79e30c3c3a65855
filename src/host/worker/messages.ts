import type { StudyNote } from '../../study/model';

/** A note to be read. */
export interface ReadRequest {
  readonly id: number;
  readonly text: string;
}

export interface ReadReply {
  readonly id: number;
  readonly note: StudyNote;
}
