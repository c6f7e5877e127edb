// Which facts of the hosts the findings of a rule depend on: each is taken away, and the findings in the rule's examples are
// compared.
import { HostCatalog } from '../../../server/hosts/catalog/host-catalog';
import type { Dialect } from '../../../server/hosts/model/dialect';
import type { DocumentKind, Host } from '../../../server/hosts/model/host';
import type { Example } from '../../../server/rules/rule';
import { defaultSettings } from '../../../server/settings/settings';
import { hosts } from '../../support/catalog';
import { readersOf, rulesWithExamples, viewOfExample } from '../../support/examples';
import { words } from '../../support/words';
import type { DeclaredFact } from './declared-fact';
import {
  withoutEntries,
  withoutFolders,
  withoutManifests,
  withoutSwitches,
} from './surrounding-facts';

/** Everything that the failing examples of a rule contain: facts about names that are not in it need not be tried. */
export const textOf = (rule: string): string =>
  examplesFor(rule)
    .flatMap(({ path, text, companions = [] }) => [
      path,
      text,
      ...companions.flatMap((one) => [one.path, one.text]),
    ])
    .join('\n');

/** The findings of a rule in its failing examples, for the hosts with a change. */
export function findingsOf(rule: string, changed: ReadonlyMap<Host, Host> = new Map()): string {
  const catalog = new HostCatalog(hosts.map((host) => changed.get(host) ?? host));
  const settings = { ...defaultSettings, rules: { [rule]: 'hint' as const } };
  return JSON.stringify(
    examplesFor(rule).map((example) => {
      try {
        return viewOfExample(example, settings, catalog)
          .findings()
          .filter((one) => one.rule === rule)
          .map(({ message, span, fixes }) => [
            words(message),
            span,
            fixes.map(({ title }) => words(title)),
          ]);
      } catch {
        return 'cannot be judged';
      }
    }),
  );
}

const examplesFor = (rule: string): readonly Example[] =>
  rulesWithExamples.find(({ name }) => name === rule)?.failing ?? [];

/** The hosts that read the failing examples of a rule. */
export const hostsOf = (rule: string): readonly Host[] => [
  ...new Set(
    examplesFor(rule).flatMap((example) =>
      [example, ...(example.companions ?? [])].flatMap(({ path, text }) =>
        readersOf({ ...example, path, text }).map(({ host }) => host),
      ),
    ),
  ),
];

/**
 * The host without a fact, in each way in which it can be taken away. Unlike recorded cases, examples have files next to agents.
 * Empty if the fact can only be taken away with its tables.
 */
export function hostsWithout(host: Host, { id, removal }: DeclaredFact): readonly Host[] {
  const code = /^flaw ([\w-]+)/.exec(id)?.[1];
  const unseen = code === undefined ? [] : [withoutFlaw(host, code)];
  if (removal?.by === 'change')
    return [removal.change, ...(removal.or ?? [])].map((change) => change(host)).concat(unseen);
  if (removal !== null) return [];
  const part = Object.keys(surroundings).find((one) => id.startsWith(one));
  const change = part === undefined ? undefined : surroundings[part];
  return change ? [change(host, id)] : [];
}

/** The host as if its reader did not see a flaw of the text. */
const withoutFlaw = (host: Host, code: string): Host => {
  const { agent, ...others } = host.kinds;
  const blind = <Kind extends DocumentKind>(kind: Kind): Kind => ({
    ...kind,
    reader: (input) => {
      const { agents, flaws } = kind.reader(input);
      return { agents, flaws: flaws.filter((flaw) => flaw.code !== code) };
    },
  });
  const kinds = Object.entries(others).map(([name, kind]) => [name, blind(kind)] as const);
  return { ...host, kinds: { ...Object.fromEntries(kinds), agent: blind(agent) } };
};

const without =
  <Key extends keyof Host>(key: Key) =>
  ({ [key]: _, ...others }: Host): Host =>
    others as unknown as Host;

const inDialects =
  (change: (dialect: Dialect) => Dialect) =>
  (host: Host): Host => ({
    ...host,
    dialects: Object.fromEntries(
      Object.entries(host.dialects).map(([name, dialect]) => [name, change(dialect)]),
    ),
  });

/** With these parts of the kinds of settings in place of their own. */
const inSettings =
  (parts: object) =>
  (host: Host): Host => {
    const { agent, ...others } = host.kinds;
    const changed = Object.entries({ ...others, agent }).map(
      ([name, kind]) => [name, { ...kind, ...parts }] as const,
    );
    return { ...host, kinds: Object.fromEntries(changed) as unknown as Host['kinds'] };
  };

/** By the beginning of the id of a fact. */
const surroundings: Readonly<Record<string, (host: Host, id: string) => Host>> = {
  'settings of agent folders': without('folderSettings'),
  'denied agents': without('denied'),
  'calls between agents': without('delegation'),
  'limit of all descriptions': without('descriptionLimit'),
  'list of skills': (host) => {
    const { agent, ...others } = host.kinds;
    const unlimited = Object.entries(others).map(
      ([name, kind]) => [name, { ...kind, listBudget: undefined }] as const,
    );
    return { ...host, kinds: { ...Object.fromEntries(unlimited), agent } };
  },
  'scripts of hooks': inSettings({ scripts: undefined }),
  'matchers of hooks': inSettings({ matchers: undefined }),
  'keys that occur twice': inSettings({ keyTwice: undefined }),
  'plugins that settings switch on': withoutSwitches,
  'folders of plugins': withoutFolders,
  'entries of plugins': withoutEntries,
  'manifests of plugins': withoutManifests,
  'former folder': without('formerly'),
  'also read by': without('alsoReadBy'),
  missing: (host, id) => ({
    ...host,
    missing: Object.fromEntries(
      Object.entries(host.missing ?? {}).filter(([kind]) => id !== `missing ${kind}`),
    ),
  }),
  'agents without a description': inDialects(({ undescribed: _, ...others }) => others),
  'order of permission rules': inDialects(({ permissionOrder: _, ...others }) => others),
  'evaluation of permission rules': inDialects(({ evaluator: _, ...others }) => others),
  field: inDialects((dialect) => ({
    ...dialect,
    fields: Object.fromEntries(
      Object.entries(dialect.fields).map(([key, { range: _, ...field }]) => [key, field]),
    ),
  })),
};
