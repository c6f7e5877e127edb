// What every host does with one text, as a page of Markdown: where the file is, and for hosts that do not read it there, as if
// it were in their own folder.

import { shortPath } from '../../hosts/model/located-file';
import { effectIn } from '../../hosts/model/outcome';
import { versionAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { escapeMarkdown, markdownCode } from '../../text/escape-markdown';
import { t } from '../../text/l10n';
import { fieldResult, verdictLabel } from '../verdict-labels';
import type { View } from '../view/view';
import { everyHost } from './every-host';
import { lostLabel } from './hover-effects';

interface Explained {
  readonly verdict: Verdict;
  /** `.claude/agents/reviewer.md`, or `if it were in .opencode/agent` */
  readonly location: string;
  /** Whether the host reads the file where it is. */
  readonly isRead: boolean;
}

export function explainAll(view: View): string {
  const { path } = view;
  const { read, optional, elsewhere } = everyHost(view);
  const here = [...read, ...optional].map(
    (verdict): Explained => ({
      verdict,
      location: markdownCode(shortPath(verdict.place)),
      isRead: true,
    }),
  );
  const others = elsewhere.map((verdict): Explained => {
    const { path: own } = verdict.place;
    const folder = markdownCode(own.slice(0, own.lastIndexOf('/')));
    return { verdict, location: t('if it were in {folder}', { folder }), isRead: false };
  });
  const all = [...here, ...others];
  const name = path.slice(path.lastIndexOf('/') + 1);
  return [
    `# ${t('{file} in every program', { file: escapeMarkdown(name) })}`,
    '',
    here.length === 0
      ? t(
          'No program reads the file where it is. Each program reads it as if it were in its own folder.',
        )
      : t(
          'Programs that read the file come first. The others read it as if it were in their own folder.',
        ),
    '',
    `| ${t('Program')} | ${t('Result')} | ${t('Location')} |`,
    '| --- | --- | --- |',
    ...all.map(({ verdict, location }) =>
      row(verdict.place.host.name, escapeMarkdown(verdictLabel(verdict)), location),
    ),
    '',
    ...all.flatMap(details),
  ].join('\n');
}

function details({ verdict, location, isRead }: Explained): string[] {
  const { place, fields, tools, persona, missing } = verdict;
  const lost = tools.filter((tool) => tool.outcome === 'lost');
  const changed = fields.filter((field) => field.outcome !== 'kept');
  const lines = [
    ...missing.map(({ key, field }) =>
      [
        `- ${t('{key} is missing.', { key: markdownCode(key) })}`,
        ...(field.required ? [effectIn(place.host, field.required.effect)] : []),
      ].join(' '),
    ),
    ...changed.map(
      (field) => `- ${markdownCode(field.key)}: ${fieldResult(field, place.host.name)}`,
    ),
    ...lost.map((tool) => `- ${markdownCode(tool.written)}: ${lostLabel(tool.why ?? 'unknown')}`),
    ...(persona && !persona.tools.all
      ? [
          persona.tools.granted.length === 0
            ? `- ${t('Tools: none')}`
            : `- ${t('Tools: {names}', { names: persona.tools.granted.map(escapeMarkdown).join(', ') })}`,
        ]
      : []),
  ];
  return [
    `## ${place.host.name} ${versionAt(place)}${isRead ? '' : ` (${location})`}`,
    '',
    ...(lines.length > 0 ? lines : [t('Loads as written.')]),
    '',
  ];
}

const row = (...cells: readonly string[]): string =>
  `| ${cells.map((cell) => cell.replaceAll(/(?<!\\)\|/g, '\\|')).join(' | ')} |`;
