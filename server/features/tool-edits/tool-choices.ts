// The tools that an agent could have in a host, for a checklist: what each does, and whether the agent has it.

import { type Capability, capabilities, capabilityLabel } from '../../hosts/model/tool-purposes';
import { capabilityOf } from '../../hosts/model/tools';
import type { Verdict } from '../../hosts/model/verdict';
import type { ToolChoice, ToolChoiceGroup } from '../../protocol/protocol';
import { type Text, t } from '../../text/message';
import { plainMarkdown } from '../../text/plain-markdown';
import type { Untranslated } from '../../text/translated';
import { capabilityOfNames } from '../persona/persona-tools';
import { heldTools, toolsNamed, toolsWithPermissionOf } from './held-tools';

/** Empty where there is no agent. */
export function toolChoices(verdict: Verdict): readonly Untranslated<ToolChoiceGroup>[] {
  const { persona, dialect, tools: written } = verdict;
  if (!persona) return [];
  const { tools: catalog } = dialect;
  const held = heldTools(verdict);
  const { always } = persona.tools;
  const offered = [...(catalog.aliases ?? []), ...catalog.tools].filter(
    ({ name, unavailable, deprecated, internal }, n, all) =>
      all.findIndex((one) => one.name === name) === n &&
      !always.includes(name) &&
      (held.has(name) || (unavailable === undefined && deprecated === undefined)) &&
      internal === undefined,
  );
  const isHeld = (name: string): boolean => toolsNamed(catalog, name).every((one) => held.has(one));
  // Of a name for several tools, an agent may have only some: those have rows of their own.
  const covered = new Set(
    offered.flatMap(({ name }) => [name, ...(isHeld(name) ? toolsNamed(catalog, name) : [])]),
  );
  const others = [...held].filter((name) => !covered.has(name) && !always.includes(name));
  const rows: readonly Row[] = [
    ...offered.map(
      (tool): Row => ({
        does: capabilityOf(tool),
        tool: tool.name,
        note: noteOn(verdict, tool.name, tool.members),
        means: plainMarkdown(tool.means),
        isGranted: isHeld(tool.name),
      }),
    ),
    ...others.map((name): Row => {
      const tool = catalog.tools.find((one) => one.name === name);
      // A tool that only a name for several tools grants is offered under that name.
      const source = written.find(({ names }) => names.includes(name))?.written ?? name;
      return {
        does: capabilityOfNames([name, source], catalog.tools),
        tool: tool ? name : source,
        note: tool ? '' : t('if available'),
        means: plainMarkdown(tool?.means ?? ''),
        isGranted: true,
      };
    }),
  ];
  return capabilities.flatMap((capability): readonly Untranslated<ToolChoiceGroup>[] => {
    const tools = rows.filter(({ does }) => does === capability).map(({ does: _, ...row }) => row);
    return tools.length === 0 ? [] : [{ label: capabilityLabel(capability), tools }];
  });
}

interface Row extends Untranslated<ToolChoice> {
  readonly does: Capability;
}

function noteOn(verdict: Verdict, name: string, members: readonly string[] | undefined): Text {
  if (members) return t('{count} tools', { count: members.length });
  const [, ...sharing] = toolsWithPermissionOf(verdict, name);
  return sharing.length === 0 ? '' : t('together with {names}', { names: sharing.join(', ') });
}
