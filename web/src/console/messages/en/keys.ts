/** The overview of the keys and of what a search understands. */
export const keys = () => ({
  keys: [
    ['j', 'Next comment'],
    ['k', 'Previous comment'],
    ['a', 'Approve'],
    ['r', 'Reject, then 1 to 6 for the reason'],
    ['e', 'Escalate: pass it on to others'],
    ['s', 'Skip: look at it later'],
    ['u', 'Undo the last decision'],
    ['i', 'About the author'],
    ['z', 'One comment at a time, and back'],
    ['/', 'Search'],
    ['?', 'This overview'],
  ] as readonly (readonly [string, string])[],
  keysOn: 'Use these keys',
  operators: [
    ['"two words"', 'the phrase'],
    ['-word', 'without the word'],
    ['author:', 'words of the name'],
    ['review:', 'words of the title'],
    ['domain:', 'a link leads there'],
    ['is:', 'held, approved, rejected, reported, appealed, edited, reply, imported, verified, public, escalated, automatic'],
    ['reason:', 'rejected or reported as spam, abuse, …'],
    ['screen:', 'what spoke against it'],
    ['moderator:', 'who decided'],
    ['language:', 'en, de, fr, …'],
    ['spam: toxic:', '>0.8, <0.2 or 0.5..0.9'],
    ['reports:', 'at least so many'],
    ['after: before:', '2026-11-30'],
  ] as readonly (readonly [string, string])[],
  operatorsTitle: 'What a search understands',
  close: 'Close',
});

export type Keys = ReturnType<typeof keys>;
