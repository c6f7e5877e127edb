// A host as an older version of its program behaves: its dialects lack the facts that the version does not have, and everything
// else is shared. The code of a host uses the dialect that it is given, so that it needs to know nothing of versions. Nothing here
// runs unless a version is asked for.
import { memoize } from '../../text/memoize';
import { t } from '../../text/message';
import type { Dialect } from '../model/dialect';
import type { Host } from '../model/host';
import type { ModelCatalog } from '../model/models';
import type { FormerTool, Tool, ToolCatalog } from '../model/tools';
import { compareVersions, isInVersion } from '../model/version';

/** @param version one of `versionsOf(host)`. The same host each time. */
export const hostAtVersion = (host: Host, version: string): Host => {
  if (version === host.version) return host;
  const known = olderHosts(host);
  const found = known.get(version) ?? olderHost(host, version);
  known.set(version, found);
  return found;
};

const olderHosts = memoize((_: Host) => new Map<string, Host>());

function olderHost(host: Host, version: string): Host {
  const dialects = new Map<Dialect, Dialect>();
  for (const dialect of Object.values(host.dialects))
    dialects.set(dialect, dialectAt(dialect, version));
  return {
    ...host,
    version,
    dialects: Object.fromEntries(
      Object.entries(host.dialects).map(([name, dialect]) => [
        name,
        dialects.get(dialect) ?? dialect,
      ]),
    ),
  };
}

function dialectAt(dialect: Dialect, version: string): Dialect {
  const { fields, earlier = {}, everyKey, everyKeySince: since, tools, models } = dialect;
  const { everyKey: _, ...others } = dialect;
  return {
    ...others,
    ...(everyKey && isInVersion({ ...(since && { since }) }, version) && { everyKey }),
    fields: Object.fromEntries(
      [...Object.entries(fields), ...Object.entries(earlier)].filter(([, field]) =>
        isInVersion(field, version),
      ),
    ),
    tools: toolsAt(tools, version),
    models: modelsAt(models, version),
  };
}

function toolsAt(catalog: ToolCatalog, version: string): ToolCatalog {
  const { tools, aliases, earlier = [], former, inVersion } = catalog;
  const has = (tool: Tool | FormerTool): boolean => isInVersion(tool, version);
  const lacking = new Set(
    [...tools, ...(aliases ?? []), ...former].flatMap((tool) =>
      has(tool) ? [] : [tool.name.toLowerCase()],
    ),
  );
  if (lacking.size === 0) return catalog;
  return {
    ...catalog,
    lacking,
    tools: [...tools, ...earlier].filter(has),
    ...(aliases && { aliases: aliases.filter(has) }),
    former: former.filter(has),
    ...inVersion?.(version, lacking),
  };
}

function modelsAt(catalog: ModelCatalog, version: string): ModelCatalog {
  const targets = new Map(
    catalog.models.flatMap(({ id, formerly = [] }) => {
      const then = formerly.find(({ until }) => compareVersions(version, until) <= 0);
      return then ? [[id, then.standsFor] as const] : [];
    }),
  );
  if (targets.size === 0) return catalog;
  return {
    ...catalog,
    models: catalog.models.map((model) => {
      const standsFor = targets.get(model.id);
      return standsFor === undefined ? model : { ...model, standsFor };
    }),
    resolve: (written, offered) => {
      const now = catalog.resolve(written, offered);
      const id = targets.get(bareName(written));
      if (id === undefined || now.outcome !== 'alias') return now;
      return { ...now, effective: id, effect: t('{host} sends {model}.', { model: id }) };
    },
  };
}

/** Without a context window: `sonnet[1m]` is the alias `sonnet`. */
const bareName = (written: string): string =>
  written
    .trim()
    .replace(/\[\d+m\]$/i, '')
    .trim()
    .toLowerCase();
