/**
 * Explains the jargon that is marked in a page (`span.jargon`, described by the element `jargon-ID`): a card on hover, on focus and on a tap. It goes on Escape,
 * stays while the mouse is on it, and is what a screen reader reads with the term.
 */
import './jargon.css';
import type { PageJargon } from '../../src/terms/pageJargon';

/** As long as VS Code's own hovers wait, and as long as the mouse may take from the term to its card, in milliseconds. */
const wait = 300;
const grace = 200;
/** Distance from the edges of the page, and of the card from its term, in pixels. */
const margin = 8;
const gap = 4;

interface Shown {
  readonly term: HTMLElement;
  readonly card: HTMLElement;
}

let shown: Shown | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Puts the explanations of the terms into an element, which has nothing else in it. */
export function explainJargon(terms: readonly PageJargon[], cards: Element): void {
  hide();
  cards.replaceChildren(...terms.map(cardOf));
}

/** Listens to the page. Before its own keys: an Escape that closes a card closes nothing else. */
export function listenForJargon(): void {
  addEventListener('keydown', onKey, { capture: true });
  document.addEventListener('pointerover', onPointer);
  document.addEventListener('pointerleave', () => later(hide, grace));
  document.addEventListener('click', ({ target }) => show(termAt(target)));
  document.addEventListener('focusin', ({ target }) => show(termAt(target)));
  document.addEventListener('focusout', hide);
  document.addEventListener('scroll', place, { capture: true, passive: true });
  addEventListener('resize', place);
}

function cardOf({ id, name, names, system, definition, language }: PageJargon): HTMLElement {
  const card = document.createElement('div');
  card.id = `jargon-${id}`;
  card.className = 'jargonCard';
  card.role = 'tooltip';
  card.lang = language;
  card.hidden = true;
  const title = paragraph('name', '');
  const bold = document.createElement('strong');
  bold.textContent = name;
  title.append(bold, ...names.map((other) => ` · ${other}`));
  card.append(title, paragraph('system', system), paragraph('definition', definition));
  return card;
}

function paragraph(name: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = name;
  element.textContent = text;
  return element;
}

function onKey(event: KeyboardEvent): void {
  if (event.key !== 'Escape' || !shown) return;
  hide();
  event.preventDefault();
  event.stopImmediatePropagation();
}

function onPointer({ target, pointerType }: PointerEvent): void {
  if (pointerType === 'touch') return;
  const term = termAt(target);
  if (term && term !== shown?.term) later(() => show(term), wait);
  else if (term || shown?.card.contains(target as Node)) clearTimeout(timer);
  else if (shown?.term !== document.activeElement) later(hide, grace);
}

function termAt(target: EventTarget | null): HTMLElement | undefined {
  return (target instanceof Element && target.closest<HTMLElement>('.jargon')) || undefined;
}

function show(term: HTMLElement | undefined): void {
  const card = term && document.getElementById(term.getAttribute('aria-describedby') ?? '');
  if (!card || shown?.term === term) return;
  hide();
  shown = { term, card };
  card.hidden = false;
  place();
}

function hide(): void {
  clearTimeout(timer);
  if (shown) shown.card.hidden = true;
  shown = undefined;
}

function later(action: () => void, milliseconds: number): void {
  clearTimeout(timer);
  timer = setTimeout(action, milliseconds);
}

/** Below the term's last line, or above its first where there is no room; never beyond the edges. */
function place(): void {
  if (!shown) return;
  const lines = shown.term.getClientRects();
  const first = lines[0];
  const last = lines[lines.length - 1];
  if (!first || !last || last.bottom < 0 || first.top > innerHeight) {
    hide();
    return;
  }
  const { width, height } = shown.card.getBoundingClientRect();
  const below = last.bottom + gap;
  const top = below + height + margin <= innerHeight ? below : Math.max(margin, first.top - gap - height);
  const { clientWidth } = document.documentElement;
  const start = below === top ? last.left : first.left;
  const left = Math.max(margin, Math.min(start, clientWidth - width - margin));
  shown.card.style.top = `${top}px`;
  shown.card.style.left = `${left}px`;
}
