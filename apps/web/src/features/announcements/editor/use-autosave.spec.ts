import { expect, test } from '@jest/globals';
import { nothingWritten, standOf, type Written } from './use-autosave.ts';

type Text = { text: string };
const say = (text: string): Text => ({ text });
const written = (parts: Partial<Written<Text>>): Written<Text> => ({ ...nothingWritten, ...parts });

test.each<[string, Written<Text>, Text, { shown: string; unsaved: boolean; overtaken: boolean }]>([
  ['nothing is written', written({}), say('dort'), { shown: 'dort', unsaved: false, overtaken: false }],
  [
    'written and not saved',
    written({ draft: say('hier'), sent: say('alt'), base: say('alt') }),
    say('alt'),
    { shown: 'hier', unsaved: true, overtaken: false },
  ],
  [
    'saved, and the server put it a little otherwise: what is written stays as it was typed',
    written({ draft: say('hier \n'), sent: say('hier \n'), base: say('hier, so') }),
    say('hier, so'),
    { shown: 'hier \n', unsaved: false, overtaken: false },
  ],
  [
    'saved, and somebody else saved after it',
    written({ draft: say('hier'), sent: say('hier'), base: say('hier') }),
    say('neu'),
    { shown: 'neu', unsaved: false, overtaken: false },
  ],
  [
    'not saved, and somebody else saved meanwhile',
    written({ draft: say('hier'), sent: say('alt'), base: say('alt') }),
    say('neu'),
    { shown: 'hier', unsaved: true, overtaken: true },
  ],
  [
    'both wrote the same',
    written({ draft: say('gleich'), sent: say('alt'), base: say('alt') }),
    say('gleich'),
    { shown: 'gleich', unsaved: false, overtaken: false },
  ],
])('%s', (_, mine, saved, stand) => {
  const { shown, ...rest } = standOf(mine, saved);
  expect({ shown: shown.text, ...rest }).toEqual(stand);
});
