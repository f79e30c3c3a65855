import { useEffect, useRef } from 'preact/hooks';
import { usePage } from './context';
import { Icon } from './Icon';

interface Props {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** All the keys on one sheet. */
export function Help({ open, onClose }: Props) {
  const { strings } = usePage().words;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  const keys: readonly (readonly [string, readonly string[]])[] = [
    [strings.keysReveal, ['Space', 'Enter']],
    [strings.keysGrades, ['1', '2', '3', '4']],
    [strings.keysOptions, ['A – H', '1 – 9']],
    [strings.keysArrows, ['↑', '↓']],
    [strings.keysMove, ['Alt ↑', 'Alt ↓']],
    [strings.keysBury, ['-']],
    [strings.keysSuspend, ['@']],
    [strings.keysFlag, ['*']],
    [strings.keysMore, ['M']],
    [strings.keysUndo, ['U', 'Ctrl Z']],
    [strings.keysNote, ['O']],
    [strings.keysHelp, ['?']],
    [strings.keysQuit, ['Esc']],
  ];
  return (
    <dialog ref={dialog} aria-labelledby="keys" onClose={onClose}>
      <div class="dialogTitle">
        <h2 id="keys">{strings.keysTitle}</h2>
        <button type="button" class="tool" aria-label={strings.close} title={strings.close} onClick={onClose}>
          <Icon name="close" />
        </button>
      </div>
      <dl class="keys">
        {keys.map(([label, names]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              {names.map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}
