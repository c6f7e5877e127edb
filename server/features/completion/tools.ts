// Tools of a host: those it grants, their former names, and patterns for names that no list can contain.

import type { Dialect } from '../../hosts/model/dialect';
import { capabilityLabel } from '../../hosts/model/tool-purposes';
import { capabilityOf } from '../../hosts/model/tools';
import { t } from '../../text/message';
import { toolMarkdown } from '../hover/explain';
import { ranks, type Word } from './item';

export function toolItems({ tools }: Dialect, host: string): Word[] {
  return [
    ...(tools.aliases ?? []).map(
      (tool): Word => ({
        label: tool.name,
        kind: 'tool',
        detail: capabilityLabel(capabilityOf(tool)),
        documentation: () => toolMarkdown(tool, host),
        rank: ranks.likely,
        ...(tool.documented !== undefined && { documented: tool.documented }),
      }),
    ),
    ...tools.tools
      // Tools that no agent is ever granted are explained in hovers but not offered.
      .filter((tool) => tool.unavailable === undefined || tool.sometimes)
      .filter((tool) => !tools.aliases?.some(({ name }) => name === tool.name))
      .map(
        (tool): Word => ({
          label: tool.name,
          kind: 'tool',
          detail:
            tool.unavailable === undefined
              ? capabilityLabel(capabilityOf(tool))
              : t('only in some sessions'),
          documentation: () => toolMarkdown(tool, host),
          rank: tool.unavailable === undefined ? ranks.likely : ranks.seldom,
          deprecated: tool.deprecated !== undefined,
          ...(tool.documented !== undefined && { documented: tool.documented }),
          ...(tool.internal && { isInternal: true }),
        }),
      ),
    ...tools.former.map(
      ({ name }): Word => ({
        label: name,
        kind: 'tool',
        detail: '',
        documentation: () => '',
        isOnlyKnown: true,
      }),
    ),
    ...tools.forms.map(
      (form): Word => ({
        label: form.form,
        kind: 'tool',
        detail: t('pattern'),
        documentation: () => form.means,
        snippet: form.snippet,
        rank: ranks.ordinary,
      }),
    ),
  ];
}
