// Builds the quick pick rows of "Why Is My Agent Missing?" from the answers of the server.
import type { AgentItem, WhyAnswer } from '../../server/protocol/protocol';
import { plural, t } from '../l10n';

export interface WhyRow {
  readonly kind: 'heading' | 'row' | 'valid' | 'move' | 'preview';
  readonly label: string;
  readonly icon: string;
  readonly range: WhyAnswer['range'];
}

const icons: Readonly<Record<WhyAnswer['kind'], string>> = {
  lost: 'error',
  unavailable: 'circle-slash',
  loaded: 'pass',
};

/**
 * A heading for each host, followed by the problem and the characters that cause it.
 * @param isUnread no program reads the file where it is, so moving it is offered first
 */
export function whyRows(answers: readonly WhyAnswer[], isUnread = false): readonly WhyRow[] {
  const rows: WhyRow[] = isUnread ? actionRows() : [];
  let lastHost = '';
  for (const { hostName, kind, message, range, cause } of answers) {
    const heading = hostName === lastHost ? '' : hostName;
    if (heading !== '') rows.push({ kind: 'heading', label: heading, icon: '', range: null });
    lastHost = hostName;
    const icon = hostName === '' ? 'info' : icons[kind];
    for (const line of wrapText(message, icon, heading)) rows.push({ kind: 'row', range, ...line });
    if (cause !== null)
      rows.push({ kind: 'row', label: t('Cause: {0}', visible(cause)), icon: 'target', range });
  }
  if (answers.some(({ kind, range }) => kind === 'lost' && range !== null)) {
    rows.push({ kind: 'heading', label: t('suggested fix'), icon: '', range: null });
    rows.push({ kind: 'valid', label: t('Make Valid for Programs...'), icon: 'wand', range: null });
  }
  return rows;
}

const actionRows = (): WhyRow[] => [
  { kind: 'move', label: t('Move to...'), icon: 'folder', range: null },
  { kind: 'preview', label: t('Preview as...'), icon: 'person', range: null },
];

/** Spaces are described, because they would be invisible. */
const visible = (text: string): string =>
  text.trim() === '' ? plural(text.length, '{0} space', '{0} spaces') : text;

/** One row per file, missing agents first. */
export const agentRows = (
  agents: readonly AgentItem[],
): readonly { readonly label: string; readonly description: string; readonly uri: string }[] => {
  const byUri = new Map<string, AgentItem>();
  for (const agent of agents) {
    // A program that also reads the folder of another one does not decide whether the agent is missing.
    if (agent.role !== 'owner') continue;
    const known = byUri.get(agent.uri);
    if (!known || isMissing(agent)) byUri.set(agent.uri, agent);
  }
  return [...byUri.values()]
    .filter(({ isConfigured }) => !isConfigured)
    .sort((a, b) => Number(isMissing(b)) - Number(isMissing(a)))
    .map((agent) => ({
      label: agent.name,
      description: isMissing(agent)
        ? `${agent.path} · ${agent.hostName}: ${missingReason(agent)}`
        : agent.path,
      uri: agent.uri,
    }));
};

const isMissing = ({ id, shadowedBy }: AgentItem): boolean => id === null || shadowedBy !== null;

const missingReason = ({ problem, shadowedBy }: AgentItem): string =>
  problem === '' ? t('shadowed by {0}', shadowedBy ?? '') : problem;

// Wraps long text across several quick pick rows, because each row shows only one line.

/** Maximum number of characters in a row. */
const maxLength = 72;

interface WrappedLine {
  readonly label: string;
  readonly icon: string;
}

/** Font size of a separator label relative to that of the row. */
const headingScale = 0.7;

/**
 * Wraps a string into rows. Only the first row has the icon.
 * @param heading separator label that is shown at the end of the first row
 */
function wrapText(text: string, icon: string, heading = ''): readonly WrappedLine[] {
  const first = maxLength - Math.ceil(heading.length * headingScale);
  const found: string[] = [];
  // A space before a quotation mark may be inside quotes.
  for (const word of text.split(/ (?!")/)) {
    const last = found.at(-1);
    const available = found.length > 1 ? maxLength : first;
    if (last !== undefined && last.length + word.length < available)
      found[found.length - 1] = `${last} ${word}`;
    else found.push(word);
  }
  return found.map((label, index) => ({ label, icon: index === 0 ? icon : 'blank' }));
}
