// Sentences that several rules speak.
import type { Otherwise } from '../hosts/host';
import type { Power } from '../hosts/powers';
import type { Verdict } from '../hosts/verdict';
import type { Severity } from './rule';

export const hostName = ({ place }: Verdict): string => place.host.name;

/** Names as a person lists them: `a, b and c`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}

/** `change files and run commands`. */
export const deeds = (powers: readonly Power[], word: 'and' | 'or' = 'and'): string =>
  powers.map((power) => deedWords[power]).join(` ${word} `);

const deedWords: Readonly<Record<Power, string>> = {
  write: 'change files',
  run: 'run commands',
};

/**
 * What is wrong and what the host does. Where the whole file pays, the host comes first:
 * `OpenCode will not start: "tools" must be a map, and this is a list.`
 */
export function sentence(verdict: Verdict, otherwise: Otherwise, what: string): string {
  const host = hostName(verdict);
  if (otherwise.file !== undefined && otherwise.file !== 'loads-changed')
    return `${host} ${otherwise.says}: ${what}.`;
  return `${capitalised(what)}: ${host} ${otherwise.says}.`;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Error where the file is lost or a limit is; warning where something changes. */
export function severityOf(otherwise: Otherwise): Severity {
  const { file, fate, losesLimit } = otherwise;
  if (losesLimit || file === 'ignored' || file === 'refused' || file === 'stops-host')
    return 'error';
  return fate === 'kept' || fate === 'ignored' || fate === 'passed-on' ? 'information' : 'warning';
}
