-- A tour through the features in Neovim (0.7 and later), with the configuration that it was started with. Prints one JSON object:
-- what each step gave.
local answer = { version = vim.version().major .. '.' .. vim.version().minor }
local root = os.getenv('DOSSIER_ROOT')
local messages, published = {}, {}

local function waited(what, condition)
  local got
  local function check() got = condition() return got end
  if not vim.wait(15000, check, 30) then error('no ' .. what) end
  return got
end

local function open(file)
  vim.cmd('edit ' .. vim.fn.fnameescape(root .. '/' .. file))
  return vim.api.nvim_get_current_buf()
end

local function client_of(buffer)
  local all = vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)
  for _, client in pairs(all) do return client end
end

-- The position after the text in the buffer.
local function after(text)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.fn.search(text, 'ceW')
end

local function ask(method, params)
  local buffer = vim.api.nvim_get_current_buf()
  local client = client_of(buffer)
  params = params or vim.lsp.util.make_position_params(0, client.offset_encoding)
  local answers = vim.lsp.buf_request_sync(buffer, method, params, 10000)
  local own = answers and answers[client.id]
  return own and own.result
end

local function lines() return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n') .. '\n' end

local function apply(edit)
  vim.lsp.util.apply_workspace_edit(edit, client_of(vim.api.nvim_get_current_buf()).offset_encoding)
end

local function whole()
  return {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = { start = { line = 0, character = 0 }, ['end'] = { line = vim.api.nvim_buf_line_count(0), character = 0 } },
  }
end

local function take_action(matches, only)
  local params = whole()
  params.context = { diagnostics = {}, only = only }
  for _, action in ipairs(ask('textDocument/codeAction', params) or {}) do
    if matches(action) then
      if not action.edit then action = ask('codeAction/resolve', action) end
      apply(action.edit)
      return action.title
    end
  end
end

-- Renames the agent at the text, here and in one other file.
local function rename(text, name)
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  vim.fn.search(text)
  -- The other file is known after the survey.
  apply(waited('rename', function()
    local params = vim.lsp.util.make_position_params(0, client_of(vim.api.nvim_get_current_buf()).offset_encoding)
    params.newName = name
    local edit = ask('textDocument/rename', params)
    return edit and #(edit.documentChanges or vim.tbl_keys(edit.changes or {})) == 2 and edit
  end))
end

local function work()
  local on_publish = vim.lsp.handlers['textDocument/publishDiagnostics']
  vim.lsp.handlers['textDocument/publishDiagnostics'] = function(problem, result, ...)
    if #result.diagnostics > 0 then published[result.uri] = true end
    return on_publish(problem, result, ...)
  end
  vim.lsp.handlers['window/showMessage'] = function(_, result) table.insert(messages, result.message) end
  local buffer = open('.claude/agents/caller.md')
  local client = waited('client', function() return client_of(buffer) end)
  waited('initialization', function() return client.server_capabilities and next(client.server_capabilities) end)
  answer.encoding = client.offset_encoding
  -- From here on the buffer has two lines more than the file.
  vim.api.nvim_buf_set_lines(buffer, 2, 2, false, { 'maxTurns: 5', 'effort: high' })

  waited('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  answer.delivery = client.server_capabilities.diagnosticProvider and 'pulled' or 'pushed'
  answer.diagnostics = {}
  for _, found in ipairs(vim.diagnostic.get(buffer)) do table.insert(answer.diagnostics, found.code or found.message) end

  after('model: ')
  vim.cmd('startinsert!')
  local list = ask('textDocument/completion', {
    textDocument = vim.lsp.util.make_text_document_params(),
    position = { line = 6, character = 7 },
  })
  answer.models = {}
  for _, item in ipairs(list.items or list) do table.insert(answer.models, item.label) end
  vim.cmd('stopinsert')

  -- A field whose value is a placeholder.
  vim.api.nvim_buf_set_lines(buffer, 2, 3, false, { '' })
  vim.api.nvim_win_set_cursor(0, { 3, 0 })
  list = ask('textDocument/completion')
  for _, item in ipairs(list.items or list) do
    if item.label == 'maxTurns' then
      answer.format = item.insertTextFormat == 2 and 'snippet' or 'plain'
      if vim.snippet and answer.format == 'snippet' then
        vim.snippet.expand(item.textEdit.newText)
        vim.snippet.stop()
      else
        vim.lsp.util.apply_text_edits({ item.textEdit }, buffer, client.offset_encoding)
      end
    end
  end
  vim.cmd('stopinsert')
  answer.completed = vim.api.nvim_buf_get_lines(buffer, 2, 3, false)[1]

  after('MultiEdit')
  answer.hover = vim.inspect((ask('textDocument/hover') or {}).contents)

  if client.server_capabilities.inlayHintProvider and vim.lsp.inlay_hint then
    local hints = waited('inlay hints', function()
      local all = vim.lsp.inlay_hint.get({ bufnr = buffer })
      return #all > 0 and all
    end)
    answer.hints = #hints
  end

  if vim.lsp.codelens.enable then
    waited('lenses', function() return #vim.lsp.codelens.get({ bufnr = buffer }) > 0 end)
  else
    waited('lenses', function()
      vim.lsp.codelens.refresh()
      return #vim.lsp.codelens.get(buffer) > 0
    end)
  end
  vim.api.nvim_win_set_cursor(0, { 1, 0 })
  local lenses = ask('textDocument/codeLens', { textDocument = vim.lsp.util.make_text_document_params() })
  answer.lens = lenses[1].command.title
  ask('workspace/executeCommand', { command = lenses[1].command.command, arguments = lenses[1].command.arguments })
  waited('message of the lens', function() return #messages > 0 end)
  answer.message = messages[1]

  answer.action = take_action(function(action) return action.title:find('Remove "MultiEdit"', 1, true) end)
  answer.fixAll = take_action(function(action) return action.kind == 'source.fixAll.dossier' end, { 'source.fixAll.dossier' })
  answer.fixed = lines()

  rename('helper)', 'other')
  vim.cmd('silent wall')

  -- Other spellings of its URI under which the server has published.
  answer.spellings = {}
  for uri in pairs(published) do
    if uri ~= vim.uri_from_bufnr(buffer) and vim.uri_to_fname(uri) == vim.api.nvim_buf_get_name(buffer) then
      table.insert(answer.spellings, uri)
    end
  end

  open('.opencode/agent/lead.md')
  waited('client', function() return client_of(vim.api.nvim_get_current_buf()) end)
  if vim.lsp.document_color then
    answer.colors = waited('colors', function() return vim.lsp.document_color.is_enabled(vim.lsp.document_color.enable and { bufnr = 0 } or 0) end)
  end
  answer.color = vim.inspect((ask('textDocument/documentColor', { textDocument = vim.lsp.util.make_text_document_params() }) or {})[1])

  open('plug/agents/a.md')
  waited('client', function() return client_of(vim.api.nvim_get_current_buf()) end)
  rename('b)', 'c')
  vim.cmd('silent wall')

  -- As a plugin for files does it: Neovim itself does not ask.
  local from, to = root .. '/.opencode/agent/team.md', root .. '/.opencode/agent/squad.md'
  local moved = { files = { { oldUri = vim.uri_from_fname(from), newUri = vim.uri_from_fname(to) } } }
  apply(ask('workspace/willRenameFiles', moved))
  vim.cmd('silent wall')
  vim.fn.rename(from, to)

  if vim.lsp.buf.selection_range then
    local params = vim.lsp.util.make_position_params(0, client.offset_encoding)
    local ranges = ask('textDocument/selectionRange', { textDocument = params.textDocument, positions = { params.position } })
    answer.selection = ranges[1].parent ~= nil
  end
end

local good, problem = xpcall(work, debug.traceback)
if not good then answer.problem = problem end
io.stdout:write('\n' .. vim.fn.json_encode(answer) .. '\n')
io.stdout:flush()
vim.cmd('qa!')
