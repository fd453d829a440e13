import { useCallback, useState } from 'react';
import type { inputs as schemas } from '@kollab/contract';
import { refusalOf, sentenceFor, sentenceOf, type Refusal } from './errors.ts';

export type InputName = keyof typeof schemas;
/** What is said at which field; `*` stands for any place in a list: `links.*.url`. */
export type FieldWords = Readonly<Record<string, string>>;
export type FieldError = { field: string; message: string };

type Outcome<Result> = { ok: true; result: Result } | { ok: false; refusal: Refusal | null };

/**
 * The schema comes when it is first needed: the checking library is heavier than most pages. A browser that asked for it without
 * a connection never asks again on this page: then the server says alone what is wrong.
 */
async function wrongPaths(name: InputName, value: unknown): Promise<string[]> {
  const schema = await import('@kollab/contract').then(
    ({ inputs }) => inputs[name],
    () => null,
  );
  if (!schema) return [];
  const checked = schema.safeParse(value);
  return checked.success ? [] : checked.error.issues.map((issue) => issue.path.join('.'));
}

/**
 * One form: checks with the schema that the server uses too, sends, and tells what is wrong at which field. Whatever goes wrong,
 * nothing that was typed is lost. Fields have the ids `<form>-<path>`.
 */
export function useForm(form: string, words: FieldWords) {
  const [errors, setErrors] = useState<FieldError[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  const tell = useCallback(
    (paths: readonly string[], sentence?: string) => {
      const found = new Map<string, string>();
      for (const path of paths) {
        const plain = path.replace(/^input\./, '');
        const known = [plain, plain.replace(/\d+/g, '*'), plain.split('.')[0] ?? ''].find((name) => name in words);
        if (known !== undefined) found.set(known.includes('*') ? plain : known, sentence ?? words[known] ?? '');
      }
      setErrors([...found].map(([field, message]) => ({ field: `${form}-${field}`, message })));
      return found.size;
    },
    [form, words],
  );

  const send = useCallback(
    async <Result>(name: InputName, value: unknown, deed: () => Promise<Result>): Promise<Outcome<Result>> => {
      setBusy(true);
      setProblem(null);
      try {
        const wrong = await wrongPaths(name, value);
        if (wrong.length > 0) {
          if (tell(wrong) === 0) setProblem(sentenceFor('invalid'));
          return { ok: false, refusal: null };
        }
        setErrors([]);
        return { ok: true, result: await deed() };
      } catch (error) {
        const refusal = refusalOf(error);
        const fields = refusal.code === 'group.reason_required' ? ['reason'] : refusal.fields;
        // A refusal that has a sentence of its own says it at the field it is about.
        const own = refusal.code !== 'invalid' && refusal.fields.length > 0;
        if (tell(fields, own ? sentenceOf(error) : undefined) === 0) setProblem(sentenceOf(error));
        return { ok: false, refusal };
      } finally {
        setBusy(false);
      }
    },
    [tell],
  );

  return {
    errors,
    /** Something that is no field's fault, in a sentence. */
    problem,
    busy,
    send,
    /** Says at fields what is wrong, where something else than the schema found it. */
    tell,
    idOf: (field: string) => `${form}-${field}`,
    wrong: (field: string) => errors.find((error) => error.field === `${form}-${field}`)?.message,
  };
}
