// The manifest of the standard "Agent Plugins", which several hosts read, each in its own way.
import type { Dialect } from '../../model/dialect';
import type { Evidence } from '../../model/evidence';
import { documented } from '../../model/evidence';
import type { Field } from '../../model/field';
import type { Type } from '../../model/type';
import {
  anyMap,
  formed,
  manifestField,
  pluginRefused,
  refusedWhole,
  text,
  texts,
} from './manifest';

/** The text of the standard. */
export const specification = documented({
  title: 'Agent Plugins Specification 1.0.0',
  address: 'https://github.com/agentplugins/agent-plugins-spec/blob/main/spec/1.0.0.md',
  on: '2026-11-23',
});

export const standardSchema = 'https://agent-plugins.org/schemas/1.0.0/plugin.schema.json';

/** That address, and no other. */
export const standardSchemaForm =
  /^https:\/\/agent-plugins\.org\/schemas\/1\.0\.0\/plugin\.schema\.json$/;

/** Without a map there is no schema that declares the standard. */
export const standardFlaws = { json: refusedWhole.json } satisfies Dialect['flaws'];

export const standardSkeleton = `{\n  "\\$schema": "${standardSchema}",\n  "name": "\${1:my-plugin}",\n  "version": "\${2:1.0.0}",\n  "description": "$3"\n}\n`;

const personKey = (summary: string): { readonly type: Type; readonly summary: string } => ({
  type: text,
  summary,
});

export const person: Type = {
  type: 'map',
  keys: {
    name: personKey('The name.'),
    email: personKey('The address for mail.'),
    url: personKey('The address of a page.'),
  },
};

interface Reads {
  /** The addresses of the schemas that the host accepts. */
  readonly schema: RegExp;
  readonly author?: Type;
  readonly extensions?: Type;
  readonly judgeExtensions?: Field['judge'];
  readonly valueEvidence: Evidence;
}

/** The fields as a host reads them that loads nothing of a plugin with a wrong value. */
export function standardFields({
  schema,
  author = person,
  extensions = anyMap,
  judgeExtensions,
  valueEvidence,
}: Reads): Readonly<Record<string, Field>> {
  const checkedField = manifestField(pluginRefused, { evidence: specification, valueEvidence });
  const { empty: _, ...schemaField } = checkedField(
    formed(schema, 'the address of the schema of Agent Plugins 1.0.0', standardSchema),
    'The version of the standard.',
    { snippet: ` "${standardSchema}"` },
  );
  // Null is a value like any other.
  const { empty: __, ...extensionsField } = checkedField(
    extensions,
    'What single programs read, by their names.',
    judgeExtensions && { judge: judgeExtensions },
  );
  const name = formed(
    /^(?!.*(?:--|\.\.))[a-z0-9](?:[a-z0-9.-]{0,62}[a-z0-9])?$/,
    'a name of up to 64 lowercase letters, digits, "." and "-"',
    'my-plugin',
  );
  return {
    $schema: schemaField,
    name: checkedField(name, 'The name, which the names of all its parts begin with.', {
      required: pluginRefused,
      snippet: ' "${1:my-plugin}"',
      absent: 'Required.',
    }),
    version: checkedField(text, 'The version.', { snippet: ' "${1:1.0.0}"' }),
    description: checkedField(text, 'What the plugin is for.'),
    author: checkedField(author, 'Who wrote it.', { snippet: ' { "name": "$1" }' }),
    homepage: checkedField(text, 'The address of its documentation.'),
    repository: checkedField(text, 'The address of its source code.'),
    license: checkedField(text, 'Its license, such as `MIT`.'),
    keywords: checkedField(texts, 'Words by which it is found.'),
    extensions: extensionsField,
  };
}
