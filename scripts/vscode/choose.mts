/** Which VS Code the tests run in: the desktop where it can be had, else the server. */

import type { ExtensionHost } from './bundleEditorTests.mjs';
import { desktopEditor } from './desktop.mjs';
import { serverEditor } from './serverEditor.mjs';

export interface TestRun {
  /** The extension's folder, and in it the bundle with the tests. */
  readonly extension: string;
  /** VSIX files of further extensions, to be installed before (the server only). */
  readonly beside?: readonly string[];
  readonly tests: string;
  readonly host: ExtensionHost;
  readonly workspace: string;
  /** Settles when the tests have reported their end. */
  readonly ended: Promise<void>;
}

export interface Editor {
  readonly name: string;
  /** Returns when the tests have ended, and throws if they never do. */
  runTests(run: TestRun): Promise<void>;
}

/** `INTERVIEW_STUDY_HOST=desktop` or `server` decides; else the desktop is tried first. Says what it found. */
export async function chooseHost(): Promise<Editor> {
  const wanted = process.env['INTERVIEW_STUDY_HOST'];
  if (wanted === 'server') return announce(await serverEditor(), 'INTERVIEW_STUDY_HOST says so');
  try {
    return announce(await desktopEditor(), 'downloaded by test-electron');
  } catch (error) {
    if (wanted === 'desktop') throw error;
    const reason = error instanceof Error ? error.message : String(error);
    return announce(await serverEditor(), `the desktop could not be downloaded: ${reason}`);
  }
}

function announce(editor: Editor, why: string): Editor {
  console.log(`Using ${editor.name} (${why}).`);
  return editor;
}
