// An agent of one host as a new agent for another. It is never able to do more: what the target host can only grant together
// with something else is left out.

import type { HostCatalog } from '../../hosts/catalog/host-catalog';
import { agentDialects } from '../../hosts/model/dialect';
import type { Host } from '../../hosts/model/host';
import { privileges } from '../../hosts/model/privileges';
import {
  type Capability,
  capabilityLabel,
  purposesOf,
  type ToolPurpose,
} from '../../hosts/model/tool-purposes';
import { capabilityOf, purposesIn } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import { listed } from '../../rules/words';
import { type Message, t } from '../../text/message';
import { heldTools } from '../tool-edits/held-tools';
import { type CapabilityChoice, choosableCapabilities, toolsFor } from './capability-tools';
import { colorFor, exceeds, type NewAgentOptions } from './file';

export interface AgentVersion {
  readonly options: NewAgentOptions & { readonly capabilities: readonly CapabilityChoice[] };
  /** What the new agent does not have, as whole sentences. */
  readonly notes: readonly Message[];
}

/** Null where the host has no agent to start from, and where the other host cannot limit its agent to the same. */
export function versionFor(catalog: HostCatalog, from: Verdict, target: Host): AgentVersion | null {
  const { persona } = from;
  const [dialect] = agentDialects(target.dialects);
  if (!persona || !dialect) return null;
  const held = heldTools(from);
  const denied = deniedByLimits(from);
  const isOwn = (capability: Capability): boolean =>
    hasKnownTools(from)
      ? from.dialect.tools.tools.some(
          (tool) => capabilityOf(tool) === capability && held.has(tool.name),
        )
      : !denied.includes(capability);
  const limited = choosableCapabilities.filter((one) => isOwn(one) && isLimited(from, one, held));
  const granted = choosableCapabilities.filter(
    (one) =>
      isOwn(one) &&
      !limited.includes(one) &&
      grantsNoMore(from, held, toolsFor(dialect, [one]), target, one),
  );
  // A limit of the host may deny more than one of them, and is set only where none of these is wanted.
  const capabilities = exceeds(target, granted)
    ? granted.filter((one) => !dialect.limits?.some(({ denies }) => denies.includes(one)))
    : granted;
  if (exceeds(target, capabilities)) return null;
  const left = choosableCapabilities.filter((one) => isOwn(one) && !capabilities.includes(one));
  const others = [...held].filter(
    (name) => !from.dialect.tools.tools.some((one) => one.name === name),
  );
  const model = modelFor(from, target);
  const color = persona.color === null ? undefined : colorFor(catalog, dialect, persona.color);
  return {
    options: {
      name: from.place.base,
      ...(persona.description !== null && { description: persona.description }),
      capabilities,
      ...(model !== undefined && { model }),
      ...(color !== undefined && { color: persona.color ?? color }),
      prompt: persona.prompt,
    },
    notes: [
      ...(left.length > 0
        ? [
            t(
              'Left out, because {host} could only grant more than this file does: {capabilities}.',
              {
                host: target.name,
                capabilities: listed(left.map(capabilityLabel)),
              },
            ),
          ]
        : []),
      ...(others.length > 0
        ? [
            t('Tools of MCP servers and extensions are left out: {names}.', {
              names: listed(others),
            }),
          ]
        : []),
      ...(persona.model.written !== null && model === undefined
        ? [t('The model is omitted because {host} has different models.', { host: target.name })]
        : []),
    ],
  };
}

const hasKnownTools = ({ dialect }: Verdict): boolean => dialect.tools.tools.length > 0;

/** What the limits that the file sets deny, where the tools of the host are not known. */
const deniedByLimits = ({ dialect: { limits = [] }, fields }: Verdict): readonly Capability[] =>
  limits
    .filter(({ field, value }) =>
      fields.some(
        ({ key, outcome, value: read }) =>
          key === field &&
          outcome === 'kept' &&
          read.kind === 'boolean' &&
          String(read.boolean) === value,
      ),
    )
    .flatMap(({ denies }) => denies);

/** Whether permission rules allow only a part of it, such as some commands. */
function isLimited(
  { persona, dialect }: Verdict,
  capability: Capability,
  held: ReadonlySet<string>,
): boolean {
  const { evaluator, tools } = dialect;
  const rules = persona?.permissions ?? [];
  if (!persona || !evaluator) return false;
  return tools.tools.some((tool) => {
    if (capabilityOf(tool) !== capability || !held.has(tool.name)) return false;
    const permission = evaluator.permissionFor(tool.name);
    return (
      evaluator.actionOn(persona, permission, '*') !== 'allow' ||
      rules.some((rule) => rule.permission === permission && rule.action !== 'allow')
    );
  });
}

/** Whether tools with privileges do nothing that no tool of the agent does. Tools that only read may differ in details. */
function grantsNoMore(
  { dialect }: Verdict,
  held: ReadonlySet<string>,
  tools: readonly string[],
  target: Host,
  capability: CapabilityChoice,
): boolean {
  if (!privileges.some((one) => one === capability)) return true;
  if (dialect.tools.tools.length === 0) return true;
  const own = purposesIn(dialect.tools) ?? {};
  const has = new Set<ToolPurpose>([...held].flatMap((name) => purposesOf(name, own)));
  const [theirDialect] = agentDialects(target.dialects);
  const theirs = (theirDialect && purposesIn(theirDialect.tools)) ?? {};
  return tools.every((name) => purposesOf(name, theirs).every((purpose) => has.has(purpose)));
}

/** The model as written, if the other host knows it too. */
function modelFor({ persona }: Verdict, target: Host): string | undefined {
  const written = persona?.model.written;
  const [first] = typeof written === 'string' ? [written] : (written ?? []);
  const [dialect] = agentDialects(target.dialects);
  if (first === undefined || !dialect) return undefined;
  const { outcome } = dialect.models.resolve(first);
  return outcome === 'alias' || outcome === 'known' ? first : undefined;
}
