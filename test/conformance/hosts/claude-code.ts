// Our verdict for Claude Code in the words of its answers.
import { claudeCode } from '../../../server/hosts/claude-code/host';
import { defaultToolsFor } from '../../../server/hosts/claude-code/resolve-tools';
import { defaultContext } from '../../../server/hosts/model/context';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { render } from '../../../server/text/message';
import { type Facts, facts, names, notPredicted, quoted, yesNo } from '../facts';
import { pluginFolder, type Question } from '../question';
import { verdictOn, why } from './verdict-on';

/** The model of a session for which none was chosen. */
const sessionModel = 'claude-opus-5-5';

export function claudeCodeFacts(question: Question): Facts {
  const verdict = verdictOn(claudeCode, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona, runs, runsNot = '' } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no' };
  const { effective } = persona.model;
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    starts: runs === null ? notPredicted(render(runsNot, { host: 'Claude Code' })) : yesNo(runs),
    model: effective === 'inherit' ? (question.context?.model ?? sessionModel) : quoted(effective),
    tools: names(toolsOf(verdict, question)),
    prompt: isExpanded(question, persona.prompt)
      ? notPredicted('puts folders of the machine into the prompt')
      : String(persona.prompt.length),
  });
}

function toolsOf({ persona }: Verdict, { context }: Question): readonly string[] {
  if (!persona) return [];
  const { all, granted, denied } = persona.tools;
  if (!all) return granted;
  const offered = defaultToolsFor({ ...defaultContext, ...context }).filter(
    (name) => !denied.includes(name),
  );
  return [...offered, ...granted];
}

/** In a plugin the program puts folders of the machine in. */
const isExpanded = ({ path }: Question, prompt: string): boolean =>
  path.startsWith(`${pluginFolder}/`) && prompt.includes('${CLAUDE_PLUGIN');
