// What every host does with one text, as if it were in that host's own folder: a page of Markdown.

import type { Outline } from '../agent/outline';
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { judge } from '../hosts/judge/compute-verdict';
import { effectIn } from '../hosts/model/effect-in';
import { placeInOwnFolder } from '../hosts/model/own-folder';
import type { Verdict } from '../hosts/model/verdict';
import { t } from '../text/l10n';
import { lostLabel } from './hover-effects';
import { fieldResult, verdictLabel } from './verdict-labels';

export function explainAll({ hosts }: HostCatalog, outline: Outline, path: string): string {
  const verdicts = hosts.flatMap((host): Verdict[] => {
    const place = placeInOwnFolder(host, path);
    return place ? [judge(outline, place)] : [];
  });
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [
    `# ${t('{file} in every host', { file: name })}`,
    '',
    t('Each host reads the file as if it were in its own folder.'),
    '',
    `| ${t('Host')} | ${t('Result')} | ${t('Path')} |`,
    '| --- | --- | --- |',
    ...verdicts.map(({ place, ...verdict }) =>
      row(place.host.name, verdictLabel({ place, ...verdict }), `\`${place.path}\``),
    ),
    '',
    ...verdicts.flatMap(details),
  ].join('\n');
}

function details(verdict: Verdict): string[] {
  const { place, fields, tools, persona, missing } = verdict;
  const lost = tools.filter((tool) => tool.outcome === 'lost');
  const changed = fields.filter((field) => field.outcome !== 'kept');
  const lines = [
    ...missing.map(({ key, field }) =>
      [
        `- ${t('{key} is missing.', { key: `\`${key}\`` })}`,
        ...(field.required ? [effectIn(place.host, field.required.effect)] : []),
      ].join(' '),
    ),
    ...changed.map((field) => `- \`${field.key}\`: ${fieldResult(field, place.host.name)}`),
    ...lost.map((tool) => `- \`${tool.written}\`: ${lostLabel(tool.why ?? 'unknown')}`),
    ...(persona && !persona.tools.all
      ? [
          persona.tools.granted.length === 0
            ? `- ${t('Tools: none')}`
            : `- ${t('Tools: {names}', { names: persona.tools.granted.join(', ') })}`,
        ]
      : []),
  ];
  return [
    `## ${place.host.name} ${place.host.version}`,
    '',
    ...(lines.length > 0 ? lines : [t('Loads as written.')]),
    '',
  ];
}

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
