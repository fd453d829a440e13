import { memo, type ReactNode } from 'react';
import { Link } from 'react-router';
import type { ReactionKind } from '@kollab/contract';
import type { PostAction } from '../../../lib/feature.ts';
import { markOf, useViewer } from '../../people/index.ts';
import { TextButton } from '../../../ui/button.tsx';
import { classes } from '../../../ui/classes.ts';
import { OrgMark, StatusBadge } from '../../../ui/marks.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { RelativeTime } from '../../../ui/relative-time.tsx';
import { joinedWords } from '../words.ts';
import { PostBody } from './post-body.tsx';
import { Reactions } from './reactions.tsx';
import type { ShownPost } from './state.ts';

/** What can be done with a post; the same functions for all of them, so that only the changed post is drawn anew. */
export type PostDeeds = {
  reply: (post: ShownPost) => void;
  quote: (post: ShownPost) => void;
  react: (post: ShownPost, kind: ReactionKind, on: boolean) => void;
  edit: (post: ShownPost) => void;
  remove: (post: ShownPost) => void;
  history: (post: ShownPost) => void;
  copyAddress: (post: ShownPost) => void;
  /** As an answer to a question: it helped, or not any more. */
  accept: (post: ShownPost, accepted: boolean) => void;
  /** Finds out what the viewer may do with it, where that is not known. */
  look: (post: ShownPost) => void;
};

type PostItemProps = {
  post: ShownPost;
  mayReply: boolean;
  mayReact: boolean;
  mayAccept: boolean;
  deeds: PostDeeds;
  /** Of other features. */
  actions: readonly PostAction[];
  /** The one that the address names. */
  meant: boolean;
  fresh: boolean;
  /** Stands in the place of the text while it is edited. */
  editor: ReactNode;
};

export const PostItem = memo(function PostItem({
  post,
  mayReply,
  mayReact,
  mayAccept,
  deeds,
  actions,
  meant,
  fresh,
  editor,
}: PostItemProps) {
  const viewer = useViewer();
  const { author } = post;
  const own = author.personId === viewer.person.id;
  const heading = `beitrag-${post.no}`;
  return (
    <li className={classes('thr-post', meant && 'thr-post--meant', fresh && 'ui-fresh')} data-no={post.no} id={`b${post.no}`} tabIndex={-1}>
      <OrgMark code={author.organisationCode} kind={markOf(viewer, { id: author.organisationId, kind: author.organisationKind })} />
      <article aria-labelledby={heading}>
        <header className="thr-post__head">
          <h3 id={heading}>
            {author.name}
            <span className="ui-hidden">, Beitrag {post.no}</span>
          </h3>
          <span className="ui-meta thr-post__who">{joinedWords(own && 'Sie', author.function, author.organisationName)}</span>
          {post.accepted && (
            <span className="thr-post__accepted">
              <StatusBadge status="success">angenommen</StatusBadge>
            </span>
          )}
          <span className="ui-meta thr-post__when">
            {post.editedAt && !post.deleted && (
              <>
                <button type="button" className="thr-edited" onClick={() => deeds.history(post)}>
                  bearbeitet
                </button>
                <span className="ui-sep" />{' '}
              </>
            )}
            <RelativeTime at={post.createdAt} to={`?beitrag=${post.no}`} />
          </span>
        </header>
        {post.replyTo && !post.deleted && <Answered to={post.replyTo} />}
        {editor ?? <PostText post={post} />}
        {!post.deleted && !editor && (
          <footer className="thr-post__foot ui-noprint">
            <Reactions post={post} allowed={mayReact} onReact={deeds.react} />
            {mayAccept && !post.accepted && (
              <TextButton icon="check" onClick={() => deeds.accept(post, true)}>
                Antwort annehmen<span className="ui-hidden">: Beitrag {post.no}</span>
              </TextButton>
            )}
            {mayReply && (
              <>
                <TextButton icon="reply" onClick={() => deeds.reply(post)}>
                  Antworten<span className="ui-hidden"> auf Beitrag {post.no}</span>
                </TextButton>
                <TextButton icon="format-quote" onClick={() => deeds.quote(post)}>
                  Zitieren<span className="ui-hidden">: Beitrag {post.no}</span>
                </TextButton>
              </>
            )}
            {own && post.viewerCan?.edit && (
              <TextButton icon="edit" onClick={() => deeds.edit(post)}>
                Bearbeiten<span className="ui-hidden">: Beitrag {post.no}</span>
              </TextButton>
            )}
            {actions.map((Action, i) => (
              <Action key={i} post={post} />
            ))}
            <Menu label={`Mehr zu Beitrag ${post.no}`} entries={entriesOf(post, mayAccept, deeds)} onOpen={() => deeds.look(post)} />
          </footer>
        )}
      </article>
    </li>
  );
});

function PostText({ post }: { post: ShownPost }) {
  return post.deleted ? (
    <p className="thr-deleted">Dieser Beitrag wurde gelöscht.</p>
  ) : (
    <PostBody text={post.body} mentions={post.mentions} />
  );
}

function Answered({ to }: { to: NonNullable<ShownPost['replyTo']> }) {
  return (
    <blockquote className="thr-answered">
      <Link to={`?beitrag=${to.no}`}>
        <b>{to.authorName}</b>, Beitrag {to.no}
      </Link>
      <p>{to.excerpt || 'Dieser Beitrag wurde gelöscht.'}</p>
    </blockquote>
  );
}

function entriesOf(post: ShownPost, mayAccept: boolean, deeds: PostDeeds): MenuEntry[] {
  const entries: MenuEntry[] = [{ id: 'address', label: 'Adresse kopieren', icon: 'link', onSelect: () => deeds.copyAddress(post) }];
  if (mayAccept && post.accepted)
    entries.push({ id: 'accept', label: 'Annahme zurücknehmen', icon: 'undo', onSelect: () => deeds.accept(post, false) });
  if (post.editedAt) entries.push({ id: 'history', label: 'Frühere Fassungen', icon: 'history', onSelect: () => deeds.history(post) });
  if (post.viewerCan?.edit) entries.push({ id: 'edit', label: 'Bearbeiten', icon: 'edit', onSelect: () => deeds.edit(post) });
  if (post.viewerCan?.delete)
    entries.push({ id: 'delete', label: 'Löschen', icon: 'delete', danger: true, onSelect: () => deeds.remove(post) });
  return entries;
}
