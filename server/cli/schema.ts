// `dossier schema`: the JSON Schema of a host's frontmatter, for use by other YAML validators.

import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { printed } from '../hosts/schema/json-schema';
import { exit, type Io, UsageError } from './io';
import { parse } from './parse';
import { schemaOf } from './schema-of';

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
  io.out(printed(schemaOf(catalog, id, values['dialect'])));
  return exit.clean;
}
