// The agents in a file as the other files of the workspace see them.
import { definesSkills } from '../../hosts/model/host';
import { documentKindOf, subjectAt } from '../../hosts/model/place';
import type { Verdict } from '../../hosts/model/verdict';
import { ignoresIn } from '../../rules/ignores/ignores';
import { isIgnored } from '../../rules/ignores/ignores-apply';
import type { Finding } from '../../rules/rule';
import type { KnownAgent, KnownSkill } from '../../rules/workspace-view';
import { knownAgent } from '../../workspace/known-agents';
import { knownSkill } from '../../workspace/known-skill';
import { isSurprise } from '../verdict-labels';
import type { ViewedFile } from './viewed-file';

interface Judged {
  readonly shown: () => readonly Verdict[];
  /** The findings of the rules on this file alone. */
  readonly own: () => readonly Finding[];
  /** Whether the names in their prompts are included, which no rule reads. */
  readonly readsPrompt: boolean;
}

/** One for each verdict that is shown; none where hosts no longer read the location. */
export const agentsInFile = (
  { outline, context }: ViewedFile,
  { shown, own, readsPrompt }: Judged,
): readonly KnownAgent[] =>
  shown()
    .filter(({ place }) => !place.isFormer && subjectAt(place) === 'agent')
    .map((verdict) => {
      const losesLimit = mayLoseLimit(verdict) && isSurprising(verdict, outline, own());
      return knownAgent(outline, verdict, context, { readsPrompt, losesLimit });
    });

/** The same for skills and commands. */
export const skillsInFile = (shown: readonly Verdict[]): readonly KnownSkill[] =>
  shown
    .filter(({ place }) => !place.isFormer && definesSkills(documentKindOf(place)))
    .map(knownSkill);

/** Called for every file of the workspace, so the rules run only on files that can contain such a limit. */
const mayLoseLimit = ({ outcome, persona, tools }: Verdict): boolean =>
  outcome === 'loads' &&
  ((persona?.permissions?.length ?? 0) > 0 ||
    tools.some(
      (tool) => tool.wider !== undefined || !/^(?:granted|unverified)$/.test(tool.outcome),
    ));

function isSurprising(
  { place: { host } }: Verdict,
  outline: ViewedFile['outline'],
  findings: readonly Finding[],
): boolean {
  const errors = findings.filter((one) => one.host === host.id && isSurprise(one));
  if (errors.length === 0) return false;
  const ignores = ignoresIn(outline);
  return errors.some((finding) => !ignores.some((one) => isIgnored(finding, one)));
}
