import { isMap, isString, type JsonMap, jsonAt } from '../../hosts/judge/plugins/plugin-files';
import type { Host } from '../../hosts/model/host';
import { pathAround } from '../../hosts/model/located-file';
import { documentKindOf } from '../../hosts/model/place';
import type { PluginManifests } from '../../hosts/model/plugin';
import { composed, t, verbatim } from '../../text/message';
import { entryOf, textOf } from '../../yaml/value';
import { exactly } from '../example';
import type { FileInput, Found, Rule, RuleDocs, RuleExamples } from '../rule';
import { listed } from '../words';

export const docs: RuleDocs = {
  what: 'Checks for manifests of one plugin that state different names or versions.',
  why: 'Each program reads one manifest of a plugin and ignores the others. Where they state different names, the plugin and all its parts are called differently from program to program, and instructions that mention them work in some of them only. Different versions are mostly a release that was not entered everywhere.',
  sources: [{ facts: ['manifests of plugins'] }],
};

export const examples = (): RuleExamples => {
  const two = (own: string, other: string, at = '.codex-plugin/plugin.json') => ({
    ...exactly('review/.claude-plugin/plugin.json', `${own}\n`),
    companions: [exactly(`review/${at}`, `${other}\n`)],
  });
  return {
    failing: [
      two('{ "name": "review" }', '{ "name": "reviewer" }'),
      two(
        '{ "name": "review", "version": "1.1.0" }',
        '{ "name": "review", "version": "1.0.0" }',
        '.github/plugin/plugin.json',
      ),
    ],
    passing: [
      two('{ "name": "review", "version": "1.0.0" }', '{ "name": "review", "version": "1.0.0" }'),
      two('{ "name": "review", "version": "1.0.0" }', '{ "name": "review" }'),
      // No program of those that were asked reads it where there is another one.
      two('{ "name": "review" }', '{ "name": "reviewer" }', '.cursor-plugin/plugin.json'),
    ],
  };
};

export const rule: Rule = {
  name: 'differing-manifests',
  kind: 'advice',
  subjects: ['manifest'],
  advise: (input: FileInput): Found[] => {
    const { chosenHosts } = input;
    const place = input.places.find(({ host }) => isChosen(host, chosenHosts));
    const plugin = place?.pluginAt?.('');
    if (!place || !plugin || input.verdicts().some(({ outcome }) => outcome === 'refused'))
      return [];
    const kind = documentKindOf(place);
    if (kind.subject !== 'manifest' || kind.marketplace) return [];
    return othersThan(place.location.glob, plugin, input).flatMap(({ file, keys, hosts }) => {
      const other = { file, path: pathAround(place, file), hosts };
      return [
        ...differing(input, { ...other, key: 'name', value: keys['name'] }),
        ...differing(input, { ...other, key: 'version', value: keys['version'] }),
      ];
    });
  },
};

const isChosen = ({ id }: Host, chosen: FileInput['chosenHosts']): boolean =>
  chosen.length === 0 || chosen.includes(id);

interface OtherManifest {
  readonly file: string;
  readonly keys: JsonMap;
  /** Those that read it. */
  readonly hosts: readonly Host[];
}

/** The other manifests that hosts read in the same folder. */
function othersThan(
  own: string,
  plugin: PluginManifests,
  { catalog, chosenHosts }: FileInput,
): OtherManifest[] {
  const others = new Map<string, OtherManifest>();
  for (const host of catalog.mainHosts) {
    const { plugins } = host;
    if (plugins === undefined || plugins === 'unmeasured' || !isChosen(host, chosenHosts)) continue;
    const file = plugins.manifestIn(plugin);
    if (file === null || file === own) continue;
    const value = jsonAt(plugin, file);
    const known = others.get(file);
    others.set(file, {
      file,
      keys: isMap(value) ? value : {},
      hosts: [...(known?.hosts ?? []), host],
    });
  }
  return [...others.values()];
}

interface Other {
  readonly file: string;
  readonly path: string;
  readonly hosts: readonly Host[];
  readonly key: 'name' | 'version';
  readonly value: unknown;
}

function differing(
  { outline, writer }: FileInput,
  { file, path, hosts, key, value }: Other,
): Found[] {
  const own = entryOf(outline.fields, key)?.value;
  const text = textOf(own);
  if (!own || !text || !isString(value) || value === '' || value === text) return [];
  const names = { file, value, programs: listed(hosts.map(({ name }) => verbatim(name))) };
  const isName = key === 'name';
  return [
    {
      span: own.span,
      severity: isName ? 'warning' : 'information',
      message: isName
        ? composed`${t('"{file}" names this plugin "{value}" in {programs}.', names)} ${t('Use one name.')}`
        : composed`${t('"{file}" states version "{value}" in {programs}.', names)} ${t('Use one version.')}`,
      sharedWith: [path],
      related: [{ path, span: null, message: t('The other manifest is here') }],
      fixes: [
        {
          ...{ title: t('Replace with "{value}"', { value }), safety: 'review' },
          edits: () => writer.replaceValue(own, { text: value }),
        },
      ],
    },
  ];
}
