import type { Card } from '../en/card';
import type { Say } from '../say';

/** One comment and all that a decision needs. */
export const card = (say: Say): Card => {
  const s = (n: number): string => say.plural(n, { one: '', many: 's', other: 's' });
  return {
    on: 'sobre',
    answering: (name) => `Respuesta a ${name}`,
    answeringUnknown: 'Respuesta a un comentario que ya no está aquí.',
    verified: 'con sesión iniciada',
    firstTime: 'primer comentario',
    record: (approved, rejected, held) =>
      [
        `${say.number(approved)} aprobado${s(approved)}`,
        rejected > 0 ? `${say.number(rejected)} rechazado${s(rejected)}` : '',
        held > 1 ? `${say.number(held)} retenido${s(held)}` : '',
      ].filter(Boolean).join(', '),
    since: (at) => `desde ${say.month(at)}`,
    allOfAuthor: (name) => `Todo lo de ${name}`,
    campaign: (n) => `Uno de ${say.number(n)} parecidos`,
    linksTo: 'Enlaces a',
    probability: (spam, toxic) => `Publicidad ${spam}, insultos ${toxic}`,
    percent: (share) => say.percent(share),
    changes: 'Lo que se cambió después',
    revisionOf: (n, when) => `Versión ${say.number(n)}, ${when}`,
    onTheSite: 'en el sitio',
    statement: 'Motivación',
    history: 'Decisiones',
    escalatedTag: 'Derivado',
    looksAtIt: (name) => `${name} lo está mirando`,
    showWords: 'Mostrar las palabras',
    revision: (n) => `Versión ${say.number(n)}`,
    earlierShown: 'En el sitio está una versión anterior.',
    revisedNow: 'Este comentario se acaba de editar.',
    sampledWhy: 'Elegido al azar: júzguelo solo por su texto, por favor. Lo que se decidió se muestra después.',
    evidence: 'Indicios',
    weight: (n) => say.signed(n),
    decidedBy: (outcome, by, when) => `${outcome} por ${by}, ${when}`,
    outcomes: { approved: 'Aprobado', rejected: 'Rechazado', held: 'Retenido', withdrawn: 'Retirado', erased: 'Borrado' },
    screening: 'la revisión automática',
    import: 'la importación',
    readers: 'las denuncias de los lectores',
    reports: 'Lo que los lectores denunciaron',
    appeal: {
      title: (when) => `Recurrido por su autor, ${when}.`,
      open: 'Júzguelo de nuevo, por favor.',
      forOthers: 'Usted lo rechazó: responde otra persona.',
      answered: 'Respondido con la decisión de arriba.',
      answeredBySole: 'Respondido por la única persona que modera.',
    },
    ownDecision: 'Usted rechazó este comentario y su autor recurre: lo mira otra persona.',
    someone: 'alguien',
    ago: (at, now) => say.ago(at, now),
    exactly: (at) => say.exactly(at),
  };
};
