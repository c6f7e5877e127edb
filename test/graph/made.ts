// Graphs in a short notation: `a>b` is a call, `a~b` a handoff, `a?b` a mention, `!` an escalation, `@` part of a cycle.
import type { Graph } from '../../server/protocol/protocol';

/** @param folders names of agents by folder */
export function graphWith(
  folders: Readonly<Record<string, readonly string[]>>,
  links: readonly string[] = [],
  others: Graph['others'] = [],
): Graph {
  return {
    isTruncated: false,
    count: Object.values(folders).flat().length,
    folders: Object.entries(folders).map(([name, agents]) => ({
      name,
      isForeign: name.startsWith('plugins/'),
      count: agents.length,
      agents: agents.map((agent) => ({
        key: agent,
        name: agent,
        ids: [],
        uri: `file:///w/${name}/${agent}.md`,
        path: `${name}/${agent}.md`,
        hosts: ['Claude Code'],
        capabilities: [{ label: 'Read', isPrivilege: false }],
      })),
    })),
    others,
    links: links.map((link) => {
      const [, from = '', how = '', to = '', marks = ''] =
        /^([\w-]+)([>~?+])([\w-]+)(.*)$/.exec(link) ?? [];
      return {
        ...{ from, to, isHandoff: how === '~', isMention: how === '?', isApprovalRequired: false },
        isStart: false,
        isLoad: how === '+',
        label: { '~': 'handoff', '?': 'mention in the prompt', '+': 'loaded skill' }[how] ?? 'call',
        isCycle: marks.includes('@'),
        isEscalation: marks.includes('!'),
      };
    }),
  };
}
