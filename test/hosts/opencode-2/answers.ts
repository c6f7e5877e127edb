// Converts our verdict to the form of the answers that were recorded from the preview of OpenCode 2.

import { hasAgent } from '../../../server/hosts/model/outcome';
import type { Verdict } from '../../../server/hosts/model/verdict';
import { splitModel } from '../../../server/hosts/opencode/models';
import { type Entry, entryOf, plain, type Value } from '../../../server/yaml/value';
import { tidy } from '../opencode-family/answers';

export function answerOf(verdict: Verdict | null): unknown {
  if (!verdict || !hasAgent(verdict.outcome))
    return { outcome: verdict?.outcome === 'stops-host' ? 'all-agents-lost' : 'absent' };
  return tidy({ outcome: 'accepted', agent: agentOf(verdict) });
}

function agentOf({ persona, fields, dialect }: Verdict): unknown {
  if (!persona) return null;
  const value = (key: string): Value | undefined => fields.find((one) => one.key === key)?.value;
  const dataOf = (key: string): unknown => {
    const found = value(key);
    return found && plain(found);
  };
  const isOld = !Object.hasOwn(dialect.fields, 'disabled');
  const split = persona.model.written === null ? null : splitModel(String(persona.model.written));
  return {
    model: split && { id: split.model, providerID: split.provider, variant: dataOf('variant') },
    request: isOld ? { headers: {}, body: bodyOf(fields, dataOf) } : requestOf(value('request')),
    description: persona.description ?? undefined,
    mode: persona.mode,
    hidden: persona.hidden,
    color: persona.color ?? undefined,
    steps: dataOf('steps') ?? (isOld ? dataOf('maxSteps') : undefined),
    permissions: (persona.permissions ?? []).map(({ permission, pattern, action }) => ({
      action: permission,
      resource: withHome(permission, pattern),
      effect: action,
    })),
    systemLength: persona.prompt.length,
  };
}

/** The options that a file in the OpenCode 1 format sends to the model provider. */
function bodyOf(fields: Verdict['fields'], dataOf: (key: string) => unknown): unknown {
  const passed = fields.filter(({ outcome }) => outcome === 'passed-on');
  return {
    ...(dataOf('options') as object | undefined),
    ...Object.fromEntries(passed.map(({ key, value }) => [key, plain(value)])),
    temperature: dataOf('temperature'),
    top_p: dataOf('top_p'),
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

/** In the patterns of three permissions, the program inserts the home folder. */
const withHome = (permission: string, pattern: string): string =>
  ['external_directory', 'read', 'edit'].includes(permission)
    ? pattern.replace(/^(?:~|\$HOME)(?=\/|$)/, '<root>/home')
    : pattern;
