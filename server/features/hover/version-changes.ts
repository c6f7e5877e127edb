// What an agent gets or loses when its host is replaced with another version, from the two verdicts on its file; the same of settings.
import { documentKindOf, subjectAt } from '../../hosts/model/place';
import { availableTools } from '../../hosts/model/tools';
import { isLoaded, type Verdict } from '../../hosts/model/verdict';

/** The words are part of the public JSON format. */
export interface VersionChange {
  /** `agent`, `settings`: whether the file is used. `start`: whether the agent can be started. */
  readonly part: 'agent' | 'settings' | 'start' | 'model' | 'tool' | 'field';
  /** The tool or the field. */
  readonly name: string | null;
  readonly before: string | null;
  readonly after: string | null;
  /** The agent is not loaded or started any more, or lacks a tool. */
  readonly isWorse: boolean;
}

/** Empty if the agent works the same in both versions. The verdicts are on the same text. */
export function versionChanges(before: Verdict, after: Verdict): readonly VersionChange[] {
  if (subjectAt(after.place) === 'settings')
    return [...settingsChange(before, after), ...fieldChanges(before, after)];
  return [
    ...agentChange(before, after),
    ...startChange(before, after),
    ...modelChange(before, after),
    ...toolChanges(before, after),
    ...fieldChanges(before, after),
  ];
}

function agentChange(before: Verdict, after: Verdict): readonly VersionChange[] {
  const isSame = isLoaded(before) === isLoaded(after);
  if (isSame) return [];
  return [
    {
      ...{ part: 'agent', name: null, before: before.outcome, after: after.outcome },
      isWorse: !isLoaded(after),
    },
  ];
}

/** Named by what guards something in the file, which is lost or found with it. */
function settingsChange(before: Verdict, after: Verdict): readonly VersionChange[] {
  const [was, is] = [isUsed(before), isUsed(after)];
  if (was === is) return [];
  const kind = documentKindOf(after.place);
  const guards = kind.subject === 'settings' ? kind.guards(after.agent?.fields ?? []) : [];
  const used = was ? before : after;
  const name = guards
    .filter((guard) => guard.kind !== 'hook' || !hasInvalidHook(used, guard.name))
    .map((guard) => `${guard.kind} ${guard.name}`)
    .join(', ');
  return [
    {
      ...{ part: 'settings', name: name === '' ? null : name, isWorse: was },
      ...{ before: before.outcome, after: after.outcome },
    },
  ];
}

/** Whether some hook of the event is not run, so that it is not known which of them hold. */
const hasInvalidHook = ({ fields }: Verdict, event: string): boolean =>
  fields.some(
    ({ field, outcome, problems }) =>
      field?.role === 'hooks' &&
      outcome === 'coerced' &&
      problems.some(({ path: [at] }) => at === event),
  );

const isUsed = ({ outcome }: Verdict): boolean =>
  outcome === 'loads' || outcome === 'loads-changed';

function startChange(before: Verdict, after: Verdict): readonly VersionChange[] {
  if (!before.persona || !after.persona || before.runs === after.runs) return [];
  const isWorse = after.runs === false;
  return [{ part: 'start', name: null, before: start(before), after: start(after), isWorse }];
}

const start = ({ runs }: Verdict): string =>
  runs === null ? 'unknown' : runs ? 'starts' : 'cannot be started';

function modelChange(before: Verdict, after: Verdict): readonly VersionChange[] {
  const [was, is] = [before, after].map(({ persona }) => persona?.model.effective ?? null);
  if (!before.persona || !after.persona || was === is) return [];
  const { written } = after.persona.model;
  const name = written === null ? null : [written].flat().join(', ');
  return [{ part: 'model', name, before: was ?? null, after: is ?? null, isWorse: false }];
}

function toolChanges(before: Verdict, after: Verdict): readonly VersionChange[] {
  if (!before.persona || !after.persona) return [];
  const [was, is] = [toolsOf(before), toolsOf(after)];
  const change = (name: string, isGiven: boolean): VersionChange => ({
    ...{ part: 'tool', name, isWorse: !isGiven },
    before: isGiven ? 'not available' : 'available',
    after: isGiven ? 'available' : 'not available',
  });
  return [
    ...[...is].filter((name) => !was.has(name)).map((name) => change(name, true)),
    ...[...was].filter((name) => !is.has(name)).map((name) => change(name, false)),
  ];
}

/** All that the agent has: of an agent without a list, every tool of the host that it does not deny. */
function toolsOf({ persona, dialect }: Verdict): ReadonlySet<string> {
  if (!persona) return new Set();
  const { all, granted, denied } = persona.tools;
  return new Set(
    all ? availableTools(dialect.tools).filter((name) => !denied.includes(name)) : granted,
  );
}

function fieldChanges(before: Verdict, after: Verdict): readonly VersionChange[] {
  const outcomes = new Map(before.fields.map(({ key, outcome }) => [key, outcome]));
  const listed = new Set(after.tools.map(({ key }) => key));
  return after.fields.flatMap(({ key, outcome }): VersionChange[] => {
    const was = outcomes.get(key);
    // That of a list of tools follows from the tools, which are reported by name.
    if (was === undefined || was === outcome || listed.has(key)) return [];
    const isWorse = uses.has(was) && !uses.has(outcome);
    return [{ part: 'field', name: key, before: was, after: outcome, isWorse }];
  });
}

/** The outcomes of fields that take effect. */
const uses: ReadonlySet<string> = new Set(['kept', 'coerced', 'passed-on']);
