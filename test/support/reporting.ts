// The output of `dossier check --format json` in an in-memory project.
import { running } from './running';

export interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** Every diagnostic of `dossier check` with these flags. */
export const reporting = (
  files: Readonly<Record<string, string>>,
  ...flags: readonly string[]
): readonly Reported[] => {
  const { json } = running(files, ['check', '--format=json', ...flags]);
  return (json as { readonly findings: readonly Reported[] }).findings;
};

/** `warning VS Code does not read this file: ...` for each diagnostic of one rule. */
export const reportedBy = (
  rule: string,
  files: Readonly<Record<string, string>>,
  ...flags: readonly string[]
): readonly string[] =>
  reporting(files, ...flags)
    .filter((one) => one.rule === rule)
    .map(({ severity, message }) => `${severity} ${message}`);
