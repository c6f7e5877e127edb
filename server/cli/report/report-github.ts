// GitHub workflow commands, which show findings as annotations on the lines of a pull request.

import type { Severity } from '../../rules/rule';
import type { Io } from '../io';
import { printable } from './cells';
import type { Located, Reporter } from './report';
import { noteCount, plural } from './report-human';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const githubReporter = (io: Io): Reporter => ({
  file: ({ findings }) => {
    for (const { file, severity, range, rule, message } of findings) {
      io.out(
        `::${levels[severity]} file=${property(file)}${placeOf(range)},title=${property(`Dossier: ${rule}`)}::${escaped(message)}\n`,
      );
    }
  },
  end: (totals) => {
    const { files, errors, warnings } = totals;
    const parts = [
      plural(files, 'file', 'files'),
      plural(errors, 'error', 'errors'),
      plural(warnings, 'warning', 'warnings'),
      ...noteCount(totals),
    ];
    io.err(`${parts.join(', ')}\n`);
  },
});

/** GitHub accepts columns only if the range starts and ends on the same line. */
function placeOf(range: Located['range']): string {
  if (!range) return '';
  const { start, end } = range;
  const lines = `,line=${start.line + 1},endLine=${end.line + 1}`;
  return start.line === end.line
    ? `${lines},col=${start.character + 1},endColumn=${end.character + 1}`
    : lines;
}

/** The log of a workflow is a terminal as well. Line breaks have an escape of their own. */
const escaped = (text: string): string =>
  text
    .split(/(\r?\n|\r)/)
    .map((part, index) => (index % 2 === 0 ? printable(part) : part))
    .join('')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A');

const property = (text: string): string =>
  escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
