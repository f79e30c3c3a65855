/** Work that can be left between two of its steps, so that nobody has to wait for all of it. */
export type Steps<Result> = Generator<undefined, Result>;

/** Does all of it now. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
