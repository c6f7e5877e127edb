// Conversions of agents for our own client. Nothing is written here: the client creates files, so that this can be undone.

import { outlineOfFile } from '../../agent/outline';
import { type Choice, labelOf, type Part } from '../../convert/account';
import {
  type Converted,
  canConvert,
  canConvertAt,
  convert,
  targetsOf,
} from '../../convert/convert';
import { copyDifferences } from '../../convert/copy-differences';
import { locationsFor } from '../../convert/skills/skill-target';
import { bestSource } from '../../convert/source-place';
import { targetPath } from '../../convert/target-path';
import type { View } from '../../features/view/view';
import { placeIn } from '../../hosts/catalog/places';
import { parentOf } from '../../hosts/model/glob';
import type { Host } from '../../hosts/model/host';
import { isSkillFolder, namedSubjectAt, type Place, subjectAt } from '../../hosts/model/place';
import type {
  AgentCopy,
  ConvertAnswer,
  ConvertFolderAnswer,
  ConvertFolderParams,
  ConvertParams,
  ConvertTargets,
  CopiesParams,
} from '../../protocol/protocol';
import { hostToWrite } from '../../settings/chosen';
import type { Settings } from '../../settings/settings';
import { linesOf } from '../../text/lines';
import type { Message } from '../../text/message';
import type { Untranslated } from '../../text/translated';
import { pathOf } from '../documents/uri';
import type { Session } from '../session';
import { pathForPeople } from './own';

type Services = Pick<
  Session,
  'catalog' | 'client' | 'documents' | 'index' | 'open' | 'settings' | 'team' | 'textAt' | 'world'
>;

export function convertTargets({ catalog }: Services, view: View): ConvertTargets | null {
  const place = sourceOf(view);
  const kind = place && namedSubjectAt(place);
  if (!kind) return null;
  const { host } = place;
  const named = (one: Host) => ({ host: one.id, hostName: one.name });
  const targets =
    kind === 'agent'
      ? targetsOf(catalog, host)
      : catalog.mainHosts.filter((one) => canConvertAt(place, one));
  const asSkills =
    kind === 'command' ? catalog.mainHosts.filter((one) => canBeSkillOf(place, one)) : [];
  return {
    ...{ kind, host: host.id, hostName: host.name },
    targets: [
      ...targets.map(named),
      ...asSkills.map((one) => ({ ...named(one), as: 'skill' as const })),
    ],
  };
}

/** Whether a command can be a skill of the host, which also has commands of its own: else it becomes a skill anyway. */
const canBeSkillOf = (place: Place, target: Host): boolean =>
  canConvertAt(place, target, 'skill') &&
  locationsFor(target, 'skill').length > 0 &&
  locationsFor(target, 'command').length > 0;

export function convertDocument(
  services: Services,
  view: View,
  { from, to, choices, as }: ConvertParams,
): Untranslated<ConvertAnswer> | null {
  const place = sourceOf(view, from);
  const target = services.catalog.hostById(to);
  if (!place || !target || !canConvertAt(place, target, as)) return null;
  const { text } = view.outline;
  const made = converted(services, view, { place, target, choices, ...(as && { as }) });
  return answerOf(services, text, made, place);
}

/** The agents below a folder that the target does not own already. */
export function convertFolder(
  services: Services,
  { uri, to }: ConvertFolderParams,
): Untranslated<ConvertFolderAnswer> | null {
  const { catalog, index, open, settings, team } = services;
  const target = catalog.hostById(to);
  const folder = pathOf(uri);
  if (!target || folder === undefined) return null;
  const paths = [...index.paths()].filter((path) => path.startsWith(`${folder}/`)).sort();
  return {
    hostName: target.name,
    files: paths.flatMap((path) => {
      const places = index.at(path).map(({ place }) => place);
      const owners = places.filter(({ role, isGuess }) => role === 'owner' && !isGuess);
      const text = services.textAt(path);
      if (text === null || owners.some(({ host }) => host === target)) return [];
      const outline = outlineOfFile(path, text);
      const place = bestSource(
        outline,
        owners.filter(({ host }) => canConvert(host, target)),
      );
      if (!place) return [];
      const used = team.of(path, settings.of(path));
      const made = convert({
        ...{ catalog, outline, place },
        target: targetInUse(services, target, place, used),
        options: { models: used.convertModels },
      });
      return [{ ...answerOf(services, text, made, place), source: open.uriOf(path) }];
    }),
  };
}

/**
 * The same agent in the folders of other hosts: at the path that a conversion gives, or with the same name. What a user decided at a
 * conversion is decided in the comparison too. A document that was made by one is compared as the copy that it is.
 */
export function copiesOf(
  services: Services,
  view: View,
  { uri, decided = [] }: CopiesParams,
): readonly Untranslated<AgentCopy>[] {
  const { catalog } = services;
  const place = sourceOf(view);
  if (!place || subjectAt(place) !== 'agent') return [];
  const id = view.verdicts().find((one) => one.place.host === place.host)?.persona?.id;
  const choicesFor = (source: string, copy: string): Choices | undefined =>
    decided.findLast((one) => pathOf(one.source) === source && pathOf(one.copy) === copy)?.choices;
  return targetsOf(catalog, place.host).flatMap((target): readonly Untranslated<AgentCopy>[] => {
    const named = id === undefined ? undefined : copyNamed(services, target, id, place);
    const path = named?.path ?? converted(services, view, { place, target }).path;
    const copy = path === place.path ? null : services.textAt(path);
    // Only generations that the project uses are in the index; for others a path alone does not identify a copy.
    if (copy === null || (!named && target.profileOf !== undefined)) return [];
    const there = { text: copy, place: named ?? placeIn(target, path) };
    const here = { text: view.outline.text, place };
    const choices = choicesFor(place.path, path);
    const origin = choices === undefined ? choicesFor(path, place.path) : undefined;
    if (origin === undefined || !there.place)
      return [copyOf(services, view, { uri, ...here }, there, target, choices ?? {})];
    const source = { uri: services.open.uriOf(path), text: copy, place: there.place };
    return [copyOf(services, view, source, here, place.host, origin)];
  });
}

type Choices = ConvertParams['choices'];

interface CopySource {
  readonly uri: string;
  readonly text: string;
  readonly place: Place;
}

/** A copy in a host, compared with what its source becomes there. */
function copyOf(
  services: Services,
  { settings, context }: View,
  { uri, text, place }: CopySource,
  copy: { readonly text: string; readonly place: Place | null },
  target: Host,
  choices: Choices,
): Untranslated<AgentCopy> {
  const { catalog, client, open, world } = services;
  const made = convert({
    ...{ catalog, place, context, outline: outlineOfFile(place.path, text) },
    target: targetInUse(services, target, place, settings),
    options: { choices, models: settings.convertModels },
  });
  const path = copy.place?.path ?? made.path;
  return {
    ...{ host: target.id, hostName: target.name },
    ...{ source: uri, from: place.host.id, fromName: place.host.name },
    ...{ uri: open.uriOf(path), path: pathForPeople(path, client.folders, world.home) },
    decisions: decisionsIn(made, choices),
    differences: copyDifferences({
      ...{ converted: made, copy: copy.text },
      ...(copy.place && { copyPlace: copy.place }),
    }),
    ...{ text: made.text, isRefused: made.isRefused },
  };
}

/** The choices that still are some. */
const decisionsIn = (
  { account }: Converted,
  choices: Choices,
): Untranslated<AgentCopy>['decisions'] =>
  account.flatMap(({ part, choice }) => {
    if (!choice || choices[choice.id] !== choice.chosen) return [];
    const option = choice.options.find(({ value }) => value === choice.chosen);
    return option ? [{ part: labelOf(part), label: option.label }] : [];
  });

const copyNamed = (
  { index }: Services,
  target: Host,
  name: string,
  { path }: Place,
): Place | undefined =>
  index.called(target, name).find((one) => one.place.role === 'owner' && one.path !== path)?.place;

/** The path to which a conversion would write the agent. */
export const convertedPath = (services: Services, view: View, place: Place, target: Host): string =>
  converted(services, view, { place, target }).path;

interface Wanted {
  readonly place: Place;
  readonly target: Host;
  readonly choices?: ConvertParams['choices'];
  readonly as?: 'skill';
}

const converted = (
  services: Services,
  { outline, settings, context }: View,
  { place, target, choices = {}, as }: Wanted,
): Converted =>
  convert({
    ...{ catalog: services.catalog, outline, place, context },
    target: subjectAt(place) === 'agent' ? targetInUse(services, target, place, settings) : target,
    options: { choices, models: settings.convertModels, ...(as && { subject: as }) },
    files: filesNextTo(services, place),
  });

/** The files of the folder of a skill besides its own, relative to the folder. */
function filesNextTo({ world }: Services, place: Place): readonly string[] {
  if (!isSkillFolder(place)) return [];
  const folder = parentOf(place.path);
  return [...world.walk(folder.slice(0, -1), (path) => !path.endsWith('/SKILL.md'))].map((path) =>
    path.slice(folder.length),
  );
}

/** The target in the version in which the project uses it. */
const targetInUse = (
  { catalog, documents }: Services,
  target: Host,
  place: Place,
  settings: Settings,
): Host => {
  const path = targetPath(place, target, place.base);
  return hostToWrite(catalog, target, documents.placesAt(path), settings);
};

/** The place of a host that can be converted: the owner of the file, else a guest. */
function sourceOf({ places, outline }: View, from?: string): Place | undefined {
  const found = places.filter(
    (place) =>
      namedSubjectAt(place) !== null &&
      (place.host.conversion !== undefined || subjectAt(place) !== 'agent') &&
      (from === undefined || place.host.id === from),
  );
  const owners = found.filter(({ role }) => role === 'owner');
  return bestSource(outline, owners.length > 0 ? owners : found.slice(0, 1));
}

function answerOf(
  { catalog, client, open, world }: Services,
  source: string,
  made: Converted,
  place: Place,
): Untranslated<ConvertAnswer> {
  const { path, text, isRefused, account, verdict } = made;
  const kind = namedSubjectAt(place) ?? 'agent';
  const isFolder = isSkillFolder(place) && verdict !== null && subjectAt(verdict.place) === 'skill';
  const folderOf = (file: string): string => open.uriOf(parentOf(file).slice(0, -1));
  const lines = linesOf(source);
  return {
    kind,
    folder: isFolder ? { from: folderOf(place.path), to: folderOf(path) } : null,
    ...{ fromName: made.source.name, hostName: catalog.versionedName(made.target) },
    ...{ uri: open.uriOf(path), path: pathForPeople(path, client.folders, world.home) },
    ...{ text, isRefused, exists: world.has(path) },
    rows: account.map(({ part, change, why, offset }) => ({
      ...{ part: labelOf(part), change, why },
      line: offset === null ? null : lines.positionAt(offset).line,
    })),
    choices: account.flatMap(({ part, why, choice }) =>
      choice ? [choiceFor(part, why, choice)] : [],
    ),
  };
}

const choiceFor = (
  part: Part,
  why: Message,
  { id, chosen, options }: Choice,
): Untranslated<ConvertAnswer>['choices'][number] => ({
  id,
  chosen,
  label: labelOf(part),
  why,
  options,
});
