// The names in a configuration file or another companion that are checked against the workspace.
import { exactNameSpan, referencesOf } from '../../hosts/judge/mentions/reference-builders';
import type { Host } from '../../hosts/model/host';
import { rootOf } from '../../hosts/model/located-file';
import type { KnownName } from '../../rules/workspace-view';
import type { Configuration } from './configuration';
import type { Verdicts } from './verdicts';
import type { ViewedFile } from './viewed-file';

type File = ViewedFile & Configuration<ViewedFile & Verdicts>;

/**
 * Names of agents, skills and models where the file is no agent itself, and of files of agents. Each has the exact span of its name.
 * @param configured the hosts that the file configures as they declare it.
 */
export const checkedNames = (file: File, configured: readonly Host[]): readonly KnownName[] => [
  ...statedNames(file),
  ...modelsOfEntries(file, configured),
];

function statedNames(file: File): readonly KnownName[] {
  const names = file.companionNames()?.names ?? [];
  const hosts = new Set(names.map(({ host }) => host));
  const reported = new Set([...hosts].filter(file.isReported));
  return names.flatMap((one) => {
    if (!isChecked(one) || !reported.has(one.host)) return [];
    const span = exactNameSpan(file.outline.text, one);
    return span ? [{ ...one, span }] : [];
  });
}

/** Whether there are rules on such a name. */
export function isChecked({ kind, does, call }: KnownName): boolean {
  const isNamed = does === 'names' && (kind === 'agent' || kind === 'model' || kind === 'skill');
  const isOfAgent = kind === 'agent' && (does === 'defines' || does === 'denies');
  return isNamed || isOfAgent || kind === 'file' || call !== undefined;
}

/** The models of its agents, only where a configuration disables providers: there may be many. */
function modelsOfEntries(file: File, configured: readonly Host[]): readonly KnownName[] {
  const isLimited = (host: Host): boolean =>
    (['denies', 'enables'] as const).some(
      (does) => file.workspace.companions(host, 'provider', does, '').length > 0,
    );
  const limited = configured.filter((host) => host.providerSettings && isLimited(host));
  if (limited.length === 0) return [];
  return file.entries().flatMap(({ outline, shown, context }) =>
    shown().flatMap((verdict) => {
      const { host, path, location } = verdict.place;
      if (!limited.includes(host) || !verdict.persona) return [];
      const at = { path, host, scope: location.scope, root: rootOf(verdict.place) };
      return referencesOf(outline, verdict, context).flatMap(({ kind, how, name, span }) =>
        kind === 'model' && how === 'uses'
          ? [{ kind, does: 'names' as const, name, span, ...at }]
          : [],
      );
    }),
  );
}
