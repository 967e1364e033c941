package io.rejoinder.comment.following;

import io.rejoinder.comment.mail.Mail;
import io.rejoinder.comment.mail.MailAddress;
import io.rejoinder.comment.rendering.Letter;
import io.rejoinder.comment.rendering.Prose;
import io.rejoinder.comment.rendering.Subjects;
import io.rejoinder.comment.rendering.Subjects.Subject;
import io.rejoinder.comment.rendering.Words;
import io.rejoinder.comment.thread.Comment;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Writes the messages, in the language of who gets them. */
final class Letters {

  private static final int LONGEST_TITLE = 120;

  private final Subjects subjects;
  private final Links links;
  private final FollowLog log;
  private final FollowingProperties bounds;
  private final Clock clock;

  Letters(Subjects subjects, Links links, FollowLog log, FollowingProperties bounds, Clock clock) {
    this.subjects = subjects;
    this.links = links;
    this.log = log;
    this.bounds = bounds;
    this.clock = clock;
  }

  /** What a thread is called; its page's address where that has no title. */
  String title(String thread) {
    Subject subject = subjects.of(thread);
    String title = subject.title();
    return shortened(title == null ? subject.address() : title, LONGEST_TITLE);
  }

  /** The one message to an address that nobody has confirmed. */
  Mail confirmation(Asked asked, MailAddress to) {
    Words words = Words.in(asked.language());
    String of = asked.comment() == null ? "" : ".replies";
    String title = shortened(subjects.vouched(asked.thread()), LONGEST_TITLE);
    String link = links.confirm(asked, bounds.confirmWithin());
    String until = words.date(clock.instant().plus(bounds.confirmWithin()));
    Letter letter = new Letter(words);
    letter.paragraph(words.say("follow.mail.asked" + of, title));
    letter.paragraph(words.say("follow.mail.confirm", until));
    letter.link(link, link);
    letter.paragraph(words.say("follow.mail.otherwise"));
    String subject = words.say("follow.mail.subject" + of, title);
    String id = "confirm." + log.id(asked) + "." + clock.instant().toEpochMilli();
    return new Mail(to, subject, letter.text(), letter.html(), null, id);
  }

  /**
   * What is new to somebody who follows.
   *
   * @param comments at least one, oldest first
   * @param id the same each time that this message is made
   * @return empty where the address cannot be read: it was sealed with another secret
   */
  Optional<Mail> news(Follow follow, List<Comment> comments, String id) {
    return MailAddress.parse(log.email(follow)).map(to -> news(follow, comments, id, to));
  }

  private Mail news(Follow follow, List<Comment> comments, String id, MailAddress to) {
    Words words = Words.in(follow.language());
    String of = follow.comment() == null ? "" : ".replies";
    Subject page = subjects.of(follow.thread().value());
    String title = title(follow.thread().value());
    Letter letter = new Letter(words);
    List<Comment> shown = comments.subList(0, Math.min(bounds.listed(), comments.size()));
    for (Comment comment : shown) {
      letter.paragraph(words.say("news.wrote", comment.author(), words.date(comment.createdAt())));
      letter.quote(excerpt(comment, words));
      letter.link(page.address() + "#comment-" + comment.id(), words.say("news.read"));
    }
    int others = comments.size() - shown.size();
    if (others > 0) {
      letter.paragraph(words.count("news.more", others));
      letter.link(page.address(), words.say("news.read"));
    }
    letter.end();
    letter.paragraph(words.say("news.why" + of, title));
    String stop = links.stop(follow.id());
    letter.link(stop, words.say("news.stop"));
    String author = comments.get(0).author();
    String subject = words.count("news.subject" + of, comments.size(), title, author);
    return new Mail(to, subject, letter.text(), letter.html(), stop, id);
  }

  private String excerpt(Comment comment, Words words) {
    String html = comment.html();
    return shortened(html == null ? "" : Prose.plain(html, words), bounds.excerpt());
  }

  /** At most so many code points, ending where a word does, if one ends late enough. */
  static String shortened(String text, int most) {
    if (text.codePointCount(0, text.length()) <= most) {
      return text;
    }
    String cut = text.substring(0, text.offsetByCodePoints(0, most - 1));
    int space = cut.lastIndexOf(' ');
    return (space > cut.length() / 2 ? cut.substring(0, space) : cut).strip() + "…";
  }
}
