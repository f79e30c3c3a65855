/**
 * How VS Code 1.139 syncs the state of one extension, as its `extensionsMerge.ts`, `extensionsSync.ts` and `extensionStorage.ts` do it. Versions are
 * numbers here.
 */

type State = Readonly<Record<string, unknown>>;

interface Synced {
  readonly version: number;
  readonly state: State | undefined;
}

/** What the sync service holds. */
export class SyncService {
  remote: Synced | undefined;
}

/** One machine's VS Code: all keys of the extension's `globalState`, and what the extension named for sync. */
export class SyncedMachine {
  version = 1;
  readonly #keys = new Map<number, readonly string[]>();
  readonly #state: Map<string, unknown>;
  #base: Synced | undefined;

  constructor(state: Map<string, unknown>) {
    this.#state = state;
  }

  /** The names are kept by the version of the extension that gave them. */
  setKeysForSync(keys: readonly string[]): void {
    this.#keys.set(this.version, keys);
  }

  sync(service: SyncService): void {
    const local: Synced = { version: this.version, state: this.#named() };
    const { remote } = service;
    if (!remote) {
      service.remote = local;
      this.#base = local;
      return;
    }
    let merged: Synced | undefined;
    if (!same(local.state, remote.state)) {
      const isRemoteNews =
        !this.#base || this.#base.version !== remote.version || !same(this.#base.state, remote.state);
      const isLocalNews = !this.#base || !same(this.#base.state, local.state);
      if (isRemoteNews || isLocalNews) {
        merged = {
          version: Math.max(local.version, remote.version),
          state: mergeStates(local, remote, this.#base?.state),
        };
      }
      if (merged && isRemoteNews) this.#apply(merged);
    }
    if (merged && (merged.version !== remote.version || !same(merged.state, remote.state))) service.remote = merged;
    this.#base = service.remote;
  }

  #named(): State | undefined {
    const keys = this.#keys.get(this.version);
    return keys && copy(Object.fromEntries([...this.#state].filter(([key]) => keys.includes(key))));
  }

  #apply({ version, state }: Synced): void {
    if (!state || version !== this.version) return;
    const keys = this.#keys.get(this.version) ?? Object.keys(state);
    for (const key of keys) {
      if (state[key] === undefined) this.#state.delete(key);
      else this.#state.set(key, state[key]);
    }
  }
}

function mergeStates(local: Synced, remote: Synced, base: State | undefined): State | undefined {
  if (local.state && local.version > remote.version) return local.state;
  if (remote.state && remote.version > local.version) return remote.state;
  if (!local.state) return remote.state;
  if (!remote.state) return local.state;
  const merged: Record<string, unknown> = { ...local.state };
  for (const [key, value] of Object.entries(remote.state)) if (!same(base?.[key], value)) merged[key] = value;
  for (const key of Object.keys(base ?? {})) {
    const isChangedHere = key in local.state && !same(base?.[key], local.state[key]);
    if (!(key in remote.state) && !isChangedHere) delete merged[key];
  }
  return merged;
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

/** A missing state counts as an empty one. */
function sorted(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Object.entries(value).sort() : (value ?? []);
}

function copy<T>(value: T): T {
  return JSON.parse(JSON.stringify(value));
}
