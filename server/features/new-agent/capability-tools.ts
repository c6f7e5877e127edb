// Translates what a new agent should be able to do into tools of a host that do this and nothing more.

import type { Dialect } from '../../hosts/model/dialect';
import {
  type Capability,
  capabilities,
  purposesOf,
  type ToolPurpose,
  type ToolPurposes,
} from '../../hosts/model/tool-purposes';
import { purposesIn } from '../../hosts/model/tools';

/** What a user can choose, from harmless to far-reaching. The others have no plain tool names that a file could grant. */
export type CapabilityChoice = Exclude<Capability, 'mcp' | 'other'>;
export const choosableCapabilities = capabilities.filter(
  (one): one is CapabilityChoice => one !== 'mcp' && one !== 'other',
);

const purposesBy: Readonly<Record<CapabilityChoice, readonly ToolPurpose[]>> = {
  read: ['read-file', 'list-folder'],
  search: ['find-files', 'search-text', 'list-folder'],
  write: ['create-file', 'change-file', 'edit-notebook'],
  run: ['run-command'],
  web: ['fetch-page', 'search-web'],
  delegate: ['delegate'],
  plan: ['track-todos', 'use-skill'],
  ask: ['ask-person'],
};

/** Tool names, each once. A tool that does more than was asked for is not included. */
export function toolsFor(
  { tools }: Dialect,
  abilities: readonly CapabilityChoice[],
): readonly string[] {
  const purposes = purposesIn(tools) ?? {};
  const wanted = new Set(abilities.flatMap((capability) => purposesBy[capability]));
  const unavailable = new Set(
    tools.tools.flatMap(({ name, unavailable }) => (unavailable === undefined ? [] : [name])),
  );
  const names = [...wanted].flatMap((purpose) => best(purpose, purposes, wanted) ?? []);
  return [...new Set(names)].filter((name) => !unavailable.has(name));
}

const best = (
  purpose: ToolPurpose,
  purposes: ToolPurposes,
  wanted: ReadonlySet<ToolPurpose>,
): string | undefined => {
  const [name] = purposes[purpose] ?? [];
  return name !== undefined && purposesOf(name, purposes).every((one) => wanted.has(one))
    ? name
    : undefined;
};
