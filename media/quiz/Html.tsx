import { usePage } from './context';

interface Props {
  /** Sanitised by the extension. */
  readonly html: string;
  readonly class?: string;
  readonly id?: string;
}

/** Rendered Markdown. Blanks get a name, so that they are heard too. */
export function Html({ html, class: name = '', id }: Props) {
  const { words } = usePage();
  const named = html.replaceAll(
    '<span class="blank"></span>',
    `<span class="blank" role="img" aria-label="${words.strings.blank.replaceAll('"', '&quot;')}"></span>`,
  );
  return <div class={`markdown ${name}`} {...(id && { id })} dangerouslySetInnerHTML={{ __html: named }} />;
}
