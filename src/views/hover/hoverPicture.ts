import { ColorThemeKind, window } from 'vscode';
import { diagramImage, parseDiagram } from '../../notes/diagram';
import { plain } from './hoverText';

/** Widest and highest that a diagram is in a hover, in pixels. */
const most = { width: 420, height: 260 };

/** A diagram as an image in a hover; undefined where there is none. */
export function hoverPicture(source: string): string | undefined {
  const diagram = parseDiagram(source);
  if (!diagram) return undefined;
  const { words, width, height } = diagram;
  const scale = Math.min(1, most.width / width, most.height / height);
  const size = `width=${Math.round(width * scale)},height=${Math.round(height * scale)}`;
  const bytes = new TextEncoder().encode(diagramImage(diagram, style(window.activeColorTheme.kind)));
  return `![${plain(words)}](data:image/svg+xml;base64,${btoa(String.fromCharCode(...bytes))}|${size})`;
}

/** An image knows no theme variables, so it takes ink and paper that suit the kind of theme; the ground stays the hover's. */
function style(kind: ColorThemeKind): string {
  const dark = kind === ColorThemeKind.Dark || kind === ColorThemeKind.HighContrast;
  const contrast = kind === ColorThemeKind.HighContrast || kind === ColorThemeKind.HighContrastLight;
  const ink = dark ? (contrast ? '#fff' : '#ccc') : contrast ? '#000' : '#3b3b3b';
  const paper = dark ? (contrast ? '#000' : '#252526') : contrast ? '#fff' : '#f3f3f3';
  return [
    `text{fill:${ink};font:13px system-ui,sans-serif}.title{font-size:12px;font-weight:600}.small,.note{font-size:11px}`,
    `.node,.group,.head{fill:${ink};fill-opacity:.06;stroke:${ink};stroke-opacity:${contrast ? 1 : 0.5}}`,
    `.plain{fill:${ink};fill-opacity:.06}.group{fill:none}.label{fill:${paper}}.tip{fill:${ink}}`,
    `.solid,.dashed,.thick{fill:none;stroke:${ink}}.dashed{stroke-dasharray:5 4}.thick{stroke-width:2}`,
  ].join('');
}
