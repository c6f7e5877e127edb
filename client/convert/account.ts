// The account of a conversion as Markdown, which is shown as text.
import type {
  ConvertAnswer,
  ConvertFolderAnswer,
  ConvertRow,
} from '../../server/protocol/protocol';
import { plural, t } from '../l10n';

/** The names of changes, the most important first. */
export const changeLabels: Readonly<Record<ConvertRow['change'], () => string>> = {
  wider: () => t('May do more'),
  decision: () => t('To decide'),
  narrower: () => t('May do less'),
  moved: () => t('Belongs elsewhere'),
  lost: () => t('Lost'),
  same: () => t('Same'),
};

export const accountOf = (answer: ConvertAnswer): string =>
  [`# ${titleOf(answer)}`, '', ...rowsOf(answer)].join('\n');

export const titleOf = ({ fromName, hostName, path }: ConvertAnswer): string =>
  t('{0} to {1}: {2}', fromName, hostName, path);

const rowsOf = ({ rows }: ConvertAnswer): readonly string[] =>
  (Object.keys(changeLabels) as ConvertRow['change'][]).flatMap((change) => {
    const found = rows.filter((row) => row.change === change);
    if (found.length === 0) return [];
    return [`## ${changeLabels[change]()}`, '', ...found.map(lineOf), ''];
  });

const lineOf = ({ part, why, line }: ConvertRow): string => {
  const place = line === null ? '' : ` (${t('line {0}', line + 1)})`;
  return `- \`${part.replaceAll('`', "'")}\`${place}: ${why}`;
};

/** The rows that are shown in a notification: where the agent could do more, or is not loaded. */
export const refusalOf = ({ rows, hostName }: ConvertAnswer): string => {
  const wider = rows.filter(({ change }) => change === 'wider');
  const shown = wider.length > 0 ? wider : rows.filter(({ change }) => change === 'lost');
  const reasons = shown.slice(0, 2).map(({ part, why }) => `"${part}": ${why}`);
  return [t('Not converted to {0}.', hostName), ...reasons].join(' ');
};

/** The account of a folder: sentences about all of it, then its agents, refused ones first. */
export function folderAccountOf(
  { hostName, files }: ConvertFolderAnswer,
  notes: readonly string[],
): string {
  const refused = files.filter(({ isRefused }) => isRefused);
  const done = files.filter(({ isRefused }) => !isRefused);
  return [
    `# ${plural(files.length, '{0} agent for {1}', '{0} agents for {1}', hostName)}`,
    '',
    ...(notes.length > 0 ? [notes.join(' '), ''] : []),
    ...[...refused, ...done].flatMap((file) => [
      `## ${titleOf(file)}`,
      '',
      ...(file.isRefused ? [refusalOf(file), ''] : []),
      ...file.rows.filter(({ change }) => change !== 'same').map(lineOf),
      '',
    ]),
  ].join('\n');
}
