import { configure } from '@testing-library/react';

// What is loaded late (dialogs, forms) takes its time on a busy machine; nothing waits longer than it has to.
configure({ asyncUtilTimeout: 10_000 });
