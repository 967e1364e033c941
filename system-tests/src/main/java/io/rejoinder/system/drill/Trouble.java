package io.rejoinder.system.drill;

/** Something that happens to the platform in the middle of the work. */
interface Trouble {

  /**
   * Happens, and is over when the platform is whole again.
   *
   * @param pace lets work go on meanwhile
   * @param upTo how far work may go until it is over
   */
  void happen(Pace pace, long upTo);
}
