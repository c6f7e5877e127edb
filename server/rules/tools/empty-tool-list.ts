// Recognizes agents without any tool.

import type { FieldVerdict } from '../../hosts/model/field-verdict';
import type { Verdict } from '../../hosts/model/verdict';

/** Whether it is an empty list of tools: `tools:`, `tools: ""` or `tools: []`. */
export function isEmptyList({ field, value }: FieldVerdict): boolean {
  if (field?.role !== 'tools') return false;
  if (value.kind === 'null') return true;
  if (value.kind === 'text') return value.text.trim() === '';
  return value.kind === 'list' && value.items.length === 0;
}

/** The field because of which the agent has no tools; undefined where it has some. */
export function fieldWithoutTools({ persona, fields, dialect }: Verdict): FieldVerdict | undefined {
  const tools = persona?.tools;
  if (!tools || tools.all || tools.granted.length > 0 || tools.unverified.length > 0)
    return undefined;
  if (dialect.tools.tools.length === 0) return undefined;
  return fields.find(({ field }) => field?.role === 'tools');
}
