// Newer editors than the system has, from Debian's archive. They are unpacked into a cache folder and started with the
// libraries of their own release, so that nothing is installed on the system. Where that is not possible, their tests are skipped.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';

const release = 'sid';
const keys = '/usr/share/keyrings/debian-archive-keyring.gpg';
const folder = path.join(homedir(), '.cache/dossier/editors', release);

/** The packages and the program of each. */
const editors = { neovim: 'nvim', helix: 'hx', emacs: 'emacs-nox' };
const packages = ['neovim', 'hx', 'emacs-nox'];
/** The mode for Markdown of Emacs, which most of its users install. */
const markdownMode = 'elpa-markdown-mode';

const works = (program, ...args) => spawnSync(program, args, { stdio: 'ignore' }).status === 0;

/**
 * Returns the programs of an editor: that of the system, and the unpacked one.
 * @param editor `neovim`, `helix` or `emacs`
 */
export function programsOf(editor) {
  const name = editors[editor];
  return [name === 'emacs-nox' ? 'emacs' : name, path.join(folder, 'bin', name)].filter((program) =>
    works(program, '--version'),
  );
}

/** The folder of the package `markdown-mode`; null where it was not unpacked. */
export function markdownModeFolder() {
  const source = path.join(folder, 'usr/share/emacs/site-lisp/elpa-src');
  const name = existsSync(source)
    ? readdirSync(source).find((one) => one.startsWith('markdown-mode-'))
    : undefined;
  return name === undefined ? null : path.join(source, name);
}

export function ensureEditors() {
  const hasAll = existsSync(path.join(folder, 'bin/complete'));
  if (hasAll && markdownModeFolder() !== null) return;
  if (process.platform !== 'linux' || process.arch !== 'x64') return;
  if (!works('apt-get', '--version') || !works('dpkg-deb', '--version')) return;
  console.log(`Neovim, Helix and Emacs from Debian ${release}`);
  if (hasAll) {
    // Unpacked before this package was among them.
    try {
      unpack([markdownMode]);
    } catch (error) {
      console.log(`not unpacked: ${error.message}`);
    }
    return;
  }
  try {
    unpack([...packages, markdownMode]);
    for (const program of Object.values(editors)) writeStarter(program);
    writeFileSync(path.join(folder, 'bin/complete'), '');
  } catch (error) {
    console.log(`not unpacked: ${error.message}`);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Asks apt for the packages with all their libraries, as if nothing was installed. */
function unpack(wanted) {
  const apt = path.join(folder, 'apt');
  for (const name of ['lists/partial', 'archives/partial'])
    mkdirSync(path.join(apt, name), { recursive: true });
  writeFileSync(path.join(apt, 'status'), '');
  const archive = run('apt-get', 'indextargets', '--format', '$(REPO_URI)')
    .split('\n')
    .find((uri) => /\/debian\/?$/.test(uri));
  if (!archive) throw new Error('no Debian archive is configured');
  const sources = path.join(apt, 'sources.list');
  const options = [
    '-qq',
    ...Object.entries({
      'Dir::State::lists': path.join(apt, 'lists'),
      'Dir::State::status': path.join(apt, 'status'),
      'Dir::Cache::archives': path.join(apt, 'archives'),
      'Dir::Cache::pkgcache': '',
      'Dir::Cache::srcpkgcache': '',
      'Dir::Etc::sourcelist': sources,
      'Dir::Etc::sourceparts': '/dev/null',
      'Dir::Etc::preferencesparts': '/dev/null',
      'APT::Install-Recommends': 'false',
      'Acquire::Languages': 'none',
      'Debug::NoLocking': '1',
      ...(process.getuid() === 0 && { 'APT::Sandbox::User': 'root' }),
    }).flatMap(([key, value]) => ['-o', `${key}=${value}`]),
  ];
  writeFileSync(sources, `deb [signed-by=${keys}] ${archive} ${release} main\n`);
  run('apt-get', ...options, 'update');
  run('apt-get', ...options, '--download-only', '-y', 'install', ...wanted);
  const archives = path.join(apt, 'archives');
  for (const file of readdirSync(archives).filter((name) => name.endsWith('.deb')))
    run(
      'sh',
      '-c',
      'dpkg-deb --fsys-tarfile "$1" | tar -x -C "$2" --keep-directory-symlink',
      'sh',
      path.join(archives, file),
      folder,
    );
  mkdirSync(path.join(folder, 'bin'), { recursive: true });
  rmSync(apt, { recursive: true, force: true });
}

function writeStarter(program) {
  const lib = 'lib/x86_64-linux-gnu';
  const libraries = [`usr/${lib}`, lib, 'usr/lib'].map((part) => path.join(folder, part)).join(':');
  const emacs = readdirSync(path.join(folder, 'usr/share/emacs')).find((name) => /^\d/.test(name));
  const share = path.join(folder, 'usr/share/emacs', emacs ?? '');
  const lisp = readdirSync(path.join(share, 'lisp'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(entry.parentPath, entry.name));
  const variables = {
    nvim: { VIMRUNTIME: path.join(folder, 'usr/share/nvim/runtime') },
    hx: { HELIX_RUNTIME: path.join(folder, 'usr/lib/hx/runtime') },
    'emacs-nox': {
      EMACSLOADPATH: [path.join(share, 'lisp'), ...lisp].join(':'),
      EMACSDATA: path.join(share, 'etc'),
      EMACSDOC: path.join(share, 'etc'),
      EMACSPATH: path.join(folder, 'usr/libexec/emacs'),
    },
  }[program];
  const exported = Object.entries(variables).map(([name, value]) => `export ${name}='${value}'`);
  const loader = path.join(folder, `usr/${lib}/ld-linux-x86-64.so.2`);
  const binary = run('readlink', '-f', path.join(folder, 'usr/bin', program)).trim();
  const starter = path.join(folder, 'bin', program);
  const dump = run('find', path.join(folder, 'usr/libexec/emacs'), '-name', '*.pdmp').trim();
  // Paths that are part of the programs: of the parsers of Neovim, and of the Lisp that Emacs starts with.
  const first = {
    nvim: ` --cmd 'set rtp+=${path.join(folder, 'usr/lib/nvim')}'`,
    hx: '',
    'emacs-nox': ` --dump-file '${dump}'`,
  }[program];
  writeFileSync(
    starter,
    [
      '#!/bin/sh',
      ...exported,
      `exec '${loader}' --library-path '${libraries}' '${binary}'${first} "$@"`,
      '',
    ].join('\n'),
    { mode: 0o755 },
  );
}

function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1e8 });
  if (status !== 0) throw new Error(`${program} ${args[0]}: ${stderr}`);
  return stdout;
}
