// What "Why is my agent missing?" shows. Pure: the server's answer in, rows out.
import type { AgentItem, WhyAnswer } from '../../server/protocol';
import { inLines } from './rows';

export interface WhyRow {
  readonly kind: 'heading' | 'row' | 'valid';
  readonly label: string;
  readonly icon: string;
  readonly range: WhyAnswer['range'];
}

const icons: Readonly<Record<WhyAnswer['kind'], string>> = {
  lost: 'error',
  hidden: 'circle-slash',
  there: 'pass',
};

/** A heading for each program, what is wrong there, and the characters that are to blame. */
export function whyRows(answers: readonly WhyAnswer[]): readonly WhyRow[] {
  const rows: WhyRow[] = [];
  let last = '';
  for (const { hostName, kind, message, range, blame } of answers) {
    if (hostName !== last && hostName !== '')
      rows.push({ kind: 'heading', label: hostName, icon: '', range: null });
    last = hostName;
    const icon = hostName === '' ? 'info' : icons[kind];
    for (const line of inLines(message, icon)) rows.push({ kind: 'row', range, ...line });
    if (blame !== null)
      rows.push({ kind: 'row', label: `To blame: ${shown(blame)}`, icon: 'target', range });
  }
  if (answers.some(({ kind, range }) => kind === 'lost' && range !== null)) {
    rows.push({ kind: 'heading', label: 'what to do', icon: '', range: null });
    rows.push({ kind: 'valid', label: 'Make valid for hosts...', icon: 'wand', range: null });
  }
  return rows;
}

/** Blanks would not be seen. */
const shown = (text: string): string =>
  text.trim() === '' ? `${text.length} ${text.length === 1 ? 'blank' : 'blanks'}` : text;

/** Those that are missing first. */
export const agentRows = (
  agents: readonly AgentItem[],
): readonly { readonly label: string; readonly description: string; readonly uri: string }[] => {
  const byUri = new Map<string, AgentItem>();
  for (const agent of agents) {
    const known = byUri.get(agent.uri);
    if (!known || isMissing(agent)) byUri.set(agent.uri, agent);
  }
  return [...byUri.values()]
    .filter(({ isConfigured }) => !isConfigured)
    .sort((a, b) => Number(isMissing(b)) - Number(isMissing(a)))
    .map((agent) => ({
      label: agent.name,
      description: isMissing(agent)
        ? `${agent.path} · ${agent.hostName}: ${says(agent)}`
        : agent.path,
      uri: agent.uri,
    }));
};

const isMissing = ({ id, shadowedBy }: AgentItem): boolean => id === null || shadowedBy !== null;

const says = ({ lost, shadowedBy }: AgentItem): string =>
  lost === '' ? `shadowed by ${shadowedBy}` : lost;
