import type { PackedNote } from '../../study/packedNote';

/** A note to be read: its topics alone (`scan`), or all of it. */
export interface ReadRequest {
  readonly id: number;
  readonly what: 'scan' | 'read';
  /** The file's bytes, UTF-8. */
  readonly bytes: Uint8Array;
  /** Hash of the bytes that were read before: the same bytes are not read again. */
  readonly known?: string;
}

export interface ReadReply {
  readonly id: number;
  readonly hash: string;
  /** Undefined for the same bytes as before. */
  readonly note: PackedNote | undefined;
}
