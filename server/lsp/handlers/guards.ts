// What the programs of an open folder decide about a call that the author types.
import {
  callIn,
  type ProbedProgram,
  type ProbedProject,
  programIn,
  programsIn,
  writtenCall,
} from '../../features/guards/probe-project';
import { guardsIn, isUnguarded } from '../../features/guards/project-guards';
import type { Host } from '../../hosts/model/host';
import {
  type FolderGuard,
  type GuardedProgram,
  type GuardsAnswer,
  type GuardsParams,
  guardsMethod,
  type TextPlace,
} from '../../protocol/protocol';
import { pathOf } from '../documents/uri';
import type { Session } from '../session';

export function handleGuards({
  connection,
  catalog,
  client,
  documents,
  open,
  textAt,
  world,
}: Session): void {
  const examplesOf = (hosts: readonly Host[]): readonly string[] => [
    ...new Set(hosts.flatMap(({ guards }) => guards?.examples ?? [])),
  ];
  const nothing: GuardsAnswer = {
    ...{ isComplete: false, guards: [], programs: [] },
    examples: examplesOf(catalog.mainHosts),
  };
  connection.onRequest(guardsMethod, ({ folder, call: written }: GuardsParams): GuardsAnswer => {
    const asked = pathOf(folder).replace(/\/$/, '');
    const root = client.folders.find(({ path }) => path.replace(/\/$/, '') === asked) && asked;
    if (root === undefined) return nothing;
    const has = (path: string): boolean => world.has(path);
    const isFolder = (path: string): boolean => world.isFolder(path);
    const read: ProbedProject['read'] = (path) => textAt(path) ?? world.read(path);
    const around = {
      ...{ has, isFolder, read, roots: () => [root] },
      ...(world.home !== undefined && { home: world.home }),
    };
    const walk: ProbedProject['walk'] = (below, wanted) => world.walk(below, wanted);
    const project: ProbedProject = { catalog, root, folder: root, has, read, walk, around };
    const placeOf = (file: string, line: number): TextPlace => ({
      ...{ uri: open.uriOf(`${root}/${file}`), path: file, line: line - 1 },
    });
    const answer = ({ host, action, why, rule, hooks }: ProbedProgram): GuardedProgram => ({
      ...{ hostName: host.name, action, why: why === null ? '' : client.translate(why) },
      rule: rule && {
        text: `${rule.action} ${rule.text}`,
        at: rule.file === null ? null : placeOf(rule.file, rule.line ?? 1),
      },
      hooks: hooks.map(({ event, matcher, runs, file, line }) => ({
        text: `${matcher === null ? event : `${event} ${matcher}`}: ${runs}`,
        at: placeOf(file, line),
      })),
    });
    const programs = programsIn(
      root,
      catalog,
      { has: (path) => has(path) || isFolder(path), read },
      documents.options.editor,
    );
    const examples = examplesOf(programs);
    const incomplete = examples.length > 0 ? { ...nothing, examples } : nothing;
    if (written.trim() === '') {
      const guards = guardsIn(programs, project).flatMap(
        ({ call, text, file, line, programs: probes }): FolderGuard[] =>
          call
            ? [
                {
                  call: writtenCall(call),
                  guard: { text, at: line === null ? null : placeOf(file, line) },
                  programs: probes.map(answer),
                  isUnguarded: probes.some(isUnguarded),
                },
              ]
            : [],
      );
      return { ...incomplete, guards };
    }
    const call = callIn(written, project);
    // While its name is typed, nothing is known of the tool.
    if (!call || !/:|^\s*mcp__/.test(written)) return incomplete;
    return {
      ...incomplete,
      isComplete: true,
      programs: programs.map((host) => answer(programIn(host, project).probe(call))),
    };
  });
}
