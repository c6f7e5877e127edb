// The common input of both graph formats: nodes by folder, each with a short key, and links with labels.
import type { GraphLink } from '../protocol/protocol';
import { joined, type Message, type MessagePart, t, verbatim } from '../text/message';
import type { Drawing, DrawnAgent, DrawnLink } from './graph-drawing';

export interface GraphParts {
  readonly folders: readonly {
    readonly name: string;
    readonly nodes: readonly {
      readonly key: string;
      /** Its name and other IDs, and its far-reaching capabilities. */
      readonly lines: readonly Message[];
      readonly agent: DrawnAgent;
    }[];
  }[];
  /** Names that no agent file has, the node for all agents, and files that name agents. */
  readonly others: readonly {
    readonly key: string;
    readonly name: Message;
    readonly isMissing: boolean;
    /** A prompt file, command, skill or settings file; null for a name. */
    readonly file: string | null;
  }[];
  readonly links: readonly (Omit<GraphLink, 'label'> & { readonly label: Message })[];
}

const privilegeWords: Readonly<Record<string, Message>> = {
  write: t('changes files'),
  run: t('runs commands'),
};

const wordsForPrivilege = (privilege: string): MessagePart =>
  privilegeWords[privilege] ?? privilege;

/** The result is deterministic, in file order. */
export function partsOf(drawing: Drawing): GraphParts {
  const { agents, missing, configured, callers, links } = drawing;
  // A skill may start an agent too.
  const skills = drawing.skills.filter(({ file }) => !callers.some((one) => one.file === file));
  const keys = new Map([
    ...agents.map(({ file }, index) => [file, `a${index}`] as const),
    ...callers.map(({ file }, index) => [file, `f${index}`] as const),
    ...skills.map(({ file }, index) => [file, `s${index}`] as const),
  ]);
  const strays = new Map([
    ...missing.map(({ host, name }, index) => [missingKey(host, name), `m${index}`] as const),
    ...configured.map(({ host, name }, index) => [missingKey(host, name), `c${index}`] as const),
  ]);
  const everyone = links.some(({ every }) => every)
    ? [{ key: 'every', name: t('all agents'), isMissing: false, file: null }]
    : [];
  const endOf = ({ to, every, hosts, name }: DrawnLink): string =>
    every
      ? 'every'
      : ((to === null ? strays.get(missingKey(hosts[0] ?? '', name)) : keys.get(to)) ?? '');
  const folders = new Map<string, DrawnAgent[]>();
  for (const agent of agents) {
    const folder = folderOf(agent.file);
    folders.set(folder, [...(folders.get(folder) ?? []), agent]);
  }
  return {
    folders: [...folders].map(([name, inside]) => ({
      name,
      nodes: inside.map((agent) => ({
        key: keys.get(agent.file) ?? '',
        lines: linesFor(agent),
        agent,
      })),
    })),
    others: [
      ...missing.map(({ name }, index) => ({
        key: `m${index}`,
        name: verbatim(name),
        isMissing: true,
        file: null,
      })),
      ...configured.map(({ name, file }, index) => ({
        key: `c${index}`,
        name: verbatim(`${name} (${file})`),
        isMissing: false,
        file: null,
      })),
      ...callers.map(({ file }, index) => ({
        ...{ key: `f${index}`, name: verbatim(shortName(file)), isMissing: false, file },
      })),
      ...skills.map(({ file, name }, index) => ({
        ...{ key: `s${index}`, name: verbatim(name), isMissing: false, file },
      })),
      ...everyone,
    ],
    links: links.map((link) => ({
      from: keys.get(link.from) ?? '',
      to: endOf(link),
      label: wordsFor(link),
      isHandoff: link.how === 'hands-over',
      isMention: link.how === 'mentions',
      isStart: link.how === 'starts',
      isLoad: link.how === 'loads',
      isApprovalRequired: link.asks,
      isCycle: link.cycle,
      isEscalation: link.escalates.length > 0,
    })),
  };
}

const missingKey = (host: string, name: string): string => `${host} ${name}`;

const folderOf = (file: string): string => file.slice(0, Math.max(0, file.lastIndexOf('/')));

const linesFor = ({ name, ids, privileges, callsAll }: DrawnAgent): readonly Message[] => [
  verbatim([...new Set([name, ...Object.values(ids)])].join(' / ')),
  ...(privileges.length > 0 ? [joined(privileges.map(wordsForPrivilege), ', ')] : []),
  ...(callsAll ? [t('may call all agents')] : []),
];

/** The name of the file, with its folder where all such files have the same name: `deploy/SKILL.md`. */
function shortName(file: string): string {
  const [name = '', folder = ''] = file.split('/').reverse();
  return /^[A-Z]+\.md$/.test(name) ? `${folder}/${name}` : name;
}

/** Nouns, which are also in the legend and in the counts of the graph, and can follow the name of the other agent. */
const wordFor = ({ how, asks }: DrawnLink): Message => {
  if (how === 'hands-over') return t('handoff');
  if (how === 'mentions') return t('mention in the prompt');
  if (how === 'starts') return t('start');
  if (how === 'loads') return t('loaded skill');
  return asks ? t('call after approval') : t('call');
};

const wordsFor = (link: DrawnLink): Message =>
  joined(
    [
      wordFor(link),
      ...(link.cycle ? [t('in a cycle')] : []),
      ...(link.escalates.length > 0
        ? [
            t('escalation: {privileges}', {
              privileges: joined(link.escalates.map(wordsForPrivilege), ', '),
            }),
          ]
        : []),
    ],
    ', ',
  );
