// Findings of a file that depend on the other files of the workspace.
import { definesSkills } from '../../hosts/model/host';
import { documentKindOf, subjectAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import type { Finding } from '../../rules/rule';
import {
  runCompanionRules,
  runSkillRules,
  runWorkspaceRules,
} from '../../rules/run-workspace-rules';
import type { KnownAgent, KnownName, WorkspaceView } from '../../rules/workspace-view';
import { checkedNames } from './checked-names';
import type { Configuration } from './configuration';
import { choiceFor } from './rule-run';
import type { Verdicts } from './verdicts';
import type { ViewedFile } from './viewed-file';

type File = ViewedFile & Verdicts & Configuration<ViewedFile & Verdicts>;

/** @param agents those in the file. */
export const findingsAcross = (file: File, agents: readonly KnownAgent[]): readonly Finding[] =>
  isAlone(file.workspace)
    ? namesAcross(file, ({ kind }) => kind === 'file')
    : [
        ...runWorkspaceRules(
          file.catalog,
          choiceFor(file),
          agents,
          file.workspace,
          file.onFault,
          file.writer,
        ),
        ...namesAcross(file, () => true),
        ...runSkillRules(
          choiceFor(file),
          skillsOf(file),
          file.workspace,
          file.writer,
          file.onFault,
        ),
      ];

const skillsOf = ({ places, shown }: File): readonly Verdict[] =>
  places.some((place) => !place.isFormer && definesSkills(documentKindOf(place)))
    ? shown().filter(({ skill }) => skill !== null)
    : [];

/** @param isChecked whether what the name stands for can be known here. */
function namesAcross(file: File, isChecked: (name: KnownName) => boolean): readonly Finding[] {
  const configured = file.configuredHosts();
  const names = checkedNames(file, configured).filter(isChecked);
  if (names.length === 0) return [];
  const isJudged = ({ host }: KnownName): boolean =>
    configured.includes(host) ||
    file.places.some((place) => place.host === host && subjectAt(place) !== 'settings');
  return runCompanionRules(choiceFor(file), names, isJudged, file.workspace, file.onFault);
}

/** No other agent and no folder is known: a single file is open. */
const isAlone = (others: WorkspaceView): boolean =>
  others.size < 2 && !others.seesAll && !others.seesWorkspace;
