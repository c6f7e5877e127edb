// The names of agents in Kimi Code.

/** The agents that are part of the program. */
const builtIn: readonly string[] = ['agent', 'coder', 'explore', 'plan'];

export const isBuiltIn = (name: string): boolean => builtIn.includes(name);

/** The built-in agents that other agents can call. */
export const callable: readonly string[] = builtIn.filter((name) => name !== 'agent');

/** Whether an agent may have the name. */
export const isName = (name: string): boolean => /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(name);

/** The name of an agent without `name`: the file name without its last extension. */
export function nameOfFile(path: string): string {
  const file = path.slice(path.lastIndexOf('/') + 1);
  return file.replace(/\.[^.]*$/, '');
}
