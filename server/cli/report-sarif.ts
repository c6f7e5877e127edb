// SARIF 2.1.0, for code scanning services.
import { rules } from '../rules/registry';
import type { Severity } from '../rules/rule';
import { version } from '../version';
import type { Io } from './io';
import type { Located, Reporter } from './report';

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

export function sarifReporter(io: Io): Reporter {
  const results: unknown[] = [];
  return {
    file: ({ findings }) => results.push(...findings.map(resultOf)),
    end: () => io.out(`${JSON.stringify(log(results), null, 1)}\n`),
  };
}

const log = (results: readonly unknown[]): unknown => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Dossier',
          semanticVersion: version,
          rules: rules.map(({ name, what, why }) => ({
            id: name,
            shortDescription: { text: what },
            fullDescription: { text: why },
            help: { text: why },
          })),
        },
      },
      columnKind: 'utf16CodeUnits',
      results,
    },
  ],
});

const resultOf = ({ file, rule, severity, message, range }: Located): unknown => ({
  ruleId: rule,
  ruleIndex: rules.findIndex((one) => one.name === rule),
  level: levels[severity],
  message: { text: message },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
        ...(range && {
          region: {
            startLine: range.start.line + 1,
            startColumn: range.start.character + 1,
            endLine: range.end.line + 1,
            endColumn: range.end.character + 1,
          },
        }),
      },
    },
  ],
});
