import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from './words';

export interface PageContext {
  readonly words: Words;
  /** Says something to people who listen to the page. */
  announce(text: string): void;
}

export const Page = createContext<PageContext | undefined>(undefined);

export function usePage(): PageContext {
  const page = useContext(Page);
  if (!page) throw new Error('Used outside of the page.');
  return page;
}
