import { Disposable, type LogOutputChannel, l10n } from 'vscode';
import type { StudyNode } from '../../study/topicTree';
import { command, registerCommand } from '../commands';
import type { Quiz } from './quizPanel';

/** Registers what starts a quiz: the palette, a node of the tree, a link in a hover. */
export function registerQuizCommands(quiz: Quiz, log: LogOutputChannel): Disposable {
  return Disposable.from(
    registerCommand(command.startQuiz, log, () => quiz.start()),
    registerCommand(command.quizDue, log, () => quiz.due()),
    registerCommand(command.quizTopic, log, (target: string | StudyNode, topic?: number) =>
      typeof target === 'string' ? quiz.topic(target, topic ?? -1) : quizNode(quiz, target),
    ),
  );
}

function quizNode(quiz: Quiz, node: StudyNode): Promise<void> {
  switch (node.kind) {
    case 'note':
      return quiz.topic(node.note.uri, -1);
    case 'topic':
      return quiz.topic(node.note.uri, node.topic);
    case 'card':
      return quiz.cards([node.card.id]);
    case 'folder':
      throw new Error(l10n.t('Choose a note or a topic of this folder.'));
  }
}
