const paths = {
  undo: 'M5.2 2.6 2 5.8l3.2 3.2.7-.7L3.9 6.3h5.6a2.9 2.9 0 0 1 0 5.8H6v1h3.5a3.9 3.9 0 0 0 0-7.8H3.9l2-2z',
  note: 'M3 1.5h6.2L13 5.3v9.2H3zm1 1v11h8V6H8.5V2.5zm5.5.7V5h1.8zM5.5 8h5v1h-5zm0 2.5h5v1h-5z',
  help: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm0 1a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM7.5 11h1v1h-1zM8 4c1.4 0 2.4.9 2.4 2.1 0 .9-.5 1.400-1.100 1.900-.6.5-.8.7-.8 1.300v.4h-1v-.5c0-1 .5-1.500 1.100-2 .5-.4.8-.7.8-1.200C9.400 5.400 8.800 5 8 5s-1.400.5-1.400 1.300h-1C5.600 4.900 6.600 4 8 4z',
  more: 'M3 7h2v2H3zm4 0h2v2H7zm4 0h2v2h-2z',
  again: 'M8 3.200a5 5 0 1 0 5 5h-1a4 4 0 1 1-4-4v2.300l3.300-2.800L8 .9z',
  close: 'm8 7.300 4-4 .7.7-4 4 4 4-.7.7-4-4-4 4-.7-.7 4-4-4-4 .7-.7z',
  right: 'm6.200 12.300-4-4 .8-.8 3.200 3.200 6.800-6.800.8.8z',
  wrong: 'm8 7.200 3.700-3.700.8.8L8.800 8l3.700 3.700-.8.8L8 8.800l-3.700 3.700-.8-.8L7.200 8 3.500 4.300l.8-.8z',
  up: 'm8 4 5 5-.7.7L8 5.400 3.700 9.700 3 9z',
  down: 'm8 11.500-5-5 .7-.7L8 10.100l4.300-4.300.7.7z',
  grip: 'M6 3h1.500v1.500H6zm2.500 0H10v1.500H8.500zM6 7.200h1.500v1.500H6zm2.500 0H10v1.500H8.500zM6 11.500h1.500V13H6zm2.500 0H10V13H8.500z',
} as const;

/** A small picture beside a text that says the same: not heard. */
export function Icon({ name }: { readonly name: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path fill="currentColor" d={paths[name]} />
    </svg>
  );
}
