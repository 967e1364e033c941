// A thread that shows what a front end has to bear: long words, right-to-left text, markup, deep replies.
const HOUR = 3_600_000;

const texts = [
  ['Miriam Ostrow', 'I saw it last week at the Castro, in a print that had more scratches than plot. It did not matter.\n\nThe stairway is still the best special effect that anyone has built out of wood.', null],
  ['Tomás', 'The stairway moved? I always took it for a painting.', 0],
  ['Miriam Ostrow', 'It had 106 steps and an engine. They called it Operation Ethel.', 1],
  ['ليلى حداد', 'أجمل ما في الفيلم هو الانتقال بين الألوان والأبيض والأسود، ثم جملة English قصيرة في الوسط.', null],
  ['דנה', 'הסוף תמיד מרגש אותי מחדש.', 3],
  ['<b>Bobby</b>; DROP TABLE', '<script>alert(1)</script> <img src=x onerror=alert(1)> <b>not bold</b>', null],
  ['AVeryLongNameWithoutAnySpaceThatGoesOnAndOnAndOnUntilItReachesTheBoundOfEightyCh', `Aaaa${'a'.repeat(300)}rgh`, null],
  ['Jo', 'Level 2', 2], ['Kim', 'Level 3', 7], ['Lee', 'Level 4', 8], ['Max', 'Level 5', 9], ['Noa', 'Level 6', 10], ['Oz', 'Level 7', 11],
];

const held = [
  ['Cheap Tickets', 'Where to buy tickets: http://tickets.example and https://more.example, buy now, buy often.', null],
  ['Priya N.', 'There is a long essay on the colour process at https://example.org/technicolor which I liked a great deal.', 0],
  ['نور', 'مقال جميل هنا: http://example.org/مقال', 3],
];

export function seed(platform) {
  const ids = [];
  [...texts, ...held].forEach(([name, text, parent], at) => {
    const when = new Date(Date.now() - (texts.length + held.length - at) * 3 * HOUR);
    ids.push(platform.submit({ text, author: { name }, parent: parent === null ? null : ids[parent] }, `seed-${at}`, when).id);
  });
}
