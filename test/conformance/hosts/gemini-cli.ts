// Our verdict for Gemini CLI in the words of its answers.
import { geminiCli } from '../../../server/hosts/gemini-cli/host';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import type { Value } from '../../../server/yaml/value';
import { type Facts, facts, listed, notPredicted, quoted } from '../facts';
import type { Question } from '../question';
import { geminiSettingsFacts } from './gemini-settings';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

export function geminiCliFacts(question: Question, host: Host = geminiCli): Facts {
  const ofSkill = skillFacts(question, host);
  if (ofSkill) return ofSkill;
  const ofSettings = geminiSettingsFacts(question, host);
  if (ofSettings) return ofSettings;
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona, tools } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no', refused: refusedFor(verdict) };
  const writtenIn = (key: string): Value | undefined =>
    verdict.fields.find((field) => field.key === key)?.value;
  const text = (key: string): string | null => {
    const value = writtenIn(key);
    return value?.kind === 'text' ? value.text : null;
  };
  const number = (key: string, absent: number): string => {
    const value = writtenIn(key);
    return String(value?.kind === 'number' ? value.number : absent);
  };
  const servers = writtenIn('mcp_servers');
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    shown: quoted(text('display_name')),
    model: quoted([persona.model.written ?? 'inherit'].flat()[0]),
    tools: writtenIn('tools') ? listed(tools.map(({ written }) => written)) : '(all)',
    temperature: number('temperature', 1),
    turns: number('max_turns', 30),
    minutes: number('timeout_mins', 10),
    servers: listed(servers?.kind === 'map' ? servers.entries.map(({ key }) => key) : []),
    prompt: String(persona.prompt.length),
  });
}

function refusedFor({ flaws, fields, missing }: Verdict): string {
  const [flaw] = flaws.filter(({ fatal }) => fatal);
  if (flaw?.code === 'not-a-mapping') return 'frontmatter';
  if (flaw) return /^(?:yaml|duplicate-key)$/.test(flaw.code) ? 'yaml' : 'fence';
  const wrong = fields.filter(({ outcome }) => outcome === 'refused').map(({ key }) => key);
  return listed([...new Set([...wrong, ...missing.map(({ key }) => key)])].sort());
}
