// The fate of one text in every host, as if it lay in that host's own folder: a page of Markdown.
import type { Outline } from '../agent/outline';
import { judge } from '../hosts/judge';
import { ownPlace } from '../hosts/places';
import { hosts } from '../hosts/registry';
import type { Verdict } from '../hosts/verdict';
import { render } from '../text/message';
import { fieldInShort, inShort } from './fate-words';

export function explainAll(outline: Outline, path: string): string {
  const verdicts = hosts.flatMap((host): Verdict[] => {
    const place = ownPlace(host, path);
    return place ? [judge(outline, place)] : [];
  });
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [
    `# ${name} in every host`,
    '',
    'Each host judges the text as if it lay in its own folder.',
    '',
    '| host | | where |',
    '| --- | --- | --- |',
    ...verdicts.map(({ place, ...verdict }) =>
      row(place.host.name, inShort({ place, ...verdict }), `\`${place.path}\``),
    ),
    '',
    ...verdicts.flatMap(details),
  ].join('\n');
}

function details(verdict: Verdict): string[] {
  const { place, fields, tools, persona, missing } = verdict;
  const lost = tools.filter((tool) => tool.outcome === 'lost');
  const changed = fields.filter((field) => field.fate !== 'kept');
  const lines = [
    ...missing.map(
      ({ key, field }) =>
        `- \`${key}\` is missing. ${field.required ? render(field.required.effect, { host: place.host.name }) : ''}`,
    ),
    ...changed.map((field) => `- \`${field.key}\`: ${fieldInShort(field, place.host.name)}`),
    ...lost.map((tool) => `- \`${tool.written}\` is not granted (${tool.why ?? 'unknown'})`),
    ...(persona && !persona.tools.all
      ? [`- tools: ${persona.tools.granted.join(', ') || 'none'}`]
      : []),
  ];
  return [
    `## ${place.host.name} ${place.host.version}`,
    '',
    ...(lines.length > 0 ? lines : ['As written.']),
    '',
  ];
}

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
