// What we declare of VS Code's tools and settings, for the comparison with what it has registered.
import { settingKeys } from '../../../../server/hosts/vscode/folder-settings';
import {
  desktopOnly,
  knownToolNames,
  offByDefault,
  recordedOnly,
  toolReplacements,
} from '../../../../server/hosts/vscode/tools';
import type { Declared } from './registered';

export const declared: Declared = {
  names: knownToolNames,
  renamed: toolReplacements,
  ...{
    desktopOnly,
    offByDefault: new Set(offByDefault.keys()),
    recordedOnly,
    settings: settingKeys,
  },
};
