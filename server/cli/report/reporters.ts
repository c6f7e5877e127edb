import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import type { Io } from '../io';
import { jsonText } from './json-text';
import type { CheckFormat, Located, Reporter } from './report';
import { githubReporter } from './report-github';
import { humanReporter } from './report-human';
import { sarifReporter } from './report-sarif';

export function reporterOf(catalog: HostCatalog, format: CheckFormat, io: Io): Reporter {
  switch (format) {
    case 'human':
      return humanReporter(io);
    case 'json':
      return jsonReporter(io);
    case 'sarif':
      return sarifReporter(catalog, io);
    case 'github':
      return githubReporter(io);
  }
}
export function jsonReporter(io: Io): Reporter {
  const findings: Omit<Located, 'fixTitle' | 'fixEdits' | 'sharedWith'>[] = [];
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
