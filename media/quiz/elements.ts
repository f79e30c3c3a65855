/** The components of VS Code's look that the page uses, and their types for JSX. */
import '@vscode-elements/elements/dist/vscode-badge/index.js';
import '@vscode-elements/elements/dist/vscode-button/index.js';
import '@vscode-elements/elements/dist/vscode-progress-bar/index.js';
import type { HTMLAttributes } from 'preact';

type ElementAttributes = HTMLAttributes<HTMLElement> & { class?: string; 'data-item'?: boolean };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'vscode-badge': ElementAttributes & { variant?: 'default' | 'counter' };
      'vscode-button': ElementAttributes & { secondary?: boolean; disabled?: boolean };
      'vscode-progress-bar': ElementAttributes & { value?: number; max?: number };
    }
  }
}
