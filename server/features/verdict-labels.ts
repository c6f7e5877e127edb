// A verdict as a short label or a sentence: for the lens above a frontmatter, for tables, for the status.

import { causeOf } from '../hosts/judge/file-outcome';
import type { FieldVerdict } from '../hosts/model/field-verdict';
import { type Host, isDocumentedOnly } from '../hosts/model/host';
import { extensionOf } from '../hosts/model/located-file';
import type { FieldOutcome, FileOutcome } from '../hosts/model/outcome';
import type { Skill } from '../hosts/model/skill';
import type { Verdict } from '../hosts/model/verdict';
import type { HostCard } from '../protocol/protocol';
import { unmergedFindings } from '../rules/merge-findings';
import type { Finding } from '../rules/rule';
import { inMarkdown } from '../text/in-markdown';
import { composed, joined, type Message, type Text, t } from '../text/message';
import { textOf } from '../yaml/value';
import { toolsLabel } from './persona/tool-count';
import { isUnwritten } from './view/is-unwritten';

/** A label: `loads as reviewer · 5 of 8 tools · sonnet`, `does not start (color)`. */
export function verdictLabel(verdict: Verdict): Message {
  const { outcome, persona, runs } = verdict;
  if (persona) {
    const parts: Text[] = [
      t('loads as {name}', { name: persona.id }),
      toolsLabel(verdict),
      modelInShort(verdict),
    ];
    if (runs === false) parts.unshift(t('agent cannot start'));
    return dotted(parts);
  }
  if (verdict.skill) return t('loads as {name}', { name: verdict.skill.id });
  return lostAgentLabel(outcome, causeOf(verdict));
}

/** The essentials with the name of the host: `Claude Code: 5 of 8 tools`. */
export const namedVerdictLabel = (verdict: Verdict): Message =>
  t('{host}: {outcome}', {
    host: verdict.place.host.name,
    outcome: dotted([nameUnlessVisible(verdict), essentialsOf(verdict)]),
  });

const dotted = (parts: readonly Text[]): Message =>
  joined(
    parts.filter((part) => part !== ''),
    ' · ',
  );

/** The same for a place that is too narrow for the name of the agent. */
export const briefVerdictLabel = (verdict: Verdict): Message =>
  t('{host}: {outcome}', { host: verdict.place.host.name, outcome: essentialsOf(verdict) });

/** The program loads nothing of a document that its author has not begun, so nothing is wrong yet. @param text the document. */
export const isNotBegun = (text: string, summary: FileSummary): boolean =>
  isUnwritten(text) && toneOf(summary) === 'bad';

/** The label of such a document. @param host the name of the program. */
export const unwrittenLabel = (host: string): Message => t('{host}: not written yet', { host });

/** `loads as reviewer` where the name is neither written in the file nor, but for upper and lower case, that of the file. */
function nameUnlessVisible({ fields, persona, runs, place }: Verdict): Text {
  // The name of an entry is at the label.
  if (!persona || runs === false || place.isGuess || place.entry) return '';
  const written = fields.find(({ field }) => field?.role === 'name')?.value;
  if (written && textOf(written)?.trim() === persona.id) return '';
  const { base, below } = place;
  const ofFile = [base, below.slice(0, below.length - extensionOf(below).length)];
  const isOfFile = ofFile.some((name) => name.toLowerCase() === persona.id.toLowerCase());
  return isOfFile ? '' : t('loads as {name}', { name: persona.id });
}

function essentialsOf(verdict: Verdict): Text {
  const { outcome, persona, runs, place } = verdict;
  if (place.isGuess) return t('file not read');
  if (verdict.skill) return skillEssentials(verdict.skill);
  if (!persona) return lostAgentLabel(outcome, causeOf(verdict));
  return runs === false ? t('agent cannot start') : toolsLabel(verdict);
}

/** Who can call it: `/deploy · users only`. */
function skillEssentials(skill: Skill): Message {
  const callers = callersOf(skill);
  return callers === null
    ? t('loads as {name}', { name: skill.id })
    : composed`/${skill.id} · ${callers}`;
}

/** Null where it is not known whether users can call it. */
export function callersOf({ userInvocable, modelInvocable }: Skill): Message | null {
  const isForModel = modelInvocable !== 'no';
  if (userInvocable === null) return null;
  if (userInvocable) return isForModel ? t('users and model') : t('users only');
  return isForModel ? t('model only') : t('cannot be called');
}

/** A label for a file without an agent: `does not start (color)`. @param cause null where none is known. */
export function lostAgentLabel(outcome: FileOutcome, cause: Message | null): Message {
  switch (outcome) {
    case 'ignored':
      return cause === null ? t('ignored') : t('ignored ({cause})', { cause });
    case 'refused':
      return cause === null ? t('file rejected') : t('file rejected ({cause})', { cause });
    case 'stops-host':
      return cause === null ? t('does not start') : t('does not start ({cause})', { cause });
    case 'not-read':
      return cause === null ? t('file not read') : t('file not read ({cause})', { cause });
    // Settings, which define nothing with a label of its own.
    case 'loads':
      return t('used as written');
    case 'loads-changed':
      return t('used with changes');
    default:
      return cause === null ? t('unknown') : t('unknown ({cause})', { cause });
  }
}

function modelInShort({ persona }: Verdict): string {
  const written = persona?.model.written;
  return written === null || written === undefined
    ? ''
    : typeof written === 'string'
      ? written
      : written.join(', ');
}

const fieldLabels: Readonly<Record<FieldOutcome, Message>> = {
  kept: t('used as written'),
  coerced: t('used with changes'),
  dropped: t('ignored'),
  ignored: t('ignored'),
  'passed-on': t('sent to the model provider'),
  refused: t('rejected'),
  unknown: t('unknown'),
};

/** What a host does with a field, as a label. */
export const fieldLabel = (outcome: FieldOutcome): Message => fieldLabels[outcome];

/** What a host does with one field, as Markdown: the sentence that the host declares for its value, else a label. */
export const fieldResult = ({ outcome, otherwise }: FieldVerdict, host: string): Message =>
  otherwise ? inMarkdown(otherwise.effect, { host }) : fieldLabel(outcome);

/** What a host does with a file, as far as a headline needs it. */
export interface FileSummary extends Pick<Verdict, 'outcome' | 'reason' | 'runs'> {
  readonly host: Host;
  readonly isAgent: boolean;
  /** The agent is a part of a configuration file. */
  readonly isEntry: boolean;
  /** Whether the file loads, but the author would be surprised: a limit in it does not apply, for example. Or may not apply. */
  readonly isSurprising: boolean;
}

/** The program loads the file, and the author would be surprised by what the agent may do. */
export const isSurprise = ({ severity, losesLimit }: Finding): boolean =>
  severity === 'error' || losesLimit === true;

export const fileSummaryOf = (
  { outcome, reason, runs, persona, place }: Verdict,
  findings: readonly Finding[],
): FileSummary => ({
  ...{ outcome, reason, runs },
  host: place.host,
  isAgent: persona !== null,
  isEntry: place.entry !== undefined,
  isSurprising:
    persona?.tools.readOnly === 'stated' ||
    unmergedFindings(findings).some((one) => isSurprise(one) && one.host === place.host.id),
});

export function toneOf({ outcome, runs, isAgent, isSurprising }: FileSummary): HostCard['tone'] {
  if (runs === false && isAgent) return 'bad';
  return outcome === 'loads' && isSurprising ? 'changed' : tones[outcome];
}

const tones: Readonly<Record<FileOutcome, HostCard['tone']>> = {
  loads: 'good',
  'loads-changed': 'changed',
  ignored: 'bad',
  refused: 'bad',
  'stops-host': 'bad',
  'not-read': 'unknown',
  unknown: 'unknown',
};

/** What the host does with the file, as a sentence. */
export function headlineOf({
  outcome,
  reason,
  runs,
  isAgent,
  isEntry,
  isSurprising,
  host,
}: FileSummary): Message {
  const { name } = host;
  if (isAgent && runs === false) return t('Loads, but cannot start.');
  switch (outcome) {
    case 'loads':
      if (isSurprising) return t('Loads, but not as written.');
      return isDocumentedOnly(host)
        ? t('Loads, according to the documentation of {host}.', { host: name })
        : t('Loads as written.');
    case 'loads-changed':
      return reason === 'frontmatter-lost'
        ? t('Loads without its frontmatter.')
        : t('Loads, but not as written.');
    case 'ignored':
      if (reason === 'disabled')
        return isEntry ? t('Disabled by its own fields.') : t('Disabled by its own frontmatter.');
      return isEntry
        ? t('{host} does not load this agent.', { host: name })
        : t('{host} does not load this file.', { host: name });
    case 'refused':
      return isEntry
        ? t('{host} rejects this agent.', { host: name })
        : t('{host} rejects this file.', { host: name });
    case 'stops-host':
      return t('{host} does not start with this file.', { host: name });
    case 'not-read':
      return t('{host} does not read this file.', { host: name });
    case 'unknown':
      return t('Result unknown.');
  }
}
