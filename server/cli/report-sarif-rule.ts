// A rule in the words of SARIF: help that a service can show without any other page.
import { viewOf } from '../features/view';
import { placesOf } from '../hosts/places';
import { type Example, type Rule, type Severity, severities } from '../rules/rule';
import { defaultSettings } from '../settings/settings';

export const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** A `reportingDescriptor`. */
export const descriptorOf = (rule: Rule): unknown => ({
  id: rule.name,
  name: rule.name,
  shortDescription: { text: rule.what },
  fullDescription: { text: rule.why },
  help: { text: `${rule.what}\n\n${rule.why}`, markdown: markdown(rule) },
  defaultConfiguration: { level: levels[usualSeverity(rule)] },
  properties: { tags: [rule.kind === 'host' ? 'host' : 'advice'] },
});

const longest = 2000;

const markdown = ({ what, why, failing, passing }: Rule): string =>
  [what, why, '**Found**', ...failing.slice(0, 1).map(shown), '**Not found**']
    .concat(passing.slice(0, 1).map(shown))
    .join('\n\n');

const shown = ({ path, text }: Example): string =>
  `\`${path}\`\n\n~~~markdown\n${(text.length > longest ? `${text.slice(0, 200)}\n...` : text).trimEnd()}\n~~~`;

/** Severity follows what the host does, so a rule has none of its own: the worst of its first example stands for it. */
function usualSeverity({ name, failing }: Rule): Severity {
  const [example] = failing;
  if (!example || example.text.length > longest) return 'warning';
  const { path, text } = example;
  const view = viewOf({ path, text, places: placesOf(path), settings: defaultSettings });
  const found = view.findings().flatMap(({ rule, severity }) => (rule === name ? [severity] : []));
  return severities.find((severity) => found.includes(severity)) ?? 'warning';
}
