// Every recorded answer of the preview of OpenCode 2, replayed: whether there is an agent, and which.
import { type Entry, entryOf, plain, type Value } from '../../../server/agent/value';
import { hasAgent } from '../../../server/hosts/fate';
import { splitModel } from '../../../server/hosts/opencode/models';
import { opencode2 } from '../../../server/hosts/opencode-2/host';
import type { Verdict } from '../../../server/hosts/verdict';
import { describeWithShared } from '../../support/shared';
import { tidy, verdictOf } from '../opencode-family/answers';
import { cases, writtenIn } from '../opencode-family/cases';
import { differs, noneIn } from '../opencode-family/compare';

const asked = cases.filter((one) => one.opencode2preview !== undefined);

function answerOf(verdict: Verdict | null): unknown {
  if (!verdict || !hasAgent(verdict.fate))
    return { outcome: verdict?.fate === 'stops-host' ? 'all-agents-lost' : 'absent' };
  return tidy({ outcome: 'accepted', agent: agentOf(verdict) });
}

function agentOf({ persona, fields, dialect }: Verdict): unknown {
  if (!persona) return null;
  const value = (key: string): Value | undefined => fields.find((one) => one.key === key)?.value;
  const held = (key: string): unknown => {
    const found = value(key);
    return found && plain(found);
  };
  const isOld = !Object.hasOwn(dialect.fields, 'disabled');
  const split = persona.model.written === null ? null : splitModel(String(persona.model.written));
  return {
    model: split && { id: split.model, providerID: split.provider, variant: held('variant') },
    request: isOld ? { headers: {}, body: bodyOf(fields, held) } : requestOf(value('request')),
    description: persona.description ?? undefined,
    mode: persona.mode,
    hidden: persona.hidden,
    color: persona.color ?? undefined,
    steps: held('steps') ?? (isOld ? held('maxSteps') : undefined),
    permissions: (persona.permissions ?? []).map(({ permission, pattern, action }) => ({
      action: permission,
      resource: atHome(permission, pattern),
      effect: action,
    })),
    systemLength: persona.prompt.length,
  };
}

/** What a file of the old kind has sent to the model provider. */
function bodyOf(fields: Verdict['fields'], held: (key: string) => unknown): unknown {
  const passed = fields.filter(({ fate }) => fate === 'passed-on');
  return {
    ...(held('options') as object | undefined),
    ...Object.fromEntries(passed.map(({ key, value }) => [key, plain(value)])),
    temperature: held('temperature'),
    top_p: held('top_p'),
  };
}

function requestOf(request: Value | undefined): unknown {
  const entries: readonly Entry[] = request?.kind === 'map' ? request.entries : [];
  const part = (key: string): unknown => {
    const found = entryOf(entries, key)?.value;
    return found ? plain(found) : {};
  };
  return { headers: part('headers'), body: part('body') };
}

/** Of three permissions the program writes out the home folder in patterns. */
const atHome = (permission: string, pattern: string): string =>
  ['external_directory', 'read', 'edit'].includes(permission)
    ? pattern.replace(/^(?:~|\$HOME)(?=\/|$)/, '<root>/home')
    : pattern;

const real = (recorded: Readonly<Record<string, unknown>> | undefined): unknown => {
  const { model, ...agent } = { model: null, ...(recorded?.['agent'] as object | undefined) };
  return recorded?.['agent'] ? { ...recorded, agent: { ...agent, model } } : recorded;
};

const isCode = (text: string): boolean => /^---\s*(?:js|javascript)\b/.test(text);

describeWithShared('OpenCode 2 (preview), recorded cases', () => {
  it(`agrees on all ${asked.length}`, function () {
    this.timeout(60_000);
    noneIn(
      asked.flatMap((one) => {
        const text = writtenIn(one);
        const verdict = verdictOf(opencode2, text, '.opencode/agent/probe.md');
        if (verdict?.fate === 'unknown') return isCode(text) ? [] : [`${one.id}: not predicted`];
        return differs(one.id, answerOf(verdict), real(one.opencode2preview));
      }),
    );
  });
});
