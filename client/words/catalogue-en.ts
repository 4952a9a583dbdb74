import { en as texts } from '../../shared/results/words/en.ts';
import { en as words } from './en.ts';
import type { Catalogue } from './words.ts';

export const catalogue: Catalogue = { words, sentences: { language: 'en', texts } };
