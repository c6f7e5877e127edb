// The account of a conversion as Markdown, which is shown as text.
import type {
  AgentCopy,
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
  return `- ${inCode(part)}${place}: ${why}`;
};

const inCode = (part: string): string => `\`${part.replaceAll('`', "'")}\``;

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

export const copyTitle = ({ path, hostName, fromName }: AgentCopy): string =>
  t('{0}: {1} and {2}', path, hostName, fromName);

/** How a copy differs from the agent, and what of it was decided. */
export function copyAccountOf(copy: AgentCopy): string {
  const { differences, decisions } = copy;
  return [
    `# ${copyTitle(copy)}`,
    '',
    ...(differences.length === 0 ? [t('Same effect')] : differences).map((one) => `- ${one}`),
    '',
    ...(decisions.length === 0
      ? []
      : [
          `## ${t('Decided at the Conversion')}`,
          '',
          ...decisions.map(({ part, label }) => `- ${inCode(part)}: ${label}`),
          '',
          t('To decide again, convert the agent again.'),
          '',
        ]),
  ].join('\n');
}
