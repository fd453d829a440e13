import { randomUUID } from 'node:crypto';
import { document, send } from './ask.ts';
import type { Stage } from './stage.ts';

/** With the limits as they come: a flood is held off in plain words, and nobody else with it. */
export async function attackByFlood(stage: Stage): Promise<void> {
  const { judge, progress } = stage.judge;
  progress('flood with the default limits');
  const { url, stop } = await stage.serve({ TRUSTED_DOCUMENTS: 'false', RATE_LIMIT_PERSON: '', RATE_LIMIT_ADDRESS: '' });
  const token = await stage.issuer.token(stage.insider);
  const other = await stage.issuer.token(stage.owner);
  const query = '{ viewer { email } }';
  const flood = async (count: number, path: (i: number) => string, authorization: (i: number) => string | null) => {
    const answers = [];
    for (let i = 0; i < count; i += 20)
      answers.push(
        ...(await Promise.all(
          Array.from({ length: 20 }, (_, j) => {
            const sent = document('', query);
            const header = authorization(i + j);
            const headers = { 'content-type': 'application/json', ...(header !== null && { authorization: header }) };
            return send(url, { ...sent, path: path(i + j), headers });
          }),
        )),
      );
    return answers;
  };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const forged = () => `Bearer ${part({ alg: 'RS256', kid: 'load', typ: 'JWT' })}.${part({ sub: randomUUID() })}.AAAA`;
  const held = (answers: { status: number; body: string }[]) => answers.filter(({ status }) => status === 429);
  const nobody = await flood(
    420,
    (i) => ['/graphql', '/%67raphql', '/graphql?a', '/graphql#a'][i % 4]!,
    () => null,
  );
  const liars = await flood(100, () => '/graphql', forged);
  const person = await flood(
    1_300,
    () => '/graphql',
    () => `Bearer ${token}`,
  );
  judge(held(nobody).length >= 100, `flood: of 420 requests of nobody, in four spellings, ${held(nobody).length} are held off`);
  judge(held(liars).length === 100, `flood: of 100 forged tokens of ever new people, ${held(liars).length} are held off`);
  judge(held(person).length >= 90, `flood: of 1,300 requests of one person, ${held(person).length} are held off`);
  const plain = held([...nobody, ...person]).every(
    ({ body }) => body.includes('"code":"rate_limited"') && !/\d{3}|limit exceeded|retry/i.test(body),
  );
  judge(plain, 'flood: each is told so, and nothing of the limit');
  const honest = await send(url, document(other, query));
  judge(honest.status === 200 && honest.body.includes(stage.owner.email), 'flood: somebody else is served meanwhile');
  await stop();
}
