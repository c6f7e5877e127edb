;;; emacs-tour.el --- A tour through the features in Emacs with Eglot.  -*- lexical-binding: t -*-
;; Prints one JSON object: what each step gave. The file of the configuration is in DOSSIER_INIT, the folder in DOSSIER_ROOT.
(setq native-comp-jit-compilation nil
      vc-handled-backends '(Git)
      eglot-sync-connect 10
      eglot-autoshutdown nil
      make-backup-files nil
      create-lockfiles nil
      large-file-warning-threshold nil)
(require 'json)
(require 'cl-lib)
(require 'project)
(require 'flymake)
(require 'eglot)
;; The package, as its installation would load it: its folder is in DOSSIER_MARKDOWN_MODE, or empty for an Emacs without it.
(let ((folder (getenv "DOSSIER_MARKDOWN_MODE")))
  (unless (equal folder "")
    (add-to-list 'load-path folder)
    (load (expand-file-name "markdown-mode-autoloads" folder) nil t)))
(load (getenv "DOSSIER_INIT") nil t)

(defvar tour-root (file-name-as-directory (getenv "DOSSIER_ROOT")))
(defvar tour-answer nil)
(defun tour-put (key value) (push (cons key value) tour-answer))

(defun tour-wait (what condition)
  "Wait until CONDITION returns a value, and return it. WHAT is for the message."
  (let ((end (+ (float-time) 15)) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05))
    (or value (error "no %s" what))))

(defun tour-after (text)
  (goto-char (point-min))
  (search-forward text))

(defun tour-action (matches &optional only)
  "Apply the first action of the whole buffer that MATCHES, of the kinds ONLY, and return its title."
  (let* ((server (eglot-current-server))
         (range (list :start (eglot--pos-to-lsp-position (point-min))
                      :end (eglot--pos-to-lsp-position (point-max))))
         (params (list :textDocument (eglot--TextDocumentIdentifier)
                       :range range :context (append (list :diagnostics []) (and only (list :only (vector only))))))
         (action (cl-find-if matches (append (jsonrpc-request server :textDocument/codeAction params) nil))))
    (unless (plist-get action :edit)
      (setq action (jsonrpc-request server :codeAction/resolve action)))
    (tour-edit (plist-get action :edit))
    (plist-get action :title)))

(defun tour-edit (edit)
  (if (= 1 (cdr (func-arity 'eglot--apply-workspace-edit)))
      (eglot--apply-workspace-edit edit)
    (condition-case nil
        (eglot--apply-workspace-edit edit 'tour)
      (wrong-number-of-arguments (eglot--apply-workspace-edit edit)))))

(defun tour-rename (text name)
  "Rename the agent at TEXT to NAME, here and in one other file."
  (tour-after text)
  (cl-letf (((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
    (let ((eglot-confirm-server-initiated-edits nil)
          (eglot-confirm-server-edits nil))
      (tour-edit (tour-wait "rename"
                            (lambda ()
                              (let ((edit (jsonrpc-request (eglot-current-server) :textDocument/rename
                                                           (append (eglot--TextDocumentPositionParams)
                                                                   (list :newName name)))))
                                (and (= 2 (length (plist-get edit :documentChanges))) edit))))))))

(defun tour ()
  (find-file (concat tour-root ".claude/agents/caller.md"))
  (tour-wait "server" (lambda ()
                        (run-hooks 'post-command-hook)
                        (eglot-managed-p)))
  (tour-put 'version emacs-version)
  (tour-put 'mode (symbol-name major-mode))
  (tour-put 'isPackage (if (featurep 'markdown-mode) t :json-false))
  (let ((server (eglot-current-server)))
    (tour-put 'encoding (or (plist-get (eglot--capabilities server) :positionEncoding) "none"))
    (flymake-mode 1)
    (tour-put 'diagnostics
              (tour-wait "diagnostics"
                         (lambda ()
                           (flymake-start nil)
                           ;; Others may be reported first, such as those that need no other file.
                           (let ((texts (mapcar #'flymake-diagnostic-text (flymake-diagnostics))))
                             (and (cl-some (lambda (one) (string-match-p "MultiEdit" one)) texts)
                                  (vconcat texts))))))
    ;; Completion as the user asks for it with `completion-at-point'.
    (tour-after "model: ")
    (insert "sonn")
    (completion-at-point)
    (tour-put 'completed (buffer-substring-no-properties (line-beginning-position) (line-end-position)))
    (let* ((items (jsonrpc-request server :textDocument/completion
                                   (progn (tour-after "color: Blue\n") (insert "\n") (forward-line -1)
                                          (eglot--signal-textDocument/didChange)
                                          (eglot--TextDocumentPositionParams))))
           (item (cl-find "maxTurns" (append (plist-get items :items) nil)
                          :key (lambda (one) (plist-get one :label)) :test #'equal)))
      (tour-put 'format (if (eql 2 (plist-get item :insertTextFormat)) "snippet" "plain"))
      (tour-put 'field (plist-get (plist-get item :textEdit) :newText))
      (delete-char 1)
      (eglot--signal-textDocument/didChange))
    (tour-after "MultiEd")
    (tour-put 'hover (plist-get (plist-get (jsonrpc-request server :textDocument/hover
                                                            (eglot--TextDocumentPositionParams))
                                           :contents)
                                :value))
    (when (fboundp 'eglot-inlay-hints-mode)
      (eglot-inlay-hints-mode 1)
      (tour-put 'hints
                (tour-wait "inlay hints"
                           (lambda ()
                             (eglot--update-hints-1 (point-min) (point-max))
                             (accept-process-output nil 0.1)
                             ;; Zero is a value, so it would end the wait.
                             (let ((shown (cl-count-if (lambda (one) (overlay-get one 'eglot--inlay-hint))
                                                       (overlays-in (point-min) (point-max)))))
                               (and (> shown 0) shown))))))
    (tour-put 'action (tour-action (lambda (one) (string-match-p "Edit" (plist-get one :title)))))
    (tour-put 'fixAll (tour-action (lambda (one) (equal "source.fixAll.dossier" (plist-get one :kind)))
                                    "source.fixAll.dossier"))
    (tour-rename "Agent(hel" "other")
    (save-some-buffers t)
    (find-file (concat tour-root "plug/agents/a.md"))
    (tour-wait "server" (lambda ()
                          (run-hooks 'post-command-hook)
                          (eglot-managed-p)))
    (tour-rename "pl:" "c")
    (save-some-buffers t)))

(condition-case problem (tour) (error (tour-put 'problem (error-message-string problem))))
(princ (concat "\n" (json-encode (nreverse tour-answer)) "\n"))
(kill-emacs 0)
