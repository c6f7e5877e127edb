// What conversions from and to Factory Droid need to know.
import { toolsInList } from '../judge/tools/listed-tools';
import { formIn, type ToolListForm, writeToolList } from '../judge/tools/write-tool-list';
import type {
  HostConversion,
  IsWide,
  ServerGrant,
  SharedModel,
  SharedTools,
  WrittenField,
  WrittenTools,
} from '../model/conversion';
import type { ToolPurpose } from '../model/tool-purposes';
import { purposesByTool, type ToolCatalog } from '../model/tools';
import { editToolOf, models } from './models';
import { serverIn } from './tool-names';
import { tools } from './tools';

const changes: readonly ToolPurpose[] = ['create-file', 'change-file', 'edit-notebook'];

/** A model that is not known before the agent starts may change files with the one tool or with the other two. */
const form: ToolListForm = {
  key: 'tools',
  form: 'flow',
  names: [
    { name: 'Read', grants: ['read-file'] },
    { name: 'LS', grants: ['list-folder'] },
    { name: 'Glob', grants: ['find-files'] },
    { name: 'Grep', grants: ['search-text'] },
    { name: 'Edit', grants: changes },
    { name: 'Execute', grants: ['run-command'] },
    { name: 'FetchUrl', grants: ['fetch-page'] },
    { name: 'WebSearch', grants: ['search-web'] },
    { name: 'Task', grants: ['delegate'] },
  ],
  server: (server, tool) =>
    tool !== null && [server, tool].every((part) => /^(?:(?!__)[\w-])+$/.test(part))
      ? `${server}___${tool}`
      : null,
};

function writeTools(shared: SharedTools, isWide: IsWide, catalog: ToolCatalog): WrittenTools {
  const { fields, inexact } = writeToolList(shared, isWide, formIn(catalog, form));
  return { fields: fields.map(withBothEditors), inexact };
}

/** Models without `ApplyPatch` need a tool of its own for new files. */
function withBothEditors(field: WrittenField): WrittenField {
  const { value } = field;
  if (value.kind !== 'names') return field;
  const names = value.names.flatMap((name) => (name === 'Edit' ? ['Create', 'Edit'] : name));
  return { ...field, value: { ...value, names } };
}

const serversOf = (name: string): readonly ServerGrant[] => {
  const parts = serverIn(name);
  return parts === null ? [] : [{ ...parts, action: 'allow' }];
};

/** `claude-opus-4-6` and `claude-opus-4-5-20251101`, in the shared form `claude-opus-4.6`. */
const shared = (id: string): string =>
  id.startsWith('claude-')
    ? id.replace(/-\d{8}$/, '').replace(/-(\d+)-(\d{1,2})(?=-|$)/, '-$1.$2')
    : id;

const byShared: ReadonlyMap<string, string> = new Map(
  models.models
    .map(({ id }) => id)
    .filter((id) => editToolOf(id) !== null)
    .map((id) => [shared(id), id]),
);

const readModel = (written: string): SharedModel | null =>
  models.resolve(written).outcome === 'known'
    ? {
        provider: written.startsWith('claude-') ? 'anthropic' : null,
        alias: null,
        id: shared(written),
      }
    : null;

const writeModel = ({ alias, id }: SharedModel): string | null =>
  alias === null && id !== null ? (byShared.get(id) ?? null) : null;

const declared: HostConversion = {
  toolsOf: toolsInList({
    purposes: purposesByTool(tools),
    lacks: ['ask-person'],
    serversOf: ({ unverified }) => unverified.flatMap(serversOf),
  }),
  writeTools,
  toolFields: [],
  harmless: ['ToolSearch', 'ConnectorSearch', 'WaitForScript', 'TaskOutput', 'TaskStop'],
  fields: { effort: 'reasoningEffort' },
  guards: {},
  servers: { file: '.factory/mcp.json', key: 'mcpServers' },
  readModel,
  writeModel,
  invocation: 'none',
};

export const conversion = (): HostConversion => declared;
