import { useMutation } from '@apollo/client/react';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { SentenceDialog } from '../../../ui/sentence-dialog.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import {
  HideQuestionDocument,
  ReportOutdatedDocument,
  ReturnQuestionDocument,
  WithdrawQuestionDocument,
  type QuestionPartsFragment,
} from '../documents.generated.ts';
import type { DeedName } from '../question-deeds.tsx';
import { AddDialog } from './add-dialog.tsx';
import { AnswerDialog } from './answer-dialog.tsx';
import { AssignDialog } from './assign-dialog.tsx';
import { DeferDialog } from './defer-dialog.tsx';
import { EditDialog } from './edit-dialog.tsx';
import { PublishDialog } from './faq-dialogs.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { ResumeDialog } from './resume-dialog.tsx';

export type QuestionDialogProps = { question: QuestionPartsFragment; onClose: () => void };

/** The form of each deed, loaded when the first is opened. */
export function Dialogs({ deed, ...props }: QuestionDialogProps & { deed: DeedName }) {
  switch (deed) {
    case 'answer':
      return <AnswerDialog {...props} />;
    case 'assign':
      return <AssignDialog {...props} />;
    case 'defer':
      return <DeferDialog {...props} />;
    case 'resume':
      return <ResumeDialog {...props} />;
    case 'edit':
      return <EditDialog {...props} />;
    case 'add':
      return <AddDialog {...props} />;
    case 'merge':
      return <MergeDialog {...props} />;
    case 'publishFaq':
      return <PublishDialog {...props} />;
    case 'withdraw':
      return <Withdraw {...props} />;
    case 'return':
      return <Return {...props} />;
    case 'reportOutdated':
      return <ReportOutdated {...props} />;
    case 'hide':
      return <Hide {...props} />;
  }
}

function Withdraw({ question: { id }, onClose }: QuestionDialogProps) {
  const [withdraw] = useMutation(WithdrawQuestionDocument);
  const { busy, run } = useDeed();
  return (
    <ConfirmDialog
      title="Frage zurückziehen?"
      open
      danger
      busy={busy}
      confirm="Frage zurückziehen"
      onClose={onClose}
      onConfirm={() =>
        void run(() => withdraw({ variables: { id } }), { text: 'Die Frage ist zurückgezogen.' }).then((done) => done && onClose())
      }
    >
      <p>Sie wird dann nicht mehr beantwortet. Das lässt sich nicht zurücknehmen.</p>
    </ConfirmDialog>
  );
}

function Return({ question: { id }, onClose }: QuestionDialogProps) {
  const [give] = useMutation(ReturnQuestionDocument);
  return (
    <SentenceDialog
      title="Frage zurückgeben"
      confirm="Frage zurückgeben"
      input="returnQuestion"
      variables={(reason) => ({ id, reason })}
      send={(variables) => give({ variables })}
      said={{ text: 'Die Frage ist wieder offen.' }}
      onClose={onClose}
    >
      <p>Die Frage ist danach wieder offen. Ihre Begründung ist bei der Frage zu lesen.</p>
    </SentenceDialog>
  );
}

function ReportOutdated({ question: { id }, onClose }: QuestionDialogProps) {
  const [report] = useMutation(ReportOutdatedDocument);
  return (
    <SentenceDialog
      title="Antwort als veraltet melden"
      confirm="Als veraltet melden"
      input="reportOutdated"
      label="Was stimmt nicht mehr?"
      variables={(reason) => ({ id, reason })}
      send={(variables) => report({ variables })}
      said={{ text: 'Die Antwort gilt als veraltet. Die zuständige Stelle erfährt davon.' }}
      onClose={onClose}
    >
      <p>Die Antwort bleibt lesbar, gilt aber nicht mehr, bis eine neue kommt.</p>
    </SentenceDialog>
  );
}

function Hide({ question: { id }, onClose }: QuestionDialogProps) {
  const [hide] = useMutation(HideQuestionDocument);
  return (
    <SentenceDialog
      title="Frage ausblenden"
      confirm="Frage ausblenden"
      danger
      input="hideQuestion"
      variables={(reason) => ({ id, reason })}
      send={(variables) => hide({ variables })}
      said={{ text: 'Die Frage ist ausgeblendet.' }}
      onClose={onClose}
    >
      <p>Nur wer gefragt hat und wer sie wieder einblenden kann, sieht sie dann noch, mit Ihrer Begründung.</p>
    </SentenceDialog>
  );
}
