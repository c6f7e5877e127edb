// Our verdict for VS Code in the words of its answers.
import { asString } from '../../../server/hosts/judge/skills/skill-values';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { vscode } from '../../../server/hosts/vscode/host';
import { textOf, type Value } from '../../../server/yaml/value';
import { describeVerdict } from '../../hosts/vscode/said';
import { type Facts, facts, listed, names, notPredicted, quoted, yesNo } from '../facts';
import { toolsInWindow } from '../oracles/skills/vscode';
import type { Question } from '../question';
import { pluginFacts } from './plugin-facts';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';
import { vscodeServerFacts } from './vscode-servers';

export function vscodeFacts(question: Question, host: Host = vscode): Facts {
  const ofServers = vscodeServerFacts(question, host);
  if (ofServers) return ofServers;
  const ofSkill = pluginFacts(question, host) ?? skillFacts(question, host);
  if (ofSkill)
    return { ...ofSkill, ...(ofSkill['command'] === 'yes' && promptFacts(question, host)) };
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no' };
  return facts({
    agent: 'yes',
    name: quoted(persona.name),
    description: quoted(persona.description),
    model: keptModels(verdict),
    tools: keptTools(verdict),
    prompt: String(persona.prompt.length),
    user: yesNo(persona.userInvocable),
    called: yesNo(persona.modelInvocable),
    said: listed(describeVerdict(verdict)),
  });
}

/** What a call of a prompt file sends, in a window that has the models None and Second. */
function promptFacts(question: Question, host: Host): Facts {
  const verdict = verdictOn(host, question);
  if (!verdict) return {};
  const written = (key: string): Value | undefined =>
    verdict.fields.find((one) => one.key === key && one.field && one.outcome !== 'dropped')?.value;
  const text = (key: string): string | undefined => asString(written(key));
  const agent = written('agent') ?? written('mode');
  return {
    user: yesNo(text('user-invocable') !== 'false'),
    hint: quoted(text('argument-hint') || null),
    agent: quoted(asString(agent) || null),
    model: chosenModel(written('model')),
    tools: usableTools(verdict),
  };
}

function chosenModel(value: Value | undefined): string {
  if (!value) return '(none)';
  const all =
    value.kind === 'list' ? value.items.flatMap((item) => textOf(item) ?? []) : [textOf(value)];
  return all.includes('Second (listed)') ? 'Second (listed)' : notPredicted('models of the window');
}

/** Of the tools that the window has. */
function usableTools({ fields, tools, dialect }: Verdict): string {
  const field = fields.find(({ key }) => key === 'tools');
  if (!field || field.outcome === 'dropped') return '*';
  const granted = tools
    .flatMap((tool) => tool.names)
    .flatMap((name) => dialect.tools.tools.find((one) => one.name === name)?.members ?? [name]);
  return names(granted.filter((name) => toolsInWindow.some((one) => one === name)));
}

/** The names as VS Code keeps them: unknown ones too in its own folders, mapped ones in Claude Code's. */
function keptTools({ persona, tools, place }: Verdict): string {
  if (!persona || persona.tools.all) return '*';
  if (place.location.dialect === 'claude') return names(persona.tools.granted);
  return names(
    tools
      .filter((tool) => tool.key === 'tools' && tool.why !== 'not-text')
      .map((tool) => tool.written),
  );
}

/** The models as VS Code keeps them. */
function keptModels({ persona, place }: Verdict): string {
  const { written, effective } = persona?.model ?? { written: null, effective: null };
  if (written === null) return '(none)';
  if (place.location.dialect === 'claude')
    return listed(effective === 'inherit' ? [] : [effective ?? ''].filter((one) => one !== ''));
  return listed([written].flat().filter((one) => one !== ''));
}
