import { learnAll } from '../client/words/learn-all.ts';

// Any test may draw in any language, as the server does.
learnAll();
