// Other linters that read agent files or Markdown, for comparison, and a newer Node. They are installed outside of the repository
// and only where a measurement asks for them.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const folder = path.join(
  process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache'),
  'dossier/bench-peers',
);
const versions = { agnix: '0.59.3', 'markdownlint-cli2': '0.18.1', node: '22.23.3' };

function run(command, args) {
  const { status } = spawnSync(command, args, {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}`);
}

/**
 * Installs them where they are missing.
 * @returns by the name and version of each peer, what begins its command; `newerNode` is a program.
 */
export function installedPeers() {
  mkdirSync(folder, { recursive: true });
  const agnix = path.join(folder, 'python/bin/agnix');
  if (!existsSync(agnix)) {
    run('python3', ['-m', 'venv', 'python']);
    run(path.join(folder, 'python/bin/pip'), ['install', '-q', `agnix==${versions.agnix}`]);
  }
  const platform = `node-${process.platform}-${process.arch}`;
  const markdownlint = path.join(
    folder,
    'node_modules/markdownlint-cli2/markdownlint-cli2-bin.mjs',
  );
  const newerNode = path.join(folder, 'node_modules', platform, 'bin/node');
  if (!existsSync(markdownlint) || !existsSync(newerNode)) {
    writeFileSync(path.join(folder, 'package.json'), '{"private":true}\n');
    const packages = [
      `markdownlint-cli2@${versions['markdownlint-cli2']}`,
      `${platform}@${versions.node}`,
    ];
    run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', ...packages]);
  }
  return {
    agnix: { name: `agnix ${versions.agnix}`, command: [agnix] },
    markdownlint: {
      name: `markdownlint-cli2 ${versions['markdownlint-cli2']}`,
      command: [process.execPath, markdownlint],
    },
    newerNode: { name: `Node ${versions.node}`, program: newerNode },
  };
}
