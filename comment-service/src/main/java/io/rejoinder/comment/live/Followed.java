package io.rejoinder.comment.live;

/** The threads that can be followed, and who must hear of a change before readers do. */
public interface Followed {

  /** Whether there is such a thread. */
  boolean knows(String thread);

  /** Called before a change is sent to readers: what was kept of the thread is out of date. */
  void changed(String thread);
}
