// Converts an agent of one host as a new agent for another to protocol types.
import { versionFor } from '../features/new-agent/version';
import type { View } from '../features/view';
import type { NewVersion, NewVersionParams } from '../protocol';

/** Null where the host has no agent, or the target is unknown. */
export function newVersion(view: View, { host, target }: NewVersionParams): NewVersion | null {
  const { catalog } = view;
  const verdict = view.verdicts().find(({ place }) => place.host.id === host);
  const other = catalog.mainHosts.find(({ id }) => id === target);
  const made = verdict && other ? versionFor(catalog, verdict, other) : null;
  if (!made || !other) return null;
  const { name, description, capabilities, model, color, prompt } = made.options;
  return {
    hostName: other.name,
    agent: {
      ...{ scope: 'project', hosts: [target], name },
      ...{ description, capabilities, model, color, prompt },
    },
    notes: made.notes,
  };
}
