import { type ParseArgsConfig, parseArgs } from 'node:util';

/** The options and the other arguments of a command; how to use it, and the end, where they are none or help is asked for. */
export function readArguments<T extends NonNullable<ParseArgsConfig['options']>>(usage: string, options: T) {
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
    });
    if (!('help' in values)) return { values, positionals };
    console.log(usage);
    process.exit(0);
  } catch (error) {
    return fail(usage, error instanceof Error ? error.message : String(error));
  }
}

/** Ends the command for a mistake in how it was called. */
export function fail(usage: string, mistake?: string): never {
  console.error(mistake === undefined ? usage : `${mistake}\n${usage}`);
  process.exit(2);
}
