import { useState, type ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { Button, IconButton } from './button.tsx';
import { TextInput } from './field.tsx';

type DialogProps = { title: string; open: boolean; onClose: () => void; children: ReactNode; actions?: ReactNode; alert?: boolean };

/** A question in front of the page: keeps the focus inside, Esc closes it, the focus returns. */
export function Dialog({ title, open, onClose, children, actions, alert = false }: DialogProps) {
  return (
    <ModalOverlay className="ui-veil" isOpen={open} onOpenChange={(now) => !now && onClose()} isDismissable={!alert}>
      <Modal className="ui-modal">
        <AriaDialog className="ui-dialog" role={alert ? 'alertdialog' : 'dialog'}>
          <div className="ui-dialog__head">
            <Heading slot="title" level={2} className="ui-h2">
              {title}
            </Heading>
            <IconButton icon="close" size="small" label="Schließen" onClick={onClose} />
          </div>
          <div className="ui-dialog__body">{children}</div>
          {actions && <div className="ui-dialog__act">{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

type ConfirmProps = {
  title: string;
  open: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** The deed and its reach: "Gruppe schließen", not "OK". */
  confirm: string;
  children: ReactNode;
  danger?: boolean;
  busy?: boolean;
  /** For what cannot be taken back: this text must be typed first. */
  typed?: string;
};

/** Asks once more before a deed. */
export function ConfirmDialog({ title, open, onClose, onConfirm, confirm, children, danger = false, busy = false, typed }: ConfirmProps) {
  const [text, setText] = useState('');
  const ready = typed === undefined || text.trim() === typed;
  const close = () => {
    setText('');
    onClose();
  };
  return (
    <Dialog
      title={title}
      open={open}
      onClose={close}
      alert
      actions={
        <>
          <Button size="medium" onClick={close}>
            Abbrechen
          </Button>
          <Button size="medium" variant="primary" danger={danger} busy={busy} disabled={!ready} onClick={onConfirm}>
            {confirm}
          </Button>
        </>
      }
    >
      {children}
      {typed !== undefined && (
        <TextInput
          label={`Zur Bestätigung bitte „${typed}“ eintippen`}
          value={text}
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      )}
    </Dialog>
  );
}
