import { Uri } from 'vscode';

/** The icon of our tabs. An image in a tab knows no colours of the theme, so there is one for light themes and one for dark ones. */
export function panelIcon(extension: Uri): { readonly light: Uri; readonly dark: Uri } {
  const file = (name: string) => Uri.joinPath(extension, 'media', name);
  return { light: file('icon-light.svg'), dark: file('icon-dark.svg') };
}
