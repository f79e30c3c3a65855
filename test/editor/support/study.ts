import { assert } from 'chai';
import { ConfigurationTarget, extensions, Uri, workspace } from 'vscode';
import type { ApiTopic, InterviewStudyApi } from '../../../api';
import { extensionId } from './host';

export async function openStudy(): Promise<InterviewStudyApi> {
  const extension = extensions.getExtension<InterviewStudyApi>(extensionId);
  assert.ok(extension);
  return extension.activate();
}

/** The workspace's folder. */
export function folder(): Uri {
  const [first] = workspace.workspaceFolders ?? [];
  assert.ok(first);
  return first.uri;
}

export async function writeFile(path: string, content: string | Uint8Array): Promise<Uri> {
  const uri = Uri.joinPath(folder(), path);
  await workspace.fs.writeFile(uri, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  return uri;
}

export async function setNotes(entries: readonly string[]): Promise<void> {
  await workspace.getConfiguration('interviewStudy').update('notes', entries, ConfigurationTarget.Workspace);
}

/** Waits until a condition gives something; fails with its last word when that takes too long. */
export async function until<T>(what: () => Promise<T | undefined | false>, patience = 20_000): Promise<T> {
  for (const end = Date.now() + patience; ; ) {
    const got = await what();
    if (got) return got;
    if (Date.now() > end) throw new Error(`This did not come: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** The first node of the tree, at any depth, with this title. */
export function findTopic(topics: readonly ApiTopic[], title: string): ApiTopic | undefined {
  for (const topic of topics) {
    const found = topic.title === title ? topic : findTopic(topic.children, title);
    if (found) return found;
  }
  return undefined;
}
