import type { Writer } from '../../agent/writer';
import {
  insidePath,
  isMap,
  isString,
  type JsonMap,
  jsonAt,
  pathsIn,
} from '../../hosts/judge/plugins/plugin-files';
import type { EntryRules, Host, MarketplaceEntry } from '../../hosts/model/host';
import { effectIn } from '../../hosts/model/outcome';
import { documentKindOf } from '../../hosts/model/place';
import type { PluginManifests } from '../../hosts/model/plugin';
import { composed, t } from '../../text/message';
import { type Entry, entryOf, textOf } from '../../yaml/value';
import { exactly } from '../example';
import type { Fix, Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for plugins of a marketplace whose entry and manifest disagree: in their names, their versions, or their parts.',
  why: 'A marketplace and a manifest state the same things twice, and each program decides in its own way which of the two counts. A plugin may be refused, load nothing, get another name, or never be updated, and the program reports it only to those who install it.',
  sources: [{ facts: ['entries of plugins'] }],
};

export const examples = (): RuleExamples => {
  const marketplace = (at: string, entry: string, manifest = '{ "name": "review" }') => ({
    ...exactly(
      at,
      `{\n  "name": "our-plugins",\n  "owner": { "name": "Team" },\n  "plugins": [\n    { ${entry} }\n  ]\n}\n`,
    ),
    companions: [exactly('plugins/review/.claude-plugin/plugin.json', `${manifest}\n`)],
  });
  const ofClaude = (entry: string, manifest?: string) =>
    marketplace(
      '.claude-plugin/marketplace.json',
      `"name": "review", "source": "./plugins/review", ${entry}`,
      manifest,
    );
  const ofCodex = (entry: string) => marketplace('.agents/plugins/marketplace.json', entry);
  const ofCopilot = (entry: string, manifest?: string) =>
    marketplace(
      '.github/plugin/marketplace.json',
      `"name": "review", "source": "./plugins/review", ${entry}`,
      manifest,
    );
  return {
    failing: [
      ofCodex('"name": "reviews", "source": "./plugins/review"'),
      ofClaude('"strict": false, "skills": ["./extra"]'),
      ofClaude('"version": "2.0.0"', '{ "name": "review", "version": "1.0.0" }'),
      ofClaude('"version": "1.0.0"', '{ "name": "review", "version": "2.0.0" }'),
      ofClaude('"category": "code"', '{ "name": "reviewer" }'),
      ofClaude('"mcpServers": { "index": { "command": "index-server" } }'),
      ofClaude('"hooks": "./more/hooks.json"'),
      ofCopilot('"skills": ["./extra"]'),
      ofCodex('"name": "review", "source": "./plugins/review", "hooks": "./more/hooks.json"'),
      {
        ...ofCodex('"name": "review", "source": "./plugins/review"'),
        companions: [exactly('plugins/review/skills/check/SKILL.md', '---\nname: check\n---\n')],
      },
    ],
    passing: [
      ofCodex('"name": "review", "source": "./plugins/review"'),
      ofClaude('"strict": false'),
      ofClaude('"skills": ["./extra"]'),
      ofClaude('"hooks": { "Stop": [{ "hooks": [{ "type": "command", "command": "true" }] }] }'),
      ofClaude('"hooks": "./hooks/hooks.json"'),
      // Language servers are no part of what "strict" decides.
      ofClaude(
        '"strict": false, "lspServers": { "go": { "command": "gopls", "extensionToLanguage": { ".go": "go" } } }',
      ),
      ofClaude('"version": "1.0.0"'),
      ofClaude('"version": "1.0.0"', '{ "name": "review", "version": "1.0.0" }'),
      // The folder in which it looks anyway.
      ofCopilot('"skills": ["./skills/check"]'),
      ofCopilot('"skills": ["./extra"]', '{ "name": "review", "skills": "extra" }'),
    ],
  };
};

export const rule: Rule = {
  name: 'conflicting-entry',
  kind: 'host',
  subjects: ['manifest'],
  check: ({ outline, writer, verdict: { place, agent, outcome } }: HostInput): Found[] => {
    const kind = documentKindOf(place);
    if (kind.subject !== 'manifest' || !kind.marketplace || outcome === 'refused') return [];
    const { host, pluginAt } = place;
    const { entries, entryRules } = kind.marketplace;
    const { plugins } = host;
    if (!pluginAt || plugins === undefined || plugins === 'unmeasured') return [];
    return entries(agent?.fields ?? outline.fields).flatMap((entry) => {
      const plugin = pluginAt(entry.folder);
      if (!plugin) return [];
      const file = plugins.manifestIn(plugin);
      const manifest = file === null ? null : keysIn(plugin, file);
      // What such a manifest costs is reported in it.
      if (manifest === undefined) return [];
      const checked = { host, writer, entry, rules: entryRules, plugin };
      return [
        ...(manifest === null ? withoutManifest(checked) : withManifest(checked, manifest)),
        ...otherVersion(checked, manifest),
        ...ignoredKeys(checked, manifest),
      ];
    });
  },
};

/** Undefined for a file that is no JSON object. */
function keysIn(plugin: PluginManifests, file: string): JsonMap | undefined {
  const value = jsonAt(plugin, file);
  return isMap(value) ? value : undefined;
}

interface Checked {
  readonly host: Host;
  readonly writer: Writer;
  readonly entry: MarketplaceEntry;
  readonly rules: EntryRules;
  readonly plugin: PluginManifests;
}

function withoutManifest({ host, entry: { keys, name }, rules: { bare } }: Checked): Found[] {
  if (!bare || !keys.every(({ key }) => bare.keys.includes(key))) return [];
  const problem = t('The folder of "{entry}" has no manifest that {host} reads.', {
    entry: name.text,
    host: host.name,
  });
  return [
    {
      ...{ span: name.span, severity: 'error' },
      message: composed`${problem} ${effectIn(host, bare.effect)} ${t('Add a manifest.')}`,
    },
  ];
}

const withManifest = (checked: Checked, manifest: JsonMap): Found[] => [
  ...otherName(checked, manifest),
  ...notStrict(checked),
];

function otherName(
  { host, writer, entry, rules: { otherName: rule } }: Checked,
  manifest: JsonMap,
): Found[] {
  const own = entry.name;
  const stated = isString(manifest['name']) ? manifest['name'] : '';
  const folder = entry.folder.slice(entry.folder.lastIndexOf('/') + 1);
  const name = stated === '' && rule.isOfFolder ? folder : stated;
  // The folder of the whole marketplace has another name for each user.
  if (name === '' || name === own.text) return [];
  const names = { entry: own.text, name };
  const problem =
    stated === ''
      ? t('The manifest of "{entry}" has no name, and its folder is named "{name}".', names)
      : t('"{entry}" is named "{name}" in its manifest.', names);
  const effect = t(rule.effect, { ...names, host: host.name });
  return [
    {
      ...{ span: own.span, severity: rule.prefix === null ? 'error' : 'warning' },
      message: composed`${problem} ${effect} ${t('Use one name.')}`,
      fixes: [replacement(writer, own, name)],
    },
  ];
}

/** It may change what users install, or what starts with it. */
const replacement = (writer: Writer, value: Entry['value'], text: string): Fix => ({
  ...{ title: t('Replace with "{value}"', { value: text }), safety: 'review' },
  edits: () => writer.replaceValue(value, { text }),
});

function otherVersion(
  { host, writer, entry: { keys }, rules: { otherVersion: rule }, plugin }: Checked,
  manifest: JsonMap | null,
): Found[] {
  const { otherwiseIn: file, higherEffect } = rule;
  const { version } = manifest ?? (file === undefined ? {} : (keysIn(plugin, file) ?? {}));
  const own = entryOf(keys, 'version')?.value;
  const text = textOf(own);
  if (!own || text === undefined || !isString(version) || version === text) return [];
  const problem = t('The manifest of the plugin states version "{other}".', {
    other: version,
  });
  // The author has raised this one alone.
  const isNotUpdated = higherEffect !== undefined && isHigher(text, version);
  return [
    {
      ...{ span: own.span, severity: isNotUpdated ? 'warning' : 'information' },
      message: composed`${problem} ${effectIn(host, isNotUpdated ? higherEffect : rule.effect)} ${t('Use one version.')}`,
      fixes: [replacement(writer, own, version)],
    },
  ];
}

/** Whether a version follows another one. False for what is no number with points, such as `next`. */
function isHigher(version: string, other: string): boolean {
  const [own, others] = [version, other].map((one) =>
    /^\d+(?:\.\d+)*$/.test(one) ? one.split('.').map(Number) : undefined,
  );
  if (!own || !others) return false;
  const at = own.findIndex((part, index) => part !== (others[index] ?? 0));
  return at >= 0 && (own[at] ?? 0) > (others[at] ?? 0);
}

function notStrict({ host, writer, entry: { keys }, rules }: Checked): Found[] {
  const strict = entryOf(keys, 'strict')?.value;
  const part = keys.find(({ key }) => rules.notStrict?.keys.includes(key));
  if (!rules.notStrict || !part || strict?.kind !== 'boolean' || strict.boolean) return [];
  const problem = t('"strict" is false next to "{key}", and the plugin has a manifest.', {
    key: part.key,
  });
  return [
    {
      ...{ span: strict.span, severity: 'error' },
      message: composed`${problem} ${effectIn(host, rules.notStrict.effect)} ${t('Use {value}.', { value: 'true' })}`,
      fixes: [
        {
          ...{ title: t('Replace with {value}', { value: 'true' }), safety: 'review' },
          edits: () => writer.replaceValue(strict, { word: 'true' }),
        },
      ],
    },
  ];
}

function ignoredKeys(
  { host, entry: { keys }, rules: { ignored = [] }, plugin }: Checked,
  manifest: JsonMap | null,
): Found[] {
  return ignored.flatMap(({ places, isAlways, isOfFiles, effect }) => {
    if (manifest === null && !isAlways) return [];
    return keys.flatMap((entry): Found[] => {
      const usual = Object.hasOwn(places, entry.key) ? places[entry.key] : undefined;
      if (usual === undefined || (isOfFiles && entry.value.kind === 'map')) return [];
      if (isLoadedAnyway(entry, usual, manifest ?? {}, plugin)) return [];
      const problem = t('"{field}" has no effect here.', { field: entry.key });
      return [
        {
          ...{ span: entry.keySpan, severity: 'warning' },
          message: composed`${problem} ${effectIn(host, effect)} ${t('Move it to the manifest.')}`,
        },
      ];
    });
  });
}

/** Whether all that an entry names is in the manifest too, or where the host looks anyway. */
function isLoadedAnyway(
  { key, value }: Entry,
  usual: string,
  manifest: JsonMap,
  plugin: PluginManifests,
): boolean {
  const stated = manifest[key] ?? usual;
  if (value.kind === 'map') {
    const file = jsonAt(plugin, usual);
    const inFile = isMap(file) ? (file[key] ?? file) : {};
    return value.entries.every(({ key: name }) =>
      [stated, inFile].some((one) => isMap(one) && Object.hasOwn(one, name)),
    );
  }
  const items = value.kind === 'list' ? value.items : [value];
  const places = [...pathsIn(stated), usual].map(insidePath);
  return items.every((item) => {
    const text = textOf(item);
    const path = text === undefined ? null : insidePath(text);
    return (
      path === null ||
      places.some((place) => place === '' || path === place || path.startsWith(`${place}/`))
    );
  });
}
