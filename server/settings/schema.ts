// JSON Schemas of the settings, for `dossier.config.json` and for the editor.
import type { HostCatalog } from '../hosts/catalog/host-catalog';
import { type Declared, declaredFiles, declaredFor, declaredForClient } from './declared';

type Schema = Readonly<Record<string, unknown>>;

/** The schema of a configuration file. */
export const configSchema = (catalog: HostCatalog): Schema => ({
  $schema: 'http://json-schema.org/draft-07/schema#',
  title: 'Dossier',
  description: 'Settings of a team for the agent files in this folder and its subfolders.',
  type: 'object',
  additionalProperties: false,
  allowTrailingCommas: true,
  properties: {
    $schema: { type: 'string' },
    ...Object.fromEntries(
      [...Object.values(declaredFor(catalog)), ...Object.values(declaredFiles)]
        .filter(({ appliesIn }) => appliesIn !== 'editor')
        .map((setting) => [setting.name, schemaOf(setting)]),
    ),
  },
});

/** Returns `contributes.configuration.properties` for the extension manifest. */
export const editorSettings = (catalog: HostCatalog): Schema =>
  Object.fromEntries(
    [...Object.values(declaredFor(catalog)), ...Object.values(declaredForClient)].map(
      (setting, order) => [
        `dossier.${setting.name}`,
        {
          order,
          scope: setting.window ? 'window' : 'resource',
          ...schemaOf(setting),
          ...setting.kind.brief,
          ...(setting.isAdvanced && { tags: ['advanced'] }),
        },
      ],
    ),
  );

const schemaOf = ({ kind, otherwise, what }: Declared<unknown>): Schema => ({
  ...kind.schema,
  default: otherwise,
  markdownDescription: what,
});
