// `dossier schema`: the JSON Schema of a host's frontmatter, for use by other YAML validators.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import type { Host } from '../hosts/model/host';
import { jsonSchemaOf, printed, type Schema } from '../hosts/schema/json-schema';
import { exit, type Io, UsageError } from './io';
import { hostsOf, parse, wordOf } from './options';

export const schemaUsage = ({
  hosts,
}: HostCatalog): string => `dossier schema PROGRAM   print the JSON Schema (draft-07) of a program's frontmatter

  --dialect NAME       select a dialect, for programs that support several

Unknown keys are allowed where the program allows them. Known mistakes are marked as deprecated. Use the schema with
yaml-language-server, remark-lint-frontmatter-schema, or any validator:

  dossier schema claude-code > claude-code.schema.json

Hosts: ${inLines(hosts.map(({ id }) => id).join(', '))}
`;

/** In lines of at most 100 characters, which begin in one column. */
const inLines = (list: string): string => list.replaceAll(/(.{60,90},) /g, '$1\n       ');

/** @throws UsageError */
export function schema(catalog: HostCatalog, argv: readonly string[], io: Io): number {
  const { paths, values } = parse(argv, { dialect: { type: 'string' } });
  if (values['help']) {
    io.out(schemaUsage(catalog));
    return exit.clean;
  }
  const [id, ...more] = paths;
  if (id === undefined || more.length > 0)
    throw new UsageError(
      `schema requires exactly one program: ${catalog.hosts.map((host) => host.id).join(', ')}`,
    );
  const [host, ...others] = hostsOf(catalog, id) ?? [];
  if (!host || others.length > 0)
    throw new UsageError(`schema requires exactly one program, not "${id}"`);
  io.out(printed(schemaIn(host, values['dialect'])));
  return exit.clean;
}

function schemaIn(host: Host, asked: unknown): Schema {
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
