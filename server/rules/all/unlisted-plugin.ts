import { type UnlistedPlugin, unlistedPlugins } from '../../hosts/judge/plugins/unlisted-plugins';
import { pathAround } from '../../hosts/model/located-file';
import { effectIn, hasAgent } from '../../hosts/model/outcome';
import { documentKindOf } from '../../hosts/model/place';
import { composed, type Message, t } from '../../text/message';
import { exactly } from '../example';
import type { Found, HostInput, Rule, RuleDocs, RuleExamples } from '../rule';

export const docs: RuleDocs = {
  what: 'Checks for plugins that settings enable and that their marketplace does not list.',
  why: 'Settings name a plugin and its marketplace, and both names are compared exactly. After a mistake in one of them, or once the marketplace has another name for the plugin, the session starts without its skills, agents, servers and hooks. Only marketplaces in the project are checked: their files show which plugins there are.',
  sources: [{ facts: ['plugins that settings switch on'] }],
};

export const examples = (): RuleExamples => {
  const enabling = (plugin: string, { at = './', key = 'shop', more = '' } = {}) => ({
    ...exactly(
      '.claude/settings.json',
      `{\n  "extraKnownMarketplaces": {\n    "${key}": { "source": { "source": "directory", "path": "${at}" } }\n  },\n  "enabledPlugins": { ${plugin} }\n}\n`,
    ),
    companions: [
      exactly(
        '.claude-plugin/marketplace.json',
        `{\n  "name": "shop",\n  "owner": { "name": "Team" },${more}\n  "plugins": [\n    { "name": "review-tools", "source": "./plugins/review-tools" }\n  ]\n}\n`,
      ),
      exactly('plugins/review-tools/.claude-plugin/plugin.json', '{ "name": "review-tools" }\n'),
    ],
  });
  return {
    failing: [
      enabling('"review-tool@shop": true'),
      enabling('"Review-Tools@shop": true, "deploy@shop": true'),
      enabling('"review-tools": true'),
      enabling('"review-tools@store": true', { key: 'store' }),
    ],
    passing: [
      enabling('"review-tools@shop": true'),
      enabling('"review-tools@shop": true', { key: 'store' }),
      // It is off.
      enabling('"review-tool@shop": false'),
      // Marketplaces of which only users know what is in them.
      enabling('"review-tool@other": true, "review-tool": true'),
      enabling('"review-tool@shop": true', { at: '../shop' }),
      // A former name.
      enabling('"review@shop": true', { more: '\n  "renames": { "review": "review-tools" },' }),
    ],
  };
};

export const rule: Rule = {
  name: 'unlisted-plugin',
  kind: 'host',
  subjects: ['settings'],
  check: ({ writer, verdict: { place, agent, outcome } }: HostInput): Found[] => {
    const kind = documentKindOf(place);
    if (kind.subject !== 'settings' || !kind.switches || !agent || !hasAgent(outcome)) return [];
    const { switches } = kind;
    return unlistedPlugins(switches, agent.fields, place).map((one): Found => {
      const { entry, meant, market } = one;
      const effect = effectIn(place.host, switches.unlisted);
      return {
        ...{ span: entry.keySpan, severity: 'error' },
        message: composed`${problemOf(one)} ${effect} ${
          meant === undefined
            ? t('Add it there, or correct the name.')
            : t('Use "{instead}".', { instead: meant })
        }`,
        related: [
          {
            ...{ path: pathAround(place, market.file), span: null },
            message: t('The marketplace is here'),
          },
        ],
        fixes:
          meant === undefined || agent.fields.some(({ value }) => hasKey(value, meant))
            ? []
            : [
                {
                  ...{ title: t('Rename to "{name}"', { name: meant }), safety: 'review' },
                  edits: () => writer.renameKey(entry, meant),
                },
              ],
      };
    });
  },
};

/** It would be there twice. */
const hasKey = (value: UnlistedPlugin['entry']['value'], key: string): boolean =>
  value.kind === 'map' && value.entries.some((entry) => entry.key === key);

function problemOf({ entry, plugin, marketplace, market }: UnlistedPlugin): Message {
  const { file, name } = market;
  if (marketplace === null)
    return t('"{name}" is not followed by "@" and the name of a marketplace.', { name: entry.key });
  return marketplace === name
    ? t('"{file}" lists no plugin "{name}".', { file, name: plugin })
    : t('The marketplace in "{file}" is named "{name}".', { file, name });
}
