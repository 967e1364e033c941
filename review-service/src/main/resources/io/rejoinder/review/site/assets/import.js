// Shows how far an import is, and its report once it has ended. Without scripts the page reloads.
const section = document.querySelector('[data-import]');
const phases = { checking: 'Checking the whole file …', importing: 'Importing …' };
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

async function follow(id) {
  const bar = section.querySelector('progress');
  const phase = section.querySelector('[data-phase]');
  const counts = section.querySelector('[data-counts]');
  for (;;) {
    await pause(700);
    try {
      const answer = await fetch(`/api/imports/${encodeURIComponent(id)}`, {
        headers: { Accept: 'application/json' },
      });
      if (!answer.ok) {
        location.reload();
        return;
      }
      const now = await answer.json();
      if (now.ended) {
        location.reload();
        return;
      }
      bar.value = now.percent ?? 0;
      const said = phases[now.phase] ?? phase.textContent;
      if (phase.textContent !== said) {
        phase.textContent = said;
      }
      counts.textContent = `${now.reviews ?? 0} reviews, ${now.comments ?? 0} comments`;
    } catch {
      // The site is away for a moment; the next round asks again.
    }
  }
}

if (section) {
  follow(section.dataset.import);
}
