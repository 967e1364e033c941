import type { RejoinderThread } from './rejoinder-thread';

declare global {
  interface HTMLElementTagNameMap {
    'rejoinder-thread': RejoinderThread;
  }
}
