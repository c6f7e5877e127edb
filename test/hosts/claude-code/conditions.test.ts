// Tools that Claude Code 2.1.328 gives an agent only under a condition. Asked under its defaults, with a model that calls the agent:
//   tools: Read, ToolSearch                       Read
//   tools: Read, ToolSearch, mcp__s__ping         Read, ToolSearch
//   no tools                                      ToolSearch among them
//   tools: Read, ListMcpResourcesTool             Read; with a server that has resources both; with a server without them Read
//   tools: Read, PowerShell                       Read; with CLAUDE_CODE_USE_POWERSHELL_TOOL=1 both
//   tools: Read, TodoWrite                        Read; with CLAUDE_CODE_ENABLE_TASKS=false both on Sonnet 4.6, and on Opus 5.5 only with
//                                                 CLAUDE_CODE_ENABLE_TODO_TOOLS=1 as well
import assert from 'node:assert/strict';
import { reportedBy } from '../../support/reporting';

const found = (tools: string): readonly string[] =>
  reportedBy(
    'unavailable-tool',
    {
      '.claude/agents/reader.md': `---\nname: reader\ndescription: Reads.\ntools: Read, ${tools}\n---\nYou read.\n`,
    },
    '--notes',
  );

describe('a tool that Claude Code offers under a condition', () => {
  for (const [tool, condition] of [
    ['ToolSearch', 'only if its list has tools of MCP servers, or if it has no list'],
    ['ListMcpResourcesTool', 'only while an MCP server with resources is connected'],
    ['ReadMcpResourceTool', 'only while an MCP server with resources is connected'],
    ['ReadMcpResourceDirTool', 'only while an MCP server with resources is connected'],
    ['PowerShell', 'on Linux only with CLAUDE_CODE_USE_POWERSHELL_TOOL=1'],
    ['TodoWrite', 'only with CLAUDE_CODE_ENABLE_TASKS=false'],
  ] as const)
    it(`${tool}: names the condition`, () => {
      const [message = ''] = found(tool);
      assert.ok(message.includes(condition), message);
    });

  it('ToolSearch is granted next to a tool of a server', () =>
    assert.deepEqual(found('ToolSearch, mcp__s__ping'), []));
});
