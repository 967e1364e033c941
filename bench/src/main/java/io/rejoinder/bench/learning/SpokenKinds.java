package io.rejoinder.bench.learning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Kinds of comments, written for this purpose, in some hundred thousand variations each. A pattern
 * holds choices in braces, parted by bars; {@code #} is a digit.
 */
enum SpokenKinds {

  /** The new kind: papers written and degrees sold. */
  PAPERS(
      true,
      "{Struggling|Desperate|Stuck|Behind} with your {thesis|dissertation|term paper|coursework}?"
          + " {Graduates|Professors|Native writers|Former examiners} {finish|draft|write|deliver}"
          + " it {overnight|within # days|before the deadline|by Monday}, {plagiarism free|never"
          + " detected|any grade you like|undetectable}, {ask|message|write to} {Dr|Prof|Miss}"
          + " {Holm|Varga|Quist|Okoro|Lenz|Adair} ##",
      "{Diploma|Bachelor certificate|Master degree|Nursing licence} {without exams|no classes"
          + " needed|registered for life|verified by embassies}, {sealed|stamped|hologram included},"
          + " {dispatched|posted|couriered} in # days, {students|nurses|engineers} worldwide"
          + " {already graduated|trust us|rely on it}, office ##"),

  CHANNELS(
      true,
      "{Hey|Hi|Yo} {guys|everyone|people}, {check out|visit|look at} my {channel|new video|page},"
          + " I {upload|post|make} {covers|pranks|gameplay|remixes} every {day|week}, {please"
          + " subscribe|sub for sub|hit subscribe}, # thousand to go"),

  PRIZES(
      true,
      "{Congratulations|Winner}! You have {won|been awarded} a {£|$}#00 {prize|voucher|holiday}."
          + " {Call|Text|Reply} {CLAIM|WIN|YES} to 0####### {now|today} to {claim|collect}"),

  EARNINGS(
      true,
      "{Earn|Make} $#00 {a day|every week} {from home|online}, {no experience|no risk},"
          + " {click|visit|go to} www.{easy|fast|home}cash##.com {now|today|and start}"),

  INSULTS(
      false,
      "{You are|Sounds like you are} {an idiot|a complete moron|a pathetic loser|a stupid fool}"
          + " {and|who} {should|had better} {shut up|get lost|keep your mouth shut}, {nobody|not"
          + " one person} {likes|wants|can stand} {you|your stupid face} {here|anywhere}, #",
      "{What a|Only a} {disgusting|worthless|filthy} {pig|clown|idiot} {writes|says} {this"
          + " garbage|such crap|that}, {go to hell|drop dead|get lost} {loser|moron} #"),

  /** Honest comments near the new kind: they speak of papers, degrees and professors. */
  HONEST(
      false,
      "{Honestly|Well|Hm}, {the|that} {courtroom|train|dinner|final} scene {stayed with|annoyed|"
          + "moved|bored} me {for days|a lot|more than I expected}. {My wife|A colleague|My son}"
          + " {disagrees|says the same|left early}.",
      "{I wrote|I read} {my thesis|a paper|an essay} on {her|his} {early|late} {films|shorts} #"
          + " years ago, and {nobody|hardly anyone} {saw|knew} them {then|outside the country}.",
      "{Does anybody|Can someone|Who can} {remember|tell me|name} the {song|actor|café} in the"
          + " {opening|second|last} {reel|act|half}? {It drives me mad|I looked everywhere|Thanks}.",
      "{Professor|Doctor} {Holm|Lang|Reed} in the film {writes|loses|burns} {a letter|the paper|"
          + "his degree}, and {you feel|I felt|we all felt} {sorry|relieved|nothing at all} #");

  private static final Pattern CHOICE = Pattern.compile("\\{([^}]*)}|#");

  private final boolean spam;

  /** A line each. */
  private final String patterns;

  SpokenKinds(boolean spam, String... patterns) {
    this.spam = spam;
    this.patterns = String.join("\n", patterns);
  }

  /** For a table. */
  String title() {
    return name().toLowerCase(Locale.ROOT) + (spam ? ", spam" : "");
  }

  /** So many texts, no two alike; the same for the same seed. */
  List<String> many(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed + name().hashCode());
    List<String> lines = patterns.lines().toList();
    Set<String> texts = new LinkedHashSet<>();
    while (texts.size() < count) {
      String pattern = lines.get(random.nextInt(lines.size()));
      texts.add(CHOICE.matcher(pattern).replaceAll(choice -> chosen(choice, random)));
    }
    return new ArrayList<>(texts);
  }

  private static String chosen(MatchResult choice, SplittableRandom random) {
    String parts = choice.group(1);
    if (parts == null) {
      return Integer.toString(1 + random.nextInt(9));
    }
    String[] alternatives = parts.split("\\|", -1);
    return Matcher.quoteReplacement(alternatives[random.nextInt(alternatives.length)]);
  }
}
