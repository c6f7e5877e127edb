// What a change of a tool does in each copy of an agent, as the text of a dialog.
import type { ToolInCopies, ToolInCopy } from '../../server/protocol/protocol';
import { visibleControls } from '../../server/text/visible-controls';
import { t } from '../l10n';

export interface CopiesReview {
  /** A line for each file, below headings: those that change, those that are as asked already, and those that cannot be changed. */
  readonly detail: string;
  readonly changed: readonly ToolInCopy[];
}

export function reviewOf({ files }: ToolInCopies): CopiesReview {
  const changed = files.filter(({ edits }) => edits.length > 0);
  const same = files.filter(({ edits, problem }) => edits.length === 0 && problem === null);
  const failed = files.filter(({ problem }) => problem !== null);
  const parts = [
    part(t('Changes:'), changed),
    part(t('No change needed:'), same),
    part(t('Cannot be changed:'), failed),
  ];
  return { detail: parts.filter((one) => one !== '').join('\n\n'), changed };
}

const part = (heading: string, files: readonly ToolInCopy[]): string =>
  files.length === 0 ? '' : [heading, ...files.map(lineOf)].join('\n');

const lineOf = ({ path, hostNames, notes, problem }: ToolInCopy): string =>
  [`${path} (${hostNames})`, ...notes, ...(problem === null ? [] : [problem])]
    .map(visibleControls)
    .join('\n    ');
