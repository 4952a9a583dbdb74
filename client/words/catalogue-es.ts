import { es as texts } from '../../shared/results/words/es.ts';
import { es as words } from './es.ts';
import type { Catalogue } from './words.ts';

export const catalogue: Catalogue = { words, sentences: { language: 'es', texts } };
