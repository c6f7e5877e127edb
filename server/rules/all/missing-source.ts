import { pathAround } from '../../hosts/model/located-file';
import { effectIn } from '../../hosts/model/outcome';
import { documentKindOf } from '../../hosts/model/place';
import { composed, t } from '../../text/message';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for plugins of a marketplace whose folder does not exist.',
  why: 'The program lists the plugin, and the installation fails. The folder is relative to the root of the marketplace, not to the folder of this file.',
  sources: [{ facts: ['folders of plugins'] }],
};

export const examples = (): RuleExamples => {
  const marketplace = (source: string, more = '', at = '.github/plugin/marketplace.json') => ({
    ...exactly(
      at,
      `{\n  "name": "our-plugins",\n  "owner": { "name": "Team" },${more}\n  "plugins": [\n    { "name": "review", "source": "${source}" }\n  ]\n}\n`,
    ),
    companions: [exactly('plugins/review/.claude-plugin/plugin.json', '{ "name": "review" }\n')],
  });
  const ofClaude = (source: string) =>
    marketplace(
      source,
      '\n  "metadata": { "pluginRoot": "./plugins" },',
      '.claude-plugin/marketplace.json',
    );
  return {
    failing: [
      ofClaude('./review'),
      marketplace('./plugin/review'),
      marketplace('./plugins/review', '\n  "metadata": { "pluginRoot": "./plugins" },'),
    ],
    passing: [
      ofClaude('review'),
      ofClaude('./plugins/review'),
      marketplace('./plugins/review'),
      marketplace('./plugins/review/'),
      marketplace('review', '\n  "metadata": { "pluginRoot": "./plugins" },'),
    ],
  };
};

export const rule: Rule = {
  name: 'missing-source',
  kind: 'host',
  subjects: ['manifest'],
  check: ({ outline, verdict: { place, agent, outcome } }: HostInput): Found[] => {
    const kind = documentKindOf(place);
    if (kind.subject !== 'manifest' || !kind.marketplace || outcome === 'refused') return [];
    const effect = effectIn(place.host, kind.marketplace.withoutFolder);
    return kind
      .paths(agent?.fields ?? outline.fields)
      .flatMap(({ path, span, mayBeElsewhere }): Found[] =>
        path === '' || mayBeElsewhere
          ? []
          : [
              {
                ...{ span, severity: 'error', unlessFiles: [pathAround(place, path)] },
                message: composed`${t('"{folder}" does not exist.', { folder: path })} ${effect} ${t('Create it, or correct the path.')}`,
              },
            ],
      );
  },
};
