// Workflow commands that show findings on the lines of a pull request.
import type { Severity } from '../rules/rule';
import type { Io } from './io';
import type { Reporter } from './report';

const levels: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice',
};

export const githubReporter = (io: Io): Reporter => ({
  file: ({ findings }) => {
    for (const { file, severity, range, rule, message } of findings) {
      const place = range
        ? `,line=${range.start.line + 1},endLine=${range.end.line + 1},col=${range.start.character + 1},endColumn=${range.end.character + 1}`
        : '';
      io.out(
        `::${levels[severity]} file=${property(file)}${place},title=${property(`Dossier: ${rule}`)}::${escaped(message)}\n`,
      );
    }
  },
  end: ({ files, errors, warnings }) =>
    io.err(`${files} files, ${errors} errors, ${warnings} warnings\n`),
});

const escaped = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const property = (text: string): string =>
  escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
