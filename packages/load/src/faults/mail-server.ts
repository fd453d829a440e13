import { startMail } from '@kollab/devstack';
import { isNowhere, type Answers } from './mails.ts';

/** The mail server of the faults, a process of its own so that it can be killed: `mail-server.ts PORT`. */
const mail = await startMail({ smtpPort: Number(process.argv[2]) });
let answers: Answers = {};
mail.behave((step, address) => answers[step] ?? (step === 'recipient' && isNowhere(address) ? '550 5.1.1 No such user' : null));
process.on('message', (next: Answers) => (answers = next));
process.on('disconnect', () => process.exit());
process.send?.('ready');
