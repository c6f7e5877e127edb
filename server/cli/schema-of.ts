// The JSON Schema of a program's frontmatter.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { jsonSchemaOf, type Schema } from '../hosts/schema/json-schema';
import { UsageError } from './io';
import { wordOf } from './options';
import { hostsOf } from './programs';

/**
 * @param asked the name of a dialect, for programs that support several. Default: the first.
 * @throws UsageError for anything but one program that reads YAML.
 */
export function schemaOf(catalog: HostCatalog, id: string, asked?: unknown): Schema {
  const [host, ...others] = hostsOf(catalog, id) ?? [];
  if (!host || others.length > 0)
    throw new UsageError(`schema requires exactly one program, not "${id}"`);
  const names = Object.keys(host.dialects);
  const [first = ''] = names;
  const name = wordOf(asked, names, first, `dialect of ${host.id}`);
  const dialect = host.dialects[name];
  if (!dialect) throw new UsageError(`${host.name} has no dialects`);
  const found = jsonSchemaOf(host, dialect, name === first ? undefined : name);
  if (!found)
    throw new UsageError(
      `${host.name} does not read YAML, so it has no JSON Schema for YAML validators`,
    );
  return found;
}
