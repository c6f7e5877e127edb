import type { Finding } from '../../contract/library';
import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Io } from '../io';
import { jsonText } from './json-text';
import type { CheckFormat, Reporter } from './report';
import { conciseReporter, statisticsReporter } from './report-concise';
import { githubReporter } from './report-github';
import { humanReporter } from './report-human';
import { sarifReporter } from './report-sarif';

/** @param statistics whether only the number of findings of each rule is printed. */
export function reporterOf(
  catalog: HostCatalog,
  format: CheckFormat,
  statistics: boolean,
  io: Io,
): Reporter {
  if (statistics) return statisticsReporter(io);
  switch (format) {
    case 'human':
      return humanReporter(io);
    case 'concise':
      return conciseReporter(io);
    case 'json':
      return jsonReporter(io);
    case 'sarif':
      return sarifReporter(catalog, io);
    case 'github':
      return githubReporter(io);
  }
}
export function jsonReporter(io: Io): Reporter {
  const findings: Finding[] = [];
  return {
    file: (checked) => {
      for (const {
        fixTitle: _title,
        fixEdits: _edits,
        sharedWith: _twins,
        isConfidential: _,
        ...finding
      } of checked.findings)
        findings.push(finding);
    },
    end: ({ files }) => io.out(`${jsonText({ files, findings })}\n`),
  };
}
