// Our verdict for Claude Code in the words of its answers.
import { claudeCode } from '../../../server/hosts/claude-code/host';
import { defaultToolsFor } from '../../../server/hosts/claude-code/resolve-tools';
import { partIgnored } from '../../../server/hosts/claude-code/settings/fields';
import { isApplied } from '../../../server/hosts/claude-code/settings/permissions';
import { defaultContext } from '../../../server/hosts/model/context';
import type { Field } from '../../../server/hosts/model/field';
import type { Host } from '../../../server/hosts/model/host';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { entryOf, type Value } from '../../../server/yaml/value';
import { reportedBy } from '../../support/reporting';
import { words } from '../../support/words';
import { type Facts, facts, names, notPredicted, quoted, yesNo } from '../facts';
import { callsIn, pluginFolder, type Question } from '../question';
import { pluginFacts } from './plugin-facts';
import { served } from './served';
import { serverFacts } from './server-facts';
import { settingsFacts } from './settings-facts';
import { skillFacts } from './skill-facts';
import { verdictOn, why } from './verdict-on';

/** The model of a session for which none was chosen: in each version that was asked the latest Opus. */
const sessionModel = ({ dialect }: Verdict): string =>
  dialect.models.resolve('opus').effective ?? '(none)';

export function claudeCodeFacts(question: Question, host: Host = claudeCode): Facts {
  const apart =
    serverFacts(question, host) ??
    pluginFacts(question, host) ??
    settingsFacts(question, host, isApplied, (hooks) => hooksOf(hooks, host)) ??
    skillFacts(question, host);
  if (apart) return apart;
  const verdict = verdictOn(host, question);
  if (!verdict) return { agent: 'no' };
  const { outcome, persona, runs, runsNot = '' } = verdict;
  if (outcome === 'unknown') return { agent: notPredicted(why(verdict)) };
  if (!persona) return { agent: 'no', reported: reportedOf(verdict) };
  const { effective } = persona.model;
  return facts({
    agent: 'yes',
    name: quoted(persona.id),
    description: quoted(persona.description),
    starts: runs === null ? notPredicted(words(runsNot, 'Claude Code')) : yesNo(runs),
    model:
      effective === 'inherit'
        ? (question.context?.model ?? sessionModel(verdict))
        : quoted(effective),
    tools: names(toolsOf(verdict, question)),
    ...served(question, verdict),
    prompt: isExpanded(question, persona.prompt)
      ? notPredicted('puts folders of the machine into the prompt')
      : String(persona.prompt.length),
    reported: reportedOf(verdict),
    calls: calledIn(question),
  });
}

/** Whether what the text calls is an agent of this project: its rule across files reports it otherwise. */
function calledIn({ path, text, around }: Question): string | undefined {
  const [name] = callsIn(text);
  if (name === undefined) return undefined;
  if (name.includes(':')) return notPredicted('may be an agent of an installed plugin');
  const found = reportedBy('unknown-agent', { ...around, [path]: text }, '--host=claude-code');
  return found.length === 0 ? 'starts' : 'not found';
}

/** So many unknown keys are named in the debug log, and the others counted. */
const namedAtMost = 5;

/**
 * The fields that the debug log reports. Outside of plugins it reports unknown keys of a file with a name only, and wrong values
 * only where the name and the description are right.
 */
function reportedOf({ fields, missing, dialect, place }: Verdict): string {
  const isInPlugin = place.location.scope === 'plugin';
  const isUnnamed =
    missing.some(({ key }) => key === 'name') ||
    fields.some(({ key, value }) => key === 'name' && (value.kind !== 'text' || value.text === ''));
  if (isUnnamed && !isInPlugin) return names([]);
  const isUnread =
    missing.length > 0 ||
    fields.some(({ field, problems }) => isIdentity(field) && problems.length > 0);
  // It shows such a key as a string of its own.
  if (fields.some(({ key }) => !Object.hasOwn(dialect.fields, key) && !/^[\w-]+$/.test(key)))
    return notPredicted('shows a key that is not a word in another form');
  if (fields.some(({ key, value }) => key === 'mcpServers' && isWithDefinition(value)))
    return notPredicted('checks the definitions of MCP servers, which are not judged');
  const known = fields.filter(({ key }) => !isInPlugin || !unreportedInPlugins.has(key));
  // A hook at the top level is a key like any other for the log; of "hooks" it does not name the file.
  const unknown = known.flatMap(({ key, field }) => (!field || field.isNeverOffered ? [key] : []));
  const wrong = known.flatMap(({ key, field, problems, otherwise, value }) => {
    if (unknown.includes(key) || field?.role === 'hooks' || problems.length === 0) return [];
    if (key === 'mcpServers') return value.kind === 'list' ? [key] : [];
    // A value of the wrong type is reported although hooks below it prevent the agent.
    const isMisplaced = problems.some(({ expected }) => expected.type === 'under');
    const consequence = isMisplaced ? field?.otherwise : otherwise;
    const effect = consequence && words(consequence.effect, '');
    return effect?.includes('debug log') ? [key] : [];
  });
  return names([...unknown.slice(0, namedAtMost), ...(isUnread && !isInPlugin ? [] : wrong)]);
}

const isWithDefinition = (value: Value): boolean =>
  value.kind === 'list' && value.items.some(({ kind }) => kind === 'map');

const unreportedInPlugins = new Set([
  'when_to_use',
  'isolation',
  'background',
  'name',
  'description',
]);

const isIdentity = (field: Field | undefined): boolean =>
  field?.role === 'name' || field?.role === 'description';

function toolsOf({ persona, dialect }: Verdict, { context }: Question): readonly string[] {
  if (!persona) return [];
  const { all, granted, denied } = persona.tools;
  if (!all) return granted;
  const offered = defaultToolsFor({ ...defaultContext, ...context }, dialect.tools);
  return [...offered.filter((name) => !denied.includes(name)), ...granted];
}

/** In a plugin the program puts folders of the machine in. */
const isExpanded = ({ path }: Question, prompt: string): boolean =>
  path.startsWith(`${pluginFolder}/`) && prompt.includes('${CLAUDE_PLUGIN');

/** How many hooks of each event are in effect, where the file is used. */
function hooksOf(hooks: Value | undefined, { dialects }: Host): string {
  if (hooks?.kind !== 'map') return names([]);
  const found = dialects['settings']?.fields['hooks']?.judge?.(hooks, []);
  const wrong = found?.otherwise === partIgnored ? found.problems : [];
  return names(
    hooks.entries.flatMap(({ key, value }) => {
      const items = value.kind === 'list' ? value.items : [];
      const count = items.flatMap((item, index) => {
        const list = item.kind === 'map' ? entryOf(item.entries, 'hooks')?.value : undefined;
        const own = list?.kind === 'list' ? list.items : [];
        return own.filter(
          (_, at) =>
            !wrong.some(
              ({ path: [event, entry, , hook] }) =>
                event === key &&
                (entry === undefined || (entry === index && (hook === undefined || hook === at))),
            ),
        );
      }).length;
      return count === 0 ? [] : [`${key}:${count}`];
    }),
  );
}
