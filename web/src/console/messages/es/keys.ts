import type { Keys } from '../en/keys';

/** The overview of the keys and of what a search understands. */
export const keys = (): Keys => ({
  keys: [
    ['j', 'Comentario siguiente'],
    ['k', 'Comentario anterior'],
    ['a', 'Aprobar'],
    ['r', 'Rechazar, y luego de 1 a 6 para el motivo'],
    ['e', 'Derivar, para que decidan otras personas'],
    ['s', 'Saltar, para verlo más tarde'],
    ['u', 'Deshacer la última decisión'],
    ['i', 'Sobre la persona'],
    ['z', 'De uno en uno, y vuelta'],
    ['/', 'Buscar'],
    ['?', 'Este resumen'],
  ],
  keysOn: 'Usar estas teclas',
  operators: [
    ['"dos palabras"', 'la frase'],
    ['-palabra', 'sin la palabra'],
    ['author:', 'palabras del nombre'],
    ['review:', 'palabras del título'],
    ['domain:', 'un enlace lleva allí'],
    ['is:', 'held, approved, rejected, reported, appealed, edited, reply, imported, verified, public, escalated, automatic'],
    ['reason:', 'rechazado o denunciado como spam, abuse…'],
    ['screen:', 'lo que hablaba en contra'],
    ['moderator:', 'quién decidió'],
    ['language:', 'en, de, fr…'],
    ['spam: toxic:', '>0.8, <0.2 o 0.5..0.9'],
    ['reports:', 'al menos tantas'],
    ['after: before:', '2026-11-30'],
  ],
  operatorsTitle: 'Lo que entiende la búsqueda',
  close: 'Cerrar',
});
