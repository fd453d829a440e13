import { constants, generateKeyPairSync, sign as signWith } from 'node:crypto';
import { makeKey, part, sign, signBySecret, type Key } from './keys.ts';

/** A forged token, and one that differs from it in that property alone and has to be accepted. */
export interface Forgery {
  name: string;
  forged: string;
  control: string;
}
type Json = Record<string, unknown>;

export function forgeries(key: Key, issuer: string, payload: Json): Forgery[] {
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: 'RS256', kid: key.kid, typ: 'JWT' };
  const foreign = makeKey(key.kid);
  const good = sign(key, header, payload);
  const [, body, signature] = good.split('.') as [string, string, string];
  const pem = key.publicKey.export({ type: 'spki', format: 'pem' });
  const der = key.publicKey.export({ type: 'spki', format: 'der' });
  const modulus = key.publicKey.export({ format: 'jwk' }).n!;
  const jwk = foreign.publicKey.export({ format: 'jwk' });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;

  const claim = (name: string, wrong: Json, right: Json = {}): Forgery => ({
    name: `claim: ${name}`,
    forged: sign(key, header, { ...payload, ...wrong }),
    control: sign(key, header, { ...payload, ...right }),
  });
  const inHeader = (name: string, wrong: Json, right: Json = {}): Forgery => ({
    name: `header: ${name}`,
    forged: sign(key, { ...header, ...wrong }, payload),
    control: sign(key, { ...header, ...right }, payload),
  });
  /** The header brings a key along: signed by that one it is forged, by ours it is not. */
  const brought = (name: string, more: Json): Forgery => ({
    name: `header: ${name}`,
    forged: sign(foreign, { ...header, ...more }, payload),
    control: sign(key, { ...header, ...more }, payload),
  });
  const made = (name: string, forged: string): Forgery => ({ name, forged, control: good });
  const twice = (wrong: string): string => `${JSON.stringify(payload).slice(0, -1)},${wrong}}`;
  const signed = (alg: string, padding: number, hash: string): string => {
    const input = `${part({ ...header, alg })}.${part(payload)}`;
    return `${input}.${signWith(hash, Buffer.from(input), { key: key.privateKey, padding }).toString('base64url')}`;
  };

  return [
    claim('another issuer', { iss: 'http://127.0.0.1:1/realms/kollab' }),
    claim('the issuer with a slash', { iss: `${issuer}/` }),
    claim('the issuer in capitals', { iss: issuer.toUpperCase() }),
    claim('the issuer with a user', { iss: issuer.replace('//', '//a@') }),
    claim('issuers in a list', { iss: [issuer] }),
    claim('no issuer', { iss: undefined }),
    claim('another audience', { aud: 'other' }),
    claim('a longer audience', { aud: 'kollab-api2' }),
    claim('audiences without ours', { aud: ['account', 'web'] }, { aud: ['account', 'kollab-api'] }),
    claim('audiences in one text', { aud: 'account kollab-api' }),
    claim('no audience', { aud: undefined }),
    claim('an audience as an object', { aud: { 0: 'kollab-api' } }),
    claim('another client', { azp: 'admin-cli' }),
    claim('no client', { azp: undefined }),
    claim('clients in a list', { azp: ['web'] }),
    ...['ID', 'Refresh', 'Offline', 'Logout', 'bearer', '', null].map((typ) => claim(`the type ${JSON.stringify(typ)}`, { typ })),
    claim('expired', { exp: now - 1 }, { exp: now + 60 }),
    claim('expired long ago', { exp: 1 }),
    claim('an end in words', { exp: '2099-01-01' }),
    claim('an end as text', { exp: String(now + 60) }),
    claim('no end', { exp: undefined }),
    claim('an end that is null', { exp: null }),
    claim('an end in a list', { exp: [now + 60] }),
    claim('an end before the beginning', { exp: now - 30, iat: now }, { exp: now + 60, iat: now }),
    claim('not valid yet', { nbf: now + 90 }, { nbf: now - 90 }),
    claim('a beginning in words', { nbf: 'now' }, { nbf: now - 1 }),
    claim('no time of issue', { iat: undefined }),
    claim('issued in an hour', { iat: now + 3_600 }, { iat: now }),
    claim('issued in words', { iat: 'now' }),
    claim('no subject', { sub: undefined }),
    claim('an empty subject', { sub: '' }),
    claim('a blank subject', { sub: ' ' }),
    claim('a subject too long', { sub: 'a'.repeat(6_000) }, { sub: 'a'.repeat(255) }),
    claim('a subject with a NUL', { sub: `${String(payload['sub'])}\0` }),
    claim('a number as a subject', { sub: 1 }),
    claim('a list as a subject', { sub: [payload['sub']] }),
    {
      name: 'claim: the issuer twice',
      forged: sign(key, header, twice('"iss":"http://evil.example"')),
      control: sign(key, header, twice(`"iss":${JSON.stringify(issuer)}`)),
    },
    { name: 'claim: the end twice', forged: sign(key, header, twice('"exp":1')), control: sign(key, header, twice(`"exp":${now + 60}`)) },
    {
      name: 'claim: the audience twice',
      forged: sign(key, header, twice('"aud":"other"')),
      control: sign(key, header, twice('"aud":["account","kollab-api"]')),
    },
    { name: 'claim: the type twice', forged: sign(key, header, twice('"typ":"ID"')), control: sign(key, header, twice('"typ":"Bearer"')) },
    { name: 'claim: another audience in other letters', forged: sign(key, header, { ...payload, aud: 'KOLLAB-API' }), control: good },
    { name: 'claim: our audience below another one', forged: sign(key, header, { ...payload, aud: [['kollab-api']] }), control: good },
    { name: 'claims in a token', forged: sign(key, { ...header, cty: 'JWT' }, JSON.stringify(good)), control: good },
    { name: 'claim: a prototype', forged: sign(key, header, `{"__proto__":${JSON.stringify(payload)}}`), control: good },
    { name: 'claims as a list', forged: sign(key, header, JSON.stringify([payload])), control: good },
    { name: 'claims as text', forged: sign(key, header, JSON.stringify('a')), control: good },
    { name: 'claims as nothing', forged: sign(key, header, 'null'), control: good },
    { name: 'claims that are no JSON', forged: sign(key, header, '{'), control: good },

    inHeader('of an OAuth access token', { typ: 'at+jwt' }),
    inHeader('of a logout token', { typ: 'logout+jwt' }),
    inHeader('no type', { typ: undefined }),
    inHeader('a key that nobody published', { kid: 'other' }),
    inHeader('a path as a key', { kid: '../../../../dev/null' }),
    inHeader('SQL as a key', { kid: "' UNION SELECT 'a" }),
    inHeader('a list as a key', { kid: [key.kid] }),
    inHeader('a demand that we do not know', { crit: ['x'], x: 1 }, { x: 1 }),
    inHeader('an empty demand', { crit: [] }),
    inHeader('a demand for what everybody knows', { crit: ['alg'] }),
    inHeader('a demand in words', { crit: 'exp' }),
    inHeader('algorithms in a list', { alg: ['RS256'] }),
    inHeader('claims that are not encoded', { b64: false, crit: ['b64'] }, { b64: true }),
    ...['RS384', 'RS512', 'PS256', 'ES256', 'HS256', 'EdDSA', 'rs256', 'RSA1_5', ''].map((alg) =>
      inHeader(`the algorithm "${alg}"`, { alg }, { alg: 'RS256' }),
    ),
    brought('a key of its own (jwk)', { jwk }),
    brought('an address of keys (jku)', { jku: 'http://127.0.0.1:1/certs' }),
    brought('an address of a certificate (x5u)', { x5u: 'http://127.0.0.1:1/cert' }),
    brought('a certificate of its own (x5c)', { x5c: [foreign.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')] }),
    brought('nothing but a foreign signature', {}),

    ...['none', 'None', 'NONE', 'nOnE'].flatMap((alg) => [
      made(`the algorithm ${alg}, unsigned`, `${part({ ...header, alg })}.${body}.`),
      made(`the algorithm ${alg}, with a signature`, `${part({ ...header, alg })}.${body}.${signature}`),
    ]),
    ...Object.entries({ pem, der, modulus, empty: '' }).map(([name, secret]) =>
      made(`our public key as a secret (${name})`, signBySecret(secret, { ...header, alg: 'HS256' }, payload)),
    ),
    made('signed with SHA-512 of the same key', sign(key, { ...header, alg: 'RS512' }, payload, 'RSA-SHA512')),
    made('signed with SHA-1 of the same key', sign(key, header, payload, 'RSA-SHA1')),
    made('signed with PSS of the same key', signed('PS256', constants.RSA_PKCS1_PSS_PADDING, 'sha256')),
    made('signed with PSS under our algorithm', signed('RS256', constants.RSA_PKCS1_PSS_PADDING, 'sha256')),
    made(
      'signed by an elliptic curve',
      ((input) => `${input}.${signWith('sha256', Buffer.from(input), ec).toString('base64url')}`)(
        `${part({ ...header, alg: 'ES256' })}.${body}`,
      ),
    ),
    made('a signature cut short', good.slice(0, -4)),
    made('a signature made longer', `${good}AAAA`),
    made('no signature', `${good.split('.').slice(0, 2).join('.')}.`),
    made('two parts', good.split('.').slice(0, 2).join('.')),
    made('four parts', `${good}.${signature}`),
    made('five parts, as if encrypted', `${part({ ...header, enc: 'A128GCM' })}...${body}.${signature}`),
    made('the claims of another under our signature', good.replace(body, part({ ...payload, sub: 'somebody-else' }))),
    made('the header of another under our signature', good.replace(/^[^.]+/, part({ ...header, x: 1 }))),
    made('padded', `${good}=`),
    made(
      'in ordinary base64',
      good
        .replaceAll('-', '+')
        .replaceAll('_', '/')
        .replace(/[+/]|$/, '/'),
    ),
    made('two points', '..'),
    made('one letter', 'x'),
    made('a NUL in it', `${good.slice(0, 30)}%00${good.slice(30)}`),
    made('far too long', sign(foreign, header, { ...payload, x: 'x'.repeat(8_000) })),
  ];
}
