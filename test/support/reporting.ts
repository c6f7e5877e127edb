// What `dossier check` reports in a project of texts, as its JSON output has it.
import { running } from './running';

export interface Reported {
  readonly file: string;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
}

/** Every finding of `dossier check` with these flags. */
export const reporting = (
  files: Readonly<Record<string, string>>,
  ...flags: readonly string[]
): readonly Reported[] => {
  const { json } = running(files, ['check', '--format=json', ...flags]);
  return (json as { readonly findings: readonly Reported[] }).findings;
};

/** `warning VS Code does not read this file: ...` for each finding of one rule. */
export const reportedBy = (
  rule: string,
  files: Readonly<Record<string, string>>,
  ...flags: readonly string[]
): readonly string[] =>
  reporting(files, ...flags)
    .filter((one) => one.rule === rule)
    .map(({ severity, message }) => `${severity} ${message}`);
