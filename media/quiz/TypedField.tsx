import { usePage } from './context';

interface Props {
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** Where a name is typed. It has the focus at once: the prompt is its description, and so is read out with it. */
export function TypedField({ text, onChange }: Props) {
  const { strings } = usePage().words;
  return (
    <input
      class="typed"
      type="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck={false}
      maxLength={200}
      aria-label={strings.typeHere}
      aria-describedby="prompt"
      placeholder={strings.typeHere}
      data-focus
      value={text}
      onInput={(event) => onChange(event.currentTarget.value)}
    />
  );
}
