// Where questions come from: recorded cases, files of a folder, and seeded changes to either.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { resourcesOf } from '../../scripts/resources.mjs';
import type { Host } from '../../server/hosts/model/host';
import { hosts } from '../support/catalog';
import { caseFilesOf } from './cases';
import type { Tested } from './hosts';
import { verdictOn } from './hosts/verdict-on';
import {
  type Mutation,
  mutator,
  mutatorOfHooks,
  mutatorOfServers,
  mutatorOfSettings,
  mutatorOfSkills,
  mutatorOfTables,
} from './mutate';
import { guardedBy } from './mutate/guarded';
import { changedMarketplace } from './mutate/marketplaces';
import { changedPlugin } from './mutate/plugins';
import type { Options } from './options';
import { pluginAskers } from './oracles/plugins';
import { serverAskers } from './oracles/servers';
import { settingsAskers } from './oracles/settings';
import { commandAskers, skillAskers } from './oracles/skills';
import { extended as extendedPlugins, pluginsIn } from './plugin-folders';
import {
  type AskedApart,
  askedApart,
  isCommand,
  isMarketplace,
  isPlugin,
  isServers,
  isSettings,
  type Question,
} from './question';
import { dice } from './random';
import { linkedCases } from './versions';

/** What one run is to ask. */
export function questionsFor(
  { oracle, places: usual }: Tested,
  { corpus, place, mutate, guarded, seed, only, questions, linked, subject, extended }: Options,
): readonly Question[] {
  if (questions !== undefined)
    return JSON.parse(readFileSync(questions, 'utf8')) as readonly Question[];
  if (linked) return linkedCases(oracle.host);
  if (subject)
    return questionsApart(oracle.host, subject, { corpus, mutate, seed, only, extended });
  const places = place === undefined ? usual : [place];
  const cases = [...caseFilesOf(oracle.host).values()].flatMap((file) => file.cases);
  if (mutate === 0 && guarded === 0)
    return corpus === undefined
      ? cases.filter(({ id }) => id.includes(only))
      : corpusQuestions([corpus], places, endingFor(oracle.host));
  const host = hosts.find(({ id }) => id === oracle.host);
  if (!host) throw new Error(`no host ${oracle.host}`);
  const { corpus: files, seeds } = resourcesOf(process.cwd());
  const folders = corpus === undefined ? [files, seeds] : [corpus];
  const ending = endingFor(oracle.host);
  if (guarded > 0)
    return guardedQuestions(corpusQuestions(folders, places, ending), host, {
      ...{ count: guarded, seed },
    }).filter(({ id }) => id.includes(only));
  const bases = [...corpusQuestions(folders, places, ending), ...everyNth(cases, 3)];
  return mutatedQuestions(bases, {
    change: mutator(host),
    places,
    count: mutate,
    seed,
  }).filter(({ id }) => id.includes(only));
}

/** The files of a folder that are about it. */
const filesOf: Readonly<Record<AskedApart, (file: string) => boolean>> = {
  skill: (file) => file.endsWith('SKILL.md'),
  command: (file) => isCommand({ id: file, path: file, text: '' }),
  settings: (file) => isSettings({ id: file, path: file, text: '' }),
  servers: (file) => isServers({ id: file, path: file, text: '' }),
  plugin: (file) => isPlugin({ id: file, path: file, text: '' }),
};

const placeOf = (id: string, subject: AskedApart): string | undefined =>
  ({
    skill: skillAskers,
    command: commandAskers,
    settings: settingsAskers,
    servers: serverAskers,
    plugin: pluginAskers,
  })[subject][id]?.place;

/** About skills, commands, settings or servers: the recorded cases, each such file below a folder, or texts that were changed. */
function questionsApart(
  id: string,
  subject: AskedApart,
  {
    corpus,
    mutate,
    seed,
    only,
    extended,
  }: Pick<Options, 'corpus' | 'mutate' | 'seed' | 'only' | 'extended'>,
): readonly Question[] {
  const host = hosts.find((one) => one.id === id);
  const place = placeOf(id, subject);
  if (!host || place === undefined) throw new Error(`${id} is not asked about a ${subject}`);
  const isOne = (file: Question): boolean => askedApart(file) === subject;
  const files =
    corpus === undefined
      ? []
      : subject === 'plugin'
        ? pluginsIn(corpus)
        : corpusQuestions([corpus], [place], path.extname(place), filesOf[subject]);
  const cases = [...caseFilesOf(id).values()].flatMap((file) => file.cases).filter(isOne);
  if (subject === 'plugin' && mutate > 0)
    return mutatedPlugins(cases, host, { count: mutate, seed }).filter((one) =>
      one.id.includes(only),
    );
  const plain = corpus === undefined ? cases : files;
  const asked = extended ? extendedPlugins(plain) : plain;
  const chosen =
    mutate === 0
      ? asked
      : mutatedQuestions([...cases, ...files], {
          change:
            subject === 'settings'
              ? host.dialects['hooks']
                ? mutatorOfHooks(host)
                : mutatorOfSettings(host)
              : subject === 'servers' && !place.endsWith('.toml')
                ? mutatorOfServers(host)
                : place.endsWith('.toml')
                  ? mutatorOfTables(host)
                  : mutatorOfSkills(host),
          places: [place],
          count: mutate,
          seed,
        });
  return chosen.filter((one) => one.id.includes(only));
}

/** Plugins are changed with the files around them. */
function mutatedPlugins(
  cases: readonly Question[],
  host: Host,
  { count, seed }: Pick<Changes, 'count' | 'seed'>,
): readonly Question[] {
  const bases = cases.filter((one) => one.around !== undefined);
  const changes = { plugin: changedPlugin(host), marketplace: changedMarketplace(host) };
  return Array.from({ length: count }, (_, index): Question => {
    const chance = dice(seed * 1_000_003 + index);
    const { id, path: file, text, around = {} } = chance.of(bases);
    const title = `seed ${seed} #${index} of ${id}`;
    const question = { id: title, path: file, text, around };
    return changes[isMarketplace(question) ? 'marketplace' : 'plugin'](question, chance);
  });
}

const endingFor = (id: string): string =>
  hosts.find((host) => host.id === id)?.kinds.agent.syntax === 'toml' ? '.toml' : '.md';

const everyNth = <T>(list: readonly T[], nth: number): readonly T[] =>
  list.filter((_, index) => index % nth === 0);

/** Every file with this ending below the folders, each at places of its own. */
export function corpusQuestions(
  folders: readonly string[],
  places: readonly string[],
  ending = '.md',
  isWanted: (file: string) => boolean = () => true,
): readonly Question[] {
  return folders
    .flatMap((folder) => filesBelow(folder, ending).map((file) => ({ folder, file })))
    .filter(({ file }) => isWanted(file))
    .flatMap(({ folder, file }, index) => {
      const text = readFileSync(path.join(folder, file), 'utf8');
      return places.map((place) => ({
        id: file,
        path: place.replace('{name}', `f${index}`),
        text,
      }));
    });
}

const filesBelow = (folder: string, ending: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(ending))
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .filter((file) => !/(?:^|\/)(?:LICENSES\/)|^(?:NOTICE|README)\.md$/.test(file))
    .sort();

interface Changes {
  readonly change: Mutation;
  readonly places: readonly string[];
  readonly count: number;
  readonly seed: number;
}

/** `count` texts, each derived from one of `from`; the same for the same seed. */
function mutatedQuestions(
  from: readonly Question[],
  { change, places, count, seed }: Changes,
): readonly Question[] {
  return Array.from({ length: count }, (_, index): Question => {
    const chance = dice(seed * 1_000_003 + index);
    const base = chance.of(from);
    return {
      id: `seed ${seed} #${index} of ${base.id}`,
      path: (places[index % places.length] ?? '').replace('{name}', `m${index}`),
      text: change(base.text, chance).toWellFormed(),
      brief: index % 10 > 0,
      isShared: true,
    };
  });
}

/** Real agents that load, each in a project with settings that take tools away. */
function guardedQuestions(
  agents: readonly Question[],
  host: Host,
  { count, seed }: Pick<Changes, 'count' | 'seed'>,
): readonly Question[] {
  const around = guardedBy[host.id];
  if (!around) throw new Error(`no settings of ${host.id} are made`);
  const loading = agents.filter((one) => verdictOn(host, one)?.persona);
  return Array.from({ length: count }, (_, index): Question => {
    const chance = dice(seed * 1_000_003 + index);
    const { id, text, path: given } = chance.of(loading);
    // In projects of their own, two may have one name, but none that of a built-in agent, which would answer for a file that is lost.
    const name = `${/^name: ([\w-]+)$/m.exec(text)?.[1] ?? path.parse(given).name}-of-ours`;
    const file = path.join(path.dirname(given), name + path.extname(given));
    const named = text.replace(/^name: [\w-]+$/m, `name: ${name}`);
    return {
      ...{ id: `guarded ${seed} #${index} of ${id}`, path: file, text: named },
      around: around(chance),
    };
  });
}
