// Describes a rule in SARIF, including its help text, so that a service can show it without fetching another page.

import { viewOf } from '../features/view';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { placesOf } from '../hosts/catalog/places';
import { docsOf, examplesOf } from '../rules/docs-registry';
import {
  type Example,
  type Rule,
  type RuleDocs,
  type RuleExamples,
  type Severity,
  severities,
} from '../rules/rule';
import { defaultSettings } from '../settings/settings';

export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Returns a SARIF `reportingDescriptor`. */
export function descriptorOf(catalog: HostCatalog, { name, kind }: Rule): unknown {
  const { what, why } = docsOf(name);
  const examples = examplesOf(name);
  return {
    id: name,
    name,
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: `${what}\n\n${why}`, markdown: markdown({ what, why }, examples) },
    defaultConfiguration: { level: levels[usualSeverity(catalog, name, examples)] },
    properties: { tags: [kind === 'host' ? 'host' : 'advice'] },
  };
}

const longest = 2000;

const markdown = ({ what, why }: RuleDocs, { failing, passing }: RuleExamples): string =>
  [what, why, '**Incorrect**', ...failing.slice(0, 1).map(shown), '**Correct**']
    .concat(passing.slice(0, 1).map(shown))
    .join('\n\n');

const shown = ({ path, text }: Example): string =>
  `\`${path}\`\n\n~~~markdown\n${(text.length > longest ? `${text.slice(0, 200)}\n...` : text).trimEnd()}\n~~~`;

/**
 * Severity depends on the host, so a rule has no severity of its own. The highest severity in its first example is used
 * as the default.
 */
function usualSeverity(catalog: HostCatalog, name: string, { failing }: RuleExamples): Severity {
  const [example] = failing;
  if (!example || example.text.length > longest) return 'warning';
  const { path, text } = example;
  const places = placesOf(catalog, path);
  const view = viewOf({ catalog, path, text, places, settings: defaultSettings });
  const found = view.findings().flatMap(({ rule, severity }) => (rule === name ? [severity] : []));
  return severities.find((severity) => found.includes(severity)) ?? 'warning';
}
