import {
  type Disposable,
  EndOfLine,
  type LogOutputChannel,
  l10n,
  type QuickPickItem,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { Library } from '../../study/library';
import { termInsertion } from '../../terms/termInsertion';
import { command, registerCommand } from '../commands';

export interface AddTermDeps {
  readonly log: LogOutputChannel;
  library(): Promise<Library>;
  /** @param line 1-based */
  openNote(uri: string, line: number): Promise<void>;
}

/** Registers Add Term…: the selection and a definition, written into a note of the user's choice. One undo in that note takes it back. */
export function registerAddTerm(deps: AddTermDeps): Disposable {
  return registerCommand(command.addTerm, deps.log, () => addTerm(deps));
}

async function addTerm({ library, openNote }: AddTermDeps): Promise<void> {
  const uri = await pickNote((await library()).notes.filter((note) => !note.builtIn).map((note) => note.uri));
  if (!uri) return;
  const name = await window.showInputBox({
    title: l10n.t('Add Term'),
    prompt: l10n.t('The term, with other names in brackets: ISR (In-Sync Replicas)'),
    value: selected(),
    validateInput: (value) => (value.trim() === '' ? l10n.t('A term needs a name.') : undefined),
  });
  if (name === undefined) return;
  const definition = await window.showInputBox({
    title: l10n.t('Add Term'),
    prompt: l10n.t('What does {0} mean?', name.trim()),
    validateInput: (value) => (value.trim() === '' ? l10n.t('A term needs a definition.') : undefined),
  });
  if (definition === undefined) return;
  const document = await workspace.openTextDocument(uri);
  const { offset, text, line } = termInsertion(document.getText(), name, definition);
  const edit = new WorkspaceEdit();
  // In an editor, so that undo is at hand.
  await openNote(uri.toString(), line);
  edit.insert(uri, document.positionAt(offset), document.eol === EndOfLine.CRLF ? text.replace(/\n/g, '\r\n') : text);
  if (!(await workspace.applyEdit(edit))) throw new Error(l10n.t('The note {0} could not be changed.', uri.path));
  await document.save();
  await openNote(uri.toString(), line);
}

/** The selected text, or the word at the cursor, on one line. */
function selected(): string {
  const editor = window.activeTextEditor;
  if (!editor) return '';
  const { document, selection } = editor;
  const range = selection.isEmpty ? document.getWordRangeAtPosition(selection.active) : selection;
  return range?.isSingleLine ? document.getText(range).trim() : '';
}

async function pickNote(uris: readonly string[]): Promise<Uri | undefined> {
  const items: (QuickPickItem & { readonly uri?: Uri })[] = uris.map((each) => {
    const uri = Uri.parse(each, true);
    return { label: uri.path.split('/').at(-1) ?? each, description: workspace.asRelativePath(uri), uri };
  });
  const other = { label: `$(folder-opened) ${l10n.t('Another Markdown file…')}` };
  const picked = await window.showQuickPick([...items, other], {
    title: l10n.t('Add Term'),
    placeHolder: l10n.t('Which note should it stand in?'),
    matchOnDescription: true,
  });
  if (!picked || 'uri' in picked) return picked?.uri as Uri | undefined;
  const chosen = await window.showOpenDialog({ filters: { Markdown: ['md', 'markdown'] }, canSelectMany: false });
  return chosen?.[0];
}
