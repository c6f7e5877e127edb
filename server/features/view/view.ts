// One version of a document as every feature sees it. It is made from the text, and what has been requested once is not computed again.
// Each feature can state which part of it it reads.
import { runRules } from '../../rules/run';
import type { KnownAgent, KnownSkill } from '../../rules/workspace-view';
import { lazily } from '../../text/lazily';
import { agentsInFile, skillsInFile } from './agents-in-file';
import { type Configuration, type ConfigurationInput, configurationIn } from './configuration';
import type { EntryFindings } from './entry-findings';
import { type FileFindings, findingsIn } from './file-findings';
import { findingsAcross } from './findings-across';
import { ruleRun } from './rule-run';
import { type Verdicts, verdictsOf } from './verdicts';
import { type FileInput, type ViewedFile, viewedFile } from './viewed-file';

/** Its functions can be passed on without the view. */
export interface View extends ViewedFile, Verdicts, Configuration<View>, FileFindings {
  /** The agents in it, one for each verdict that is shown; none where hosts no longer read the location. */
  readonly agents: () => readonly KnownAgent[];
  /** The skills and commands in it, likewise. */
  readonly skills: () => readonly KnownSkill[];
  /** The agent of a configuration file that contains the offset, also in incomplete text; otherwise this view. */
  readonly at: (offset: number) => View;
  /** The view of another text in the same place, under the same settings. */
  readonly withText: (text: string) => View;
}

export interface ViewInput extends FileInput, ConfigurationInput {
  /** Whether `agents()` includes the names in their prompts, which no rule reads. Default: true. */
  readonly namesInPrompt?: boolean;
  /** What was found in the agents of a configuration file before. */
  readonly entryFindings?: EntryFindings;
}

export function viewOf(input: ViewInput): View {
  const file = viewedFile(input);
  const verdicts = verdictsOf(file);
  const configuration = configurationIn<View>(file, input, viewOf);
  const run = lazily(() => ruleRun(file, verdicts));
  const own = lazily(() => runRules(run()));
  const { shown } = verdicts;
  const { namesInPrompt: readsPrompt = true, entryFindings: known, ...same } = input;
  const agents = lazily(() => agentsInFile(file, { shown, own, readsPrompt }));
  // What is shown of a configuration is that of its agents.
  const ranked = lazily(() => (configuration.entryHolders().length > 0 ? [] : verdicts.ranked()));
  const judged = { ...file, ...verdicts, ...configuration, ranked };
  const across = lazily(() => findingsAcross(judged, agents()));
  const view: View = {
    ...judged,
    ...findingsIn(judged, { run, own, across, known }),
    agents,
    skills: lazily(() => skillsInFile(shown())),
    at: (offset) => configuration.entryAt(offset) ?? view,
    withText: (text) => viewOf({ ...same, text }),
  };
  return view;
}
