// The recorded behavior of the programs for real files. The files belong to others, so the recordings are outside the
// repository.
import type { Case } from './case-file';
import { claudeCodeCorpus } from './corpus/claude-code';
import { copilotCliCorpus } from './corpus/copilot-cli';
import { kiloCorpus, opencodeCorpus } from './corpus/opencode-family';
import { vscodeCorpus } from './corpus/vscode';

/** By host: what the files were given as, to their cases. Read when asked for. */
export const corpusCases: Readonly<
  Record<string, () => Readonly<Record<string, readonly Case[]>>>
> = {
  'claude-code': claudeCodeCorpus,
  'copilot-cli': copilotCliCorpus,
  kilo: kiloCorpus,
  opencode: opencodeCorpus,
  vscode: vscodeCorpus,
};
