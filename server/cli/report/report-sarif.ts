// SARIF 2.1.0, for code scanning services and for SARIF viewers in editors.

import { createHash } from 'node:crypto';
import { viewOf } from '../../features/view/view';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { placesOf } from '../../hosts/catalog/places';
import { docsOf, examplesOf } from '../../rules/docs-registry';
import { rules } from '../../rules/registry';
import {
  type Example,
  type Rule,
  type RuleDocs,
  type RuleExamples,
  type Severity,
  severities,
} from '../../rules/rule';
import { defaultSettings } from '../../settings/settings';
import { type Lines, linesOf, type Range } from '../../text/lines';
import { version } from '../../version';
import type { Io } from '../io';
import { jsonText } from './json-text';
import type { Checked, Located, Reporter, Suppressed, Trouble } from './report';

// Describes a rule in SARIF, including its help text, so that a service can show it without fetching another page.

const levels: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/** Returns a SARIF `reportingDescriptor`. */
function descriptorOf(catalog: HostCatalog, { name, kind }: Rule): unknown {
  const { what, why } = docsOf(name);
  const examples = examplesOf(name);
  return {
    id: name,
    name,
    shortDescription: { text: what },
    fullDescription: { text: why },
    help: { text: `${what}\n\n${why}`, markdown: markdown({ what, why }, examples) },
    defaultConfiguration: { level: levels[usualSeverity(catalog, name, examples)] },
    properties: { tags: [kind === 'host' ? 'host' : 'advice'] },
  };
}

const longest = 2000;

const markdown = (
  { what, why }: Pick<RuleDocs, 'what' | 'why'>,
  { failing, passing }: RuleExamples,
): string =>
  [what, why, '**Incorrect**', ...failing.slice(0, 1).map(shown), '**Correct**']
    .concat(passing.slice(0, 1).map(shown))
    .join('\n\n');

const shown = ({ path, text }: Example): string =>
  `\`${path}\`\n\n~~~markdown\n${(text.length > longest ? `${text.slice(0, 200)}\n...` : text).trimEnd()}\n~~~`;

/**
 * Severity depends on the host, so a rule has no severity of its own. The highest severity in its first example is used
 * as the default.
 */
function usualSeverity(catalog: HostCatalog, name: string, { failing }: RuleExamples): Severity {
  const [example] = failing;
  if (!example || example.text.length > longest) return 'warning';
  const { path, text } = example;
  const places = placesOf(catalog, path);
  const view = viewOf({ catalog, path, text, places, settings: defaultSettings });
  const found = view.findings().flatMap(({ rule, severity }) => (rule === name ? [severity] : []));
  return severities.find((severity) => found.includes(severity)) ?? 'warning';
}

/** Collects all results before writing, because a SARIF log is a single JSON document. */
export function sarifReporter(catalog: HostCatalog, io: Io): Reporter {
  const results: unknown[] = [];
  return {
    file: (checked) => results.push(...resultsOf(checked)),
    end: ({ troubles }) => io.out(`${jsonText(log(catalog, results, invocation(troubles)), 1)}\n`),
  };
}

const indexOf = new Map(rules.map(({ name }, index) => [name, index]));

const invocation = (troubles: readonly Trouble[]): unknown => ({
  executionSuccessful: troubles.length === 0,
  ...(troubles.length > 0 && {
    toolExecutionNotifications: troubles.map(({ file, message }) => ({
      level: 'error',
      message: { text: message },
      locations: [{ physicalLocation: { artifactLocation: artifact(file) } }],
    })),
  }),
});

const log = (catalog: HostCatalog, results: readonly unknown[], run: unknown): unknown => ({
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
          rules: rules.map((rule) => descriptorOf(catalog, rule)),
        },
      },
      // The absolute path of the folder is omitted so that the log does not disclose it.
      originalUriBaseIds: {
        '%SRCROOT%': { description: { text: 'The folder in which Dossier was run.' } },
      },
      invocations: [run],
      columnKind: 'utf16CodeUnits',
      results,
    },
  ],
});

function resultsOf({ text, findings, suppressed }: Checked): unknown[] {
  const all: readonly (Located | Suppressed)[] = [...findings, ...(suppressed ?? [])];
  if (all.length === 0) return [];
  const prints = fingerprints(all, text, linesOf(text));
  // SARIF requires `suppressions` on all results if it is present on any of them.
  return all.map((finding, index) =>
    resultOf(finding, prints[index] ?? '', suppressed && suppressions(finding)),
  );
}

const suppressions = (finding: Located | Suppressed): readonly unknown[] =>
  'by' in finding
    ? [
        {
          kind: finding.by === 'comment' ? 'inSource' : 'external',
          status: 'accepted',
          ...(finding.reason !== '' && { justification: finding.reason }),
        },
      ]
    : [];

const resultOf = (finding: Located, print: string, suppressed?: readonly unknown[]): unknown => {
  const { file, host, rule, severity, message, range } = finding;
  const fixes = fixesOf(finding);
  return {
    ruleId: rule,
    ruleIndex: indexOf.get(rule) ?? -1,
    level: levels[severity],
    message: { text: withoutLinks(message) },
    locations: [
      { physicalLocation: { artifactLocation: artifact(file), region: regionOf(range) } },
    ],
    partialFingerprints: { 'dossier/v1': print },
    ...(fixes.length > 0 && { fixes }),
    ...(suppressed && { suppressions: suppressed }),
    properties: { severity, ...(host !== null && { host }) },
  };
};

function fixesOf({ file, fix, fixTitle, fixEdits = [] }: Located): unknown[] {
  if (fix === null || fixTitle === null || fixEdits.length === 0) return [];
  return [
    {
      description: {
        text: withoutLinks(fix === 'safe' ? fixTitle : `${fixTitle} (requires review)`),
      },
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

// Fingerprints identify a finding after lines above it were added or removed. They are computed from the file, the
// rule, the host, the text of the line and the token, and an index among identical findings, but not from the line
// number or the message.
/** Returns one unique fingerprint for each finding of a file, in the same order. */
function fingerprints(findings: readonly Located[], text: string, lines: Lines): readonly string[] {
  const seen = new Map<string, number>();
  return findings.map(({ file, rule, host, range }) => {
    const token = range ? text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)) : '';
    const line = range ? lines.line(range.start.line) : { start: 0, end: 0 };
    const facts = [file, rule, host ?? '', text.slice(line.start, line.end).trim(), token];
    const key = facts.join('\0');
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return createHash('sha256').update(`${key}\0${count}`).digest('hex').slice(0, 32);
  });
}

/** In the plain text of SARIF, `[text](target)` is a link. An invisible space separates what a name from a file would make one. */
const withoutLinks = (text: string): string => text.replaceAll('](', ']\u200b(');

// File locations and regions in SARIF.
/** Returns a URI relative to the working folder, or an absolute URI for a path outside of it. */
function artifact(file: string): unknown {
  const path = file.replaceAll('\\', '/');
  const uri = path.split('/').map(encodeURIComponent).join('/');
  if (path.startsWith('/')) return { uri: `file://${uri}` };
  if (/^[a-z]:\//i.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` };
  return { uri, uriBaseId: '%SRCROOT%' };
}

/**
 * Returns a region with one-based lines and columns and an exclusive end column. Findings for the whole file use the
 * first line because services require a line.
 */
const regionOf = (range: Range | null): unknown =>
  range === null
    ? { startLine: 1 }
    : {
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
        endLine: range.end.line + 1,
        endColumn: range.end.character + 1,
      };
