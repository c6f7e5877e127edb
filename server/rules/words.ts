// Sentences that several rules speak.
import type { Otherwise } from '../hosts/host';
import type { Power } from '../hosts/powers';
import type { Verdict } from '../hosts/verdict';
import { type Message, render } from '../text/message';
import type { Severity } from './rule';

export const hostName = ({ place }: Verdict): string => place.host.name;

/** What a host does, as a sentence: `Claude Code ignores it.` */
export const effectOf = ({ place }: Verdict, effect: Message): string =>
  render(effect, { host: place.host.name });

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

/** What is wrong and what the host does: `"tools" must be a map, not a list. OpenCode does not start.` */
export function sentence(verdict: Verdict, otherwise: Otherwise, what: string): string {
  return `${capitalised(what)}. ${effectOf(verdict, otherwise.effect)}`;
}

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Error where the file is lost or a limit is; warning where something changes. */
export function severityOf(otherwise: Otherwise): Severity {
  const { file, fate, losesLimit } = otherwise;
  if (losesLimit || file === 'ignored' || file === 'refused' || file === 'stops-host')
    return 'error';
  return fate === 'kept' || fate === 'ignored' || fate === 'passed-on' ? 'information' : 'warning';
}
