// Parses the flags of all commands. Unknown flags are rejected with a suggestion.

import { parseArgs } from 'node:util';
import { nearest } from '../text/nearest';
import { UsageError } from './io';

export interface Options {
  readonly paths: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;
}

type Flags = Readonly<
  Record<
    string,
    { readonly type: 'string' | 'boolean'; readonly short?: string; readonly multiple?: true }
  >
>;

/** @throws UsageError */
export function parse(argv: readonly string[], flags: Flags): Options {
  try {
    const { positionals, values } = parseArgs({
      args: flags['program'] ? argv.map(withoutAlias) : [...argv],
      options: { help: { type: 'boolean', short: 'h' }, ...flags },
      allowPositionals: true,
    });
    return { paths: positionals, values };
  } catch (error) {
    const unknown = /Unknown option '--?([^']+)'/.exec(
      error instanceof Error ? error.message : '',
    )?.[1];
    if (unknown === undefined) throw new UsageError(valueFault(error));
    const meant = nearest(unknown, Object.keys(flags));
    throw new UsageError(
      `unknown option --${unknown}. ${meant === undefined ? 'Run `dossier help COMMAND` to list all options.' : `Did you mean --${meant}?`}`,
    );
  }
}

/** A value where the option accepts none, or the other way round. */
function valueFault(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const option = /--[\w-]+/.exec(message)?.[0];
  if (option === undefined) return message;
  return /does not take/.test(message)
    ? `${option} accepts no value. Write ${option} alone.`
    : `${option} requires a value. Write ${option}=VALUE.`;
}

/** `--host` is what `--program` was called before. */
const withoutAlias = (arg: string): string => arg.replace(/^--host(?==|$)/, '--program');
