// One file of `dossier check`: judged, mended where that was asked for, its findings placed.
import { bestFix, bestOf, fixAll } from '../features/fixes';
import { ignoredIn } from '../features/ignored';
import { moveTitle } from '../features/moves';
import { type View, viewOf } from '../features/view';
import type { Context } from '../hosts/context';
import type { Host } from '../hosts/host';
import type { KnownAgent, Neighbours } from '../rules/neighbours';
import type { Finding } from '../rules/rule';
import { isAcross } from '../rules/run-across';
import { withChosen } from '../settings/chosen';
import type { Settings } from '../settings/settings';
import { linesOf } from '../text/lines';
import { knownAgent } from '../workspace/known-agents';
import type { World } from '../world/world';
import { diff } from './diff';
import { placesToCheck } from './paths';
import type { Checked, Located, Suppressed } from './report';

export interface FileOptions {
  /** The hosts that alone are spoken of. */
  readonly only: readonly Host[] | undefined;
  readonly settings: Settings;
  readonly context: Context;
  readonly fix: 'no' | 'write' | 'show';
  /** The agents around the file, once they are known. */
  readonly neighbours?: Neighbours;
  /** Whether the edits of each fix are told. */
  readonly withEdits: boolean;
  /** Whether what comments ignore is told too. */
  readonly suppressed: boolean;
}

/** Of a file that is looked at once more, only what others around it make of it. */
export function checkAround(
  file: string,
  text: string,
  options: FileOptions & { readonly neighbours: Neighbours },
  world: World,
): CheckedFile {
  const isWanted = ({ rule }: Finding): boolean => isAcross(rule);
  return checkFile(file, text, { ...options, fix: 'no' }, world, isWanted);
}

export interface CheckedFile extends Checked {
  /** How many fixes were made. */
  readonly fixed: number;
  /** What a fix would change; only where it is to be shown. */
  readonly difference?: string;
  /** Why the fixes were not made. */
  readonly notMended?: string;
  /** As the hosts that are spoken of see it. */
  readonly agents: readonly KnownAgent[];
  /** Why there can be no findings. */
  readonly notJudged?: string;
}

/** @param isWanted of which findings is told. */
export function checkFile(
  file: string,
  text: string,
  { only, settings, context, fix, withEdits, suppressed, neighbours }: FileOptions,
  world: World,
  isWanted: (finding: Finding) => boolean = () => true,
): CheckedFile {
  const here = placesToCheck(file, text, world, only ?? null);
  const places = only ? here : withChosen(here, file, settings);
  const seen = (now: string): View =>
    viewOf({
      path: file,
      text: now,
      places,
      settings,
      context,
      only,
      ...(neighbours && { neighbours }),
    });
  const view = seen(text);
  const found = (now: View): Omit<CheckedFile, 'fixed'> => ({
    file,
    text: now.outline.text,
    findings: located(now, now.findings().filter(isWanted), withEdits),
    agents: now.shown().map((verdict) => knownAgent(now.outline, verdict, context)),
    ...(suppressed && { suppressed: ignored(now, withEdits, isWanted) }),
  });
  const asIs: CheckedFile = { ...found(view), fixed: 0 };
  if (view.lanes.length === 0) return { ...asIs, notJudged: notJudged(places.length, only) };
  if (fix === 'no') return asIs;
  const fixed = fixAll(view);
  if (fixed.titles.length === 0) return asIs;
  if (fix === 'show') return { ...asIs, difference: diff(file, text, fixed.text) };
  try {
    world.write(file, fixed.text, text);
  } catch (error) {
    return { ...asIs, notMended: error instanceof Error ? error.message : String(error) };
  }
  return { ...found(seen(fixed.text)), fixed: fixed.titles.length };
}

function notJudged(places: number, only: readonly Host[] | undefined): string {
  if (places === 0) return 'no host reads a file in this place; not judged';
  if (!only) return 'only guests read a file in this place, and none was asked for; not judged';
  const names = only.map(({ name }) => name).join(', ');
  return `${names} ${only.length === 1 ? 'does' : 'do'} not look in this place; not judged`;
}

const ignored = (
  view: View,
  withEdits: boolean,
  isWanted: (finding: Finding) => boolean,
): Suppressed[] =>
  ignoredIn(view).flatMap(({ finding, by }) =>
    located(view, [finding].filter(isWanted), withEdits).map((one) => ({
      ...one,
      by: 'comment',
      reason: by.reason,
    })),
  );

function located(view: View, findings: readonly Finding[], withEdits: boolean): Located[] {
  if (findings.length === 0) return [];
  const lines = linesOf(view.outline.text);
  return findings.map((finding) => {
    // To make a fix takes longer than to find what it is for.
    const made = withEdits ? bestFix(view, finding) : undefined;
    const best = withEdits ? made : bestOf(view, finding);
    return {
      file: view.path,
      host: finding.host,
      rule: finding.rule,
      severity: finding.severity,
      message: finding.message,
      range: finding.span && lines.rangeOf(finding.span),
      fix: best?.safety ?? (finding.moveTo === undefined ? null : 'review'),
      fixTitle:
        best?.title ?? (finding.moveTo === undefined ? null : moveTitle(view, finding.moveTo)),
      fixEdits: (made?.edits ?? []).map(({ span, text }) => ({ range: lines.rangeOf(span), text })),
    };
  });
}
