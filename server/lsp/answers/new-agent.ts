// Creation of agents for our own client: the available choices, and the files for a choice.

import { findingText } from '../../features/finding-text';
import {
  type CapabilityChoice,
  choosableCapabilities,
} from '../../features/new-agent/capability-tools';
import { exceeds, fileFor, type NewAgentOptions } from '../../features/new-agent/file';
import { grantedTools, type NewFile, newFiles } from '../../features/new-agent/files';
import { nameFlaw, takenBy } from '../../features/new-agent/name';
import {
  descriptionForPurpose,
  promptFor,
  promptForPurpose,
} from '../../features/new-agent/prompt';
import { roles } from '../../features/new-agent/roles';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentDialects } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { privileges } from '../../hosts/model/privileges';
import { capabilityLabel } from '../../hosts/model/tool-purposes';
import type { NewAgentChoices, NewAgentFiles, NewAgentParams } from '../../protocol/protocol';
import { hexOf } from '../../rules/values/color';
import { listed } from '../../rules/words';
import { type Text, t } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import { pathOf } from '../documents/uri';
import type { Session } from '../session';
import { hostInUse } from '../settings/host-in-use';
import { pathForPeople } from './own';

/**
 * Maximum number of models that are offered for a host. Other models can be entered in the file with
 * completion.
 */
const mostModels = 30;

export const newAgentChoices = (catalog: HostCatalog): Untranslated<NewAgentChoices> => ({
  hosts: catalog.mainHosts.map(choiceOf),
  roles: roles.map(({ id, title, description, capabilities }) => ({
    ...{ id, title: title, description, capabilities },
  })),
  capabilities: choosableCapabilities.map((id) => ({
    id,
    label: capabilityLabel(id),
    isPrivilege: privileges.some((privilege) => privilege === id),
  })),
  colors: colors.flatMap((word) => {
    const hex = hexOf(catalog, word);
    return hex === undefined ? [] : [{ name: word, hex }];
  }),
});

/** For each color, a host uses its most similar one. */
const colors = ['red', 'orange', 'yellow', 'green', 'cyan', 'blue', 'purple', 'pink'];

function choiceOf(host: Host): NewAgentChoices['hosts'][number] {
  const [dialect] = agentDialects(host.dialects);
  const models = dialect?.models.models ?? [];
  return {
    host: host.id,
    hostName: host.name,
    folder: folderOf(host.ownFile),
    userFolder: folderOf(fileFor(host, 'user') ?? '') || null,
    // The wizard itself offers the session's model.
    models: models
      .filter(({ id, retired }) => !retired && dialect?.models.resolve(id).outcome !== 'inherits')
      .slice(0, mostModels)
      .map(({ id, means }) => ({ id, description: means })),
    hasColors: (dialect?.colors.length ?? 0) > 0,
  };
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));

type Services = Pick<
  Session,
  'catalog' | 'client' | 'documents' | 'index' | 'open' | 'settings' | 'team' | 'world'
>;

export function newAgentFiles(
  params: NewAgentParams,
  services: Services,
): Untranslated<NewAgentFiles> {
  const answer = answerFor(params, services);
  const suggestion =
    answer.error !== null || answer.warning !== null ? freeName(params, services) : null;
  return { ...answer, suggestion };
}

/** More than anyone has of one name. */
const mostSuggestions = 20;

/** `reviewer-2` for `reviewer`, if it is available. */
function freeName(params: NewAgentParams, services: Services): string | null {
  for (let count = 2; count <= mostSuggestions; count++) {
    const name = `${params.name}-${count}`;
    const { error, warning } = answerFor({ ...params, name }, services);
    if (error === null && warning === null) return name;
  }
  return null;
}

/** The folders of agents in a project, relative to it. */
const foldersBelow = (root: string, index: Services['index']): ReadonlySet<string> =>
  new Set(
    [...index.paths()].flatMap((path) =>
      path.startsWith(`${root}/`) ? [folderOf(path.slice(root.length + 1))] : [],
    ),
  );

type PlainAnswer = Untranslated<Omit<NewAgentFiles, 'suggestion'>>;

function answerFor(params: NewAgentParams, services: Services): PlainAnswer {
  const { catalog, index, world, client, open } = services;
  const { scope, name } = params;
  const root = scope === 'user' ? world.home : pathOf(params.folder);
  const flaw = nameFlaw(name);
  if (flaw !== undefined) return nothing(flaw);
  if (root === undefined) return nothing(t('Your home folder could not be determined.'));
  const asked = catalog.mainHosts
    .filter(({ id }) => params.hosts.includes(id))
    .map((host) => hostInUse(host, `${root}/${fileFor(host, scope) ?? ''}`, services));
  const options = { ...wantedFrom(params), folders: foldersBelow(root, index) };
  const { files, without, clashing } = newFiles(catalog, asked, options, scope);
  const [homeless] = without;
  if (homeless)
    return nothing(t('{host} has no user-level agents folder.', { host: homeless.name }));
  if (clashing.length > 0)
    return nothing(
      t(
        '{hosts} read the same file, and none has these permissions in all of them. Create it for each of them, or choose other permissions.',
        { hosts: listed(clashing.map((host) => host.name)) },
      ),
    );
  const pathFor = ({ path }: NewFile): string => `${root}/${path}`;
  const shown = (path: string): string => pathForPeople(path, client.folders, world.home);
  const there = files.map(pathFor).find((path) => world.has(path));
  const strange = files.find(({ id }) => id !== name);
  const wrong = files
    .flatMap((file) => file.findings)
    .find(({ severity }) => severity === 'error' || severity === 'warning');
  return {
    error:
      there !== undefined
        ? t('{file} already exists.', { file: shown(there) })
        : wrong
          ? findingText(wrong, client.translate)
          : strange
            ? t('{host} would not name the agent "{name}".', {
                host: strange.hosts[0]?.name ?? '',
                name,
              })
            : null,
    warning: firstOf(files, (file) =>
      firstOf(file.hosts, ({ id }) => {
        const host = catalog.hostById(id);
        return host && takenBy(host, name, pathFor(file), index);
      }),
    ),
    description: options.description ?? null,
    files: files.map((file) => ({
      uri: open.uriOf(pathFor(file)),
      path: shown(pathFor(file)),
      text: file.text,
      hostNames: file.hosts.map((host) => catalog.versionedName(host)),
      grants: file.hosts.map((host) => ({
        hostName: catalog.versionedName(host),
        ...grantedTools(catalog, host, file),
      })),
    })),
    unlimited: asked
      .filter((host) => options.capabilities && exceeds(host, options.capabilities))
      .map((host) => catalog.versionedName(host)),
  };
}

const nothing = (flaw: Text): PlainAnswer => ({
  ...{ error: flaw, warning: null, description: null, files: [], unlimited: [] },
});

function firstOf<T>(all: readonly T[], ask: (one: T) => Text | null | undefined): Text | null {
  for (const one of all) {
    const result = ask(one);
    if (result) return result;
  }
  return null;
}

function wantedFrom({ purpose = '', ...params }: NewAgentParams): NewAgentOptions {
  const role = roles.find(({ id }) => id === params.role);
  const capabilities =
    params.capabilities?.filter((one): one is CapabilityChoice =>
      choosableCapabilities.some((id) => id === one),
    ) ?? role?.capabilities;
  const isDescribed = role === undefined && purpose.trim() !== '';
  const parts = isDescribed ? promptForPurpose(purpose) : role?.prompt;
  return {
    name: params.name,
    description:
      params.description ?? (isDescribed ? descriptionForPurpose(purpose) : role?.description),
    capabilities,
    model: params.model,
    color: params.color,
    prompt: params.prompt ?? (parts && promptFor(parts, capabilities ?? [])),
  };
}
