// What the programs did with the real files beside the project. Those files are others', so their answers stay there.
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
