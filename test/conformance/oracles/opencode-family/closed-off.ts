// What keeps OpenCode, its preview and Kilo from the network and from the files of the user.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

const off = [
  'DISABLE_MODELS_FETCH',
  'DISABLE_AUTOUPDATE',
  'DISABLE_DEFAULT_PLUGINS',
  'DISABLE_LSP_DOWNLOAD',
  'DISABLE_SHARE',
  'DISABLE_FILEWATCHER',
  'EXPERIMENTAL_DISABLE_FILEWATCHER',
];

/** The environment of a program of the family: a home of its own, and every way out that it knows closed. */
export function closedOff(home: string): Record<string, string> {
  const below = (name: string): string => {
    const folder = path.join(home, name);
    mkdirSync(folder, { recursive: true });
    return folder;
  };
  return {
    PATH: '/usr/bin:/bin',
    LANG: 'C.UTF-8',
    HOME: home,
    XDG_CONFIG_HOME: below('config'),
    XDG_DATA_HOME: below('data'),
    XDG_CACHE_HOME: below('cache'),
    XDG_STATE_HOME: below('state'),
    TMPDIR: below('tmp'),
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_fetch_retries: '0',
    HTTPS_PROXY: 'http://127.0.0.1:9',
    HTTP_PROXY: 'http://127.0.0.1:9',
    NO_PROXY: '127.0.0.1,localhost',
    NO_COLOR: '1',
    ...Object.fromEntries(
      off.flatMap((flag) => [
        [`OPENCODE_${flag}`, '1'],
        [`KILO_${flag}`, '1'],
      ]),
    ),
  };
}
