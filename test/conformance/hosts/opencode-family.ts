// Our verdict for OpenCode or Kilo in the words of their answers.

import { rootOfJson } from '../../../server/agent/json-root';
import { HostCatalog } from '../../../server/hosts/catalog/host-catalog';
import { kilo } from '../../../server/hosts/kilo/host';
import type { Host } from '../../../server/hosts/model/host';
import { availableTools } from '../../../server/hosts/model/tools';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { ruleAround } from '../../../server/hosts/opencode/family';
import { opencode } from '../../../server/hosts/opencode/host';
import { splitModel } from '../../../server/hosts/opencode/models';
import { unusedProvider } from '../../../server/rules/names/unused-provider';
import { companionsAt } from '../../../server/workspace/companions/files';
import { readCompanion } from '../../../server/workspace/companions/read';
import { WorkspaceIndex } from '../../../server/workspace/index';
import { entryOf, plain, textOf, type Value } from '../../../server/yaml/value';
import { type Facts, listed, notPredicted, quoted } from '../facts';
import { agentFacts, offeredNames, refusedFor } from '../oracles/opencode-family/answer';
import { asksForTools, limitsProviders, namesDefaultAgent, type Question } from '../question';
import { serverFacts } from './server-facts';
import { skillFacts } from './skill-facts';
import { entryVerdictsOn, verdictOn, why } from './verdict-on';

export const opencodeFacts = (question: Question, host: Host = opencode): Facts =>
  factsFor(host, question);

/** A file that a prompt refers to is not there in any case: Kilo puts nothing in its place. */
export const kiloFacts = (question: Question, host: Host = kilo): Facts =>
  factsFor(host, question, (prompt) => prompt.replaceAll(/(?<!\$)\{file:[^}]+\}/g, '').trim());

function factsFor(
  host: Host,
  question: Question,
  filled: (prompt: string) => string = (prompt) => prompt,
): Facts {
  const apart = serverFacts(question, host) ?? skillFacts(question, host);
  if (apart) return apart;
  const entries = entryVerdictsOn(host, question);
  if (entries) {
    const facts = configurationFacts(entries, question);
    if (limitsProviders(question) && facts['agent'] !== 'stops')
      return { ...facts, asked: askedModels(host, entries, question) };
    const begins = namesDefaultAgent(question) && facts['agent'] !== 'stops';
    return begins ? { ...facts, begins: beginsWith(host, entries, question) } : facts;
  }
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  if (verdict.outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (verdict.outcome === 'stops-host') {
    // A wrong value is met first; a name that cannot be listed only when all values are right.
    const faults = faultsOf(verdict);
    return faults.length > 0
      ? { agent: 'stops', refused: refusedFor(faults) }
      : { agent: 'broken' };
  }
  if (!verdict.persona) return { agent: 'no' };
  const known = personaFacts(verdict, filled);
  const hasBytes = known['options'] !== '{}' && question.text.includes('!!binary');
  const facts = hasBytes ? { ...known, options: notPredicted('prints bytes as an object') } : known;
  return asksForTools(question)
    ? { ...facts, offered: offeredNames(availableTools(verdict.dialect.tools)) }
    : facts;
}

/** One invalid value concerns the whole configuration. Of several agents the first is compared. */
function configurationFacts(verdicts: readonly Verdict[], { text }: Question): Facts {
  const [first] = verdicts;
  if (!first) return { agent: notPredicted('defines no agent') };
  if (text.includes('{file:')) return { agent: notPredicted('depends on another file') };
  const open = verdicts.find(({ outcome }) => outcome === 'unknown');
  if (open) return { agent: notPredicted(why(open)) };
  const faults = verdicts.flatMap(entryFaultsOf);
  const isStopped = verdicts.some(({ outcome }) => outcome === 'stops-host');
  if (isStopped)
    return faults.length > 0
      ? { agent: 'stops', refused: refusedFor(faults) }
      : { agent: 'broken' };
  if (faults.length > 0 || !first.persona) return { agent: 'no' };
  const facts = personaFacts(first, (prompt) => prompt.replaceAll(/\{env:\w+\}/g, ''));
  const shown = first.fields.find(({ key }) => key === 'name')?.value;
  return { ...facts, name: quoted(textOf(shown) ?? first.persona.id) };
}

/** The agent with which a session begins. */
function beginsWith(host: Host, verdicts: readonly Verdict[], { text }: Question): string {
  const root = rootOfJson(text);
  const key = host.defaultAgent?.key;
  const name =
    root?.kind === 'map' && key !== undefined ? textOf(entryOf(root.entries, key)?.value) : null;
  const setting = host.defaultAgent;
  if (!setting || name === null || name === undefined) return '(none)';
  const written = verdicts.findLast(({ place }) => place.entry?.name === name);
  const lead = written ? written.persona : setting.own(name);
  return lead && setting.unfit(lead) === null ? quoted(name) : '(refused)';
}

/** The models that the first message of a session asks: that of the agent, and the small one for its title. */
function askedModels(host: Host, [first]: readonly Verdict[], { path, text }: Question): string {
  const index = new WorkspaceIndex(new HostCatalog([host]));
  index.putCompanion(path, readCompanion(text, companionsAt(path, [host])));
  const root = rootOfJson(text);
  const top = (key: string): string | undefined =>
    root?.kind === 'map' ? textOf(entryOf(root.entries, key)?.value) : undefined;
  const user = { host, scope: 'project', root: '' } as const;
  const isUsed = (model: string): boolean =>
    unusedProvider(splitModel(model).provider, user, index) === null;
  const model = first?.persona?.model.written ?? top('model');
  if (typeof model !== 'string') return notPredicted('names no model');
  if (!isUsed(model)) return '(refused)';
  const small = top('small_model');
  return listed([model, small !== undefined && isUsed(small) ? small : model]);
}

const entryFaultsOf = (verdict: Verdict): string[] => {
  const { key, name } = verdict.place.entry ?? { key: '', name: '' };
  const isObject = verdict.agent !== undefined;
  const faults = isObject ? faultsOf(verdict) : [''];
  return faults.map((fault) => [key, name, fault].filter((part) => part !== '').join('.'));
};

const faultsOf = ({ fields }: Verdict): string[] =>
  fields
    .filter(({ key, outcome }) => key !== 'name' && outcome === 'refused')
    .flatMap(({ key, problems }) => problems.map(({ path }) => [key, ...path].join('.')));

function personaFacts({ persona, fields }: Verdict, filled: (prompt: string) => string): Facts {
  if (!persona) return {};
  const heldIn = (key: string): Value | undefined => {
    const field = fields.find((one) => one.key === key);
    return field && field.outcome !== 'refused' ? field.value : undefined;
  };
  const held = (key: string): unknown => {
    const value = heldIn(key);
    return value && (plain(value) ?? undefined);
  };
  const options = { ...(held('options') as object | undefined) } as Record<string, unknown>;
  for (const { key, outcome, value } of fields)
    if (outcome === 'passed-on') options[key] = plain(value);
  const split = persona.model.written ? splitModel(String(persona.model.written)) : null;
  const agent = {
    name: persona.id,
    mode: persona.mode ?? '',
    hidden: persona.hidden || held('hidden') === false ? persona.hidden : undefined,
    description: persona.description ?? undefined,
    model: split ? { providerID: split.provider, modelID: split.model } : undefined,
    color: persona.color ?? undefined,
    variant: held('variant'),
    temperature: held('temperature'),
    topP: held('top_p'),
    // An empty one counts too, without a value.
    steps: heldIn('steps') ? held('steps') : held('maxSteps'),
    options,
    promptLength: filled(persona.prompt).length,
    ownRules: [
      ...(persona.permissionsAround ?? []).map(ruleAround),
      ...(persona.permissions ?? []),
    ].map(({ permission, pattern, action }) => `${permission} ${atHome(pattern)} ${action}`),
  };
  // In the form of JSON: no minus zero, no dates.
  return agentFacts(JSON.parse(JSON.stringify(agent)) as Parameters<typeof agentFacts>[0]);
}

/** The program puts the home folder in; the answers have a word in its place. */
const atHome = (pattern: string): string =>
  pattern === '~' || pattern.startsWith('~/')
    ? `<home>${pattern.slice(1)}`
    : pattern.replace(/^\$HOME/, '<home>');
