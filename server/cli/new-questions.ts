// Interactive prompts of `dossier new`.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Host } from '../hosts/model/host';
import { type Io, UsageError } from './io';

export interface Known {
  readonly hosts: readonly Host[] | undefined;
  readonly name: string | undefined;
  readonly description: string | undefined;
}

export interface Asked {
  readonly hosts: readonly Host[];
  readonly name: string;
  readonly description: string | undefined;
}

const tries = 3;

/**
 * Returns the options with missing values filled in. Prompts are shown one at a time and only for missing values.
 * @throws UsageError if a value is missing and the session is not interactive.
 */
export function askFor(
  catalog: HostCatalog,
  { hosts, name, description }: Known,
  { ask }: Io,
  nameFlaw: (name: string) => string | undefined,
): Asked {
  if (hosts && name !== undefined) return { hosts, name, description };
  if (!ask) {
    const missing = [hosts ? [] : ['--host'], name === undefined ? ['--name'] : []].flat();
    throw new UsageError(`new requires ${missing.join(' and ')}`);
  }
  const chosen = hosts ?? askHosts(catalog, ask);
  const called = name ?? answer(ask, 'Name (for example, code-reviewer): ', nameFlaw);
  const purpose = description ?? ask('When should it be used? (one sentence, optional) ');
  return { hosts: chosen, name: called, description: purpose?.trim() || undefined };
}

type Ask = NonNullable<Io['ask']>;

function askHosts({ mainHosts }: HostCatalog, ask: Ask): readonly Host[] {
  const rows = mainHosts.map(({ name, ownFile }, index) => `  ${index + 1}  ${name}  ${ownFile}`);
  const words = (text: string): readonly string[] => text.split(/[\s,]+/).filter(Boolean);
  const find = (word: string): Host | undefined =>
    mainHosts.find(({ id }, index) => word === id || word === String(index + 1));
  const strangeIn = (text: string): string | undefined => {
    const strange = words(text).find((word) => !find(word));
    if (strange !== undefined) return `unknown host "${strange}"`;
    return words(text).length === 0 ? 'enter at least one host' : undefined;
  };
  const text = answer(
    ask,
    `Which hosts is the agent for?\n${rows.join('\n')}\nNumbers or IDs: `,
    strangeIn,
  );
  return [...new Set(words(text).flatMap((word) => find(word) ?? []))];
}

/**
 * Repeats the prompt with an error message until the answer is valid.
 * @throws UsageError after too many invalid answers, or if there is no answer.
 */
function answer(ask: Ask, question: string, flawOf: (text: string) => string | undefined): string {
  let prompt = question;
  for (let round = 0; round < tries; round++) {
    const text = ask(prompt)?.trim();
    if (text === undefined) break;
    const flaw = flawOf(text);
    if (flaw === undefined) return text;
    prompt = `${flaw}\n${question}`;
  }
  throw new UsageError('no file was created');
}
