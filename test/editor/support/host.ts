/** What a test can know about where it runs. */

/** Set by the bundler: the extension host that this run was started for. */
declare const EXTENSION_HOST: 'node' | 'web';

export const host = EXTENSION_HOST;

export const extensionId = 'interview-study.interview-study';
