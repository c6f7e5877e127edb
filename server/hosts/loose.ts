// Agent files outside every folder that a host reads: which host they were written for, judged by their fields.
import type { Outline } from '../agent/outline';
import type { FileFate } from './fate';
import { judge } from './judge';
import type { Place } from './place';
import { mainHosts, ownPlace } from './places';
import type { Verdict } from './verdict';

/** Signs that a Markdown file is an agent: a description, and one thing more that only agents have. */
export function looksLikeAgent({ fields }: Outline): boolean {
  const has = (key: string): boolean => fields.some((field) => field.key === key);
  return has('description') && ['name', 'tools', 'model', 'mode'].some(has);
}

/** The place in the host where the file fares best; null for a file that does not look like an agent. */
export function loosePlace(outline: Outline, path: string): Place | null {
  if (!looksLikeAgent(outline)) return null;
  let best: { place: Place; cost: number } | undefined;
  for (const host of mainHosts) {
    const own = ownPlace(host, path);
    if (!own) continue;
    const place: Place = { ...own, path };
    const cost = costOf(judge(outline, place));
    if (!best || cost < best.cost) best = { place, cost };
  }
  return best?.place ?? null;
}

const fateCosts: Readonly<Record<FileFate, number>> = {
  loads: 0,
  'loads-changed': 0,
  unknown: 4,
  ignored: 8,
  'not-read': 8,
  refused: 8,
  'stops-host': 8,
};

/** How much of what the author wrote would be lost there, less what only this host's authors write. */
function costOf({ fate, fields, tools, dialect }: Verdict): number {
  const unknown = fields.filter((field) => !field.field).length;
  const wrong = fields.filter((field) => field.problems.length > 0).length;
  const lost = tools.filter(({ outcome, why }) => outcome === 'lost' && why !== 'replaced').length;
  const unsure = tools.filter(({ outcome }) => outcome === 'unverified').length;
  const own = new Set([...dialect.tools.tools, ...dialect.tools.former].map(({ name }) => name));
  const spelt = tools.filter(({ written }) => own.has(written)).length;
  return fateCosts[fate] + unknown + wrong + lost + unsure / 2 - spelt;
}
