// Custom requests: the persona of a document, skeletons of new agents, and the content of the status item.

import type { TextDocument } from 'vscode-languageserver-textdocument';
import { findingText } from '../../features/finding-text';
import { skillPlaces } from '../../features/new-agent/skill-files';
import { hostHeads, personaCards } from '../../features/persona/persona-card';
import type { View } from '../../features/view/view';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { AgentSkeleton, HostCard, PersonaCard, StatusParams } from '../../protocol/protocol';
import { t } from '../../text/message';
import type { Span } from '../../text/span';
import type { Translate } from '../../text/translate';
import type { Untranslated } from '../../text/translated';
import { type Folder, folderOf } from '../documents/folders';
import type { Settled } from '../documents/settler';

export function personaCard(
  document: TextDocument,
  { view, toNow }: Pick<Settled, 'view' | 'toNow'>,
  folders: readonly Folder[],
  uriOf: (path: string) => string,
  translate: Translate,
): Untranslated<PersonaCard> | null {
  const now = (offset: number): number => toNow(offset) ?? offset;
  const made = personaCards(view, (offset) => document.positionAt(now(offset)).line, uriOf);
  if (made.length === 0) return null;
  const cards = made.map((card) => ({
    ...withFindingTexts(card, translate),
    agent: card.agent && { ...card.agent, promptAt: movedSpan(card.agent.promptAt, now) },
  }));
  return {
    uri: document.uri,
    version: document.version,
    file: shortPath(view.path, folders),
    entry: entryIn(document, view, now),
    hosts: cards,
  };
}

/** The persona of a file that is assumed to be elsewhere. */
export function assumedPersonaCard(
  document: TextDocument,
  view: View,
  folders: readonly Folder[],
  translate: Translate,
): Untranslated<PersonaCard> | null {
  const [place] = view.places;
  if (!place) return null;
  return {
    uri: document.uri,
    version: document.version,
    file: t('{file} as {path}', { file: shortPath(view.path, folders), path: place.path }),
    entry: null,
    hosts: personaCards(view, (offset) => document.positionAt(offset).line).map((card) =>
      withFindingTexts(card, translate),
    ),
  };
}

const withFindingTexts = (
  { findings, ...card }: Untranslated<HostCard>,
  translate: Translate,
): Untranslated<HostCard> => ({
  ...card,
  findings: findings.map((one) => ({ ...one, message: findingText(one, translate) })),
});

function entryIn(
  document: TextDocument,
  { places, outline }: View,
  now: (offset: number) => number,
): PersonaCard['entry'] {
  if (!places[0]?.entry || !outline.opening) return null;
  return {
    at: document.positionAt(now(outline.opening.start)),
    lastLine: document.positionAt(now(outline.head.end)).line,
  };
}

const movedSpan = ({ start, end }: Span, now: (offset: number) => number): Span => ({
  start: now(start),
  end: now(end),
});

/** Returns the path relative to the workspace folder that contains the file. */
export function shortPath(path: string, folders: readonly Folder[]): string {
  const folder = folderOf(path, folders);
  return folder ? path.slice(folder.path.length + 1) : path;
}

/** Like `shortPath`, but also abbreviates the user's home folder to `~`. */
export const pathForPeople = (
  path: string,
  folders: readonly Folder[],
  home: string | undefined,
): string => {
  const short = shortPath(path, folders);
  return home !== undefined && short.startsWith(`${home}/`)
    ? `~${short.slice(home.length)}`
    : short;
};

export const statusOf = (document: TextDocument, view: View): Untranslated<StatusParams> => ({
  uri: document.uri,
  hosts: hostHeads(view),
});

/** One for each host that has such documents in a folder of its own. */
export const skeletons = ({ mainHosts }: HostCatalog): readonly AgentSkeleton[] => [
  ...mainHosts.map(({ id, name, ownFile, kinds }) => ({
    ...{ subject: 'agent' as const, host: id, hostName: name },
    ...{ path: ownFile, text: kinds.agent.skeleton },
  })),
  ...(['skill', 'command'] as const).flatMap((subject) =>
    mainHosts.flatMap((host) =>
      skillPlaces(host, subject)
        .slice(0, 1)
        .map(({ path, skeleton }) => ({
          ...{ subject, host: host.id, hostName: host.name, path },
          text: skeleton,
        })),
    ),
  ),
];
