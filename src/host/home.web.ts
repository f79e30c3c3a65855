/** A browser knows no home folder. */
export const homeFolder = (): string | undefined => undefined;
