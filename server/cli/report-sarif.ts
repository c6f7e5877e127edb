// SARIF 2.1.0, for code scanning services and for viewers in editors.
import { rules } from '../rules/registry';
import { linesOf } from '../text/lines';
import { version } from '../version';
import type { Io } from './io';
import type { Checked, Located, Reporter } from './report';
import { fingerprints } from './report-sarif-fingerprint';
import { artifact, regionOf } from './report-sarif-place';
import { descriptorOf, levels } from './report-sarif-rule';

/** Gathers all results: a log is one JSON text. */
export function sarifReporter(io: Io): Reporter {
  const results: unknown[] = [];
  return {
    file: (checked) => results.push(...resultsOf(checked)),
    end: ({ failed }) => io.out(`${JSON.stringify(log(results, failed === 0), null, 1)}\n`),
  };
}

const indexOf = new Map(rules.map(({ name }, index) => [name, index]));

const log = (results: readonly unknown[], executionSuccessful: boolean): unknown => ({
  $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
  version: '2.1.0',
  runs: [
    {
      tool: {
        driver: {
          name: 'Dossier',
          version,
          semanticVersion: version,
          language: 'en',
          rules: rules.map(descriptorOf),
        },
      },
      // Where that folder lies on the machine that ran is nobody's business who reads the log.
      originalUriBaseIds: {
        '%SRCROOT%': { description: { text: 'The folder that Dossier was run in.' } },
      },
      invocations: [{ executionSuccessful }],
      columnKind: 'utf16CodeUnits',
      results,
    },
  ],
});

function resultsOf({ text, findings }: Checked): unknown[] {
  if (findings.length === 0) return [];
  const prints = fingerprints(findings, text, linesOf(text));
  return findings.map((finding, index) => resultOf(finding, prints[index] ?? ''));
}

const resultOf = (finding: Located, print: string): unknown => {
  const { file, host, rule, severity, message, range } = finding;
  const fixes = fixesOf(finding);
  return {
    ruleId: rule,
    ruleIndex: indexOf.get(rule) ?? -1,
    level: levels[severity],
    message: { text: message },
    locations: [
      { physicalLocation: { artifactLocation: artifact(file), region: regionOf(range) } },
    ],
    partialFingerprints: { 'dossier/v1': print },
    ...(fixes.length > 0 && { fixes }),
    properties: { severity, ...(host !== null && { host }) },
  };
};

function fixesOf({ file, fix, fixTitle, fixEdits = [] }: Located): unknown[] {
  if (fix === null || fixTitle === null || fixEdits.length === 0) return [];
  return [
    {
      description: { text: fix === 'safe' ? fixTitle : `${fixTitle} (to be looked at first)` },
      artifactChanges: [
        {
          artifactLocation: artifact(file),
          replacements: fixEdits.map(({ range, text }) => ({
            deletedRegion: regionOf(range),
            ...(text !== '' && { insertedContent: { text } }),
          })),
        },
      ],
    },
  ];
}
