package io.rejoinder.moderation.author;

import io.micrometer.core.instrument.MeterRegistry;
import io.rejoinder.events.EventCodec;
import io.rejoinder.events.Sealed;
import io.rejoinder.events.Sealer;
import io.rejoinder.events.Topics;
import io.rejoinder.events.author.AuthorKeys;
import io.rejoinder.events.author.AuthorState;
import io.rejoinder.events.author.AuthorState.Standing;
import io.rejoinder.events.comment.Author;
import io.rejoinder.moderation.screening.Standings;
import io.rejoinder.projection.KnownStates;
import io.rejoinder.projection.StateTopic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.kafka.core.KafkaOperations;

/** What moderators hold of authors, in memory, from its topic. Threadsafe. */
public final class Authors extends KnownStates<AuthorState> implements Standings {

  private static final EventCodec CODEC = new EventCodec("/moderation-service");

  private final Sealer sealer;

  /** Ranges with a standing: while there are none, no address is opened. */
  private final Set<String> ranges = ConcurrentHashMap.newKeySet();

  /**
   * The authors.
   *
   * @param kafka what every client needs: the broker's address and credentials
   * @param sealer opens the addresses that comments came from, to see which range they lie in
   */
  Authors(
      Map<String, Object> kafka,
      KafkaOperations<byte[], byte[]> producer,
      Sealer sealer,
      MeterRegistry meters) {
    super(
        new StateTopic<>(
            new StateTopic.Of<>(Topics.AUTHORS, AuthorState.class, AuthorState::version),
            kafka,
            producer,
            CODEC,
            meters));
    this.sealer = sealer;
    states().listen(this::noteRange);
  }

  private void noteRange(AuthorState state) {
    if (state.author().startsWith(AuthorKeys.RANGE)) {
      ranges.add(state.author());
    }
  }

  /** What is held of an author. */
  Optional<AuthorState> of(String key) {
    return states().of(key);
  }

  /** What is held of all authors, what changed last first. */
  public List<AuthorState> all() {
    return states().all().stream()
        .sorted(Comparator.comparing(AuthorState::at).reversed().thenComparing(AuthorState::author))
        .toList();
  }

  /** What is held of whoever has these keys, in their order. */
  public List<AuthorState> of(Collection<String> keys) {
    return keys.stream().map(states()::of).flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<Held> of(Author author, Instant at) {
    List<String> keys = new ArrayList<>(AuthorKeys.of(author));
    Sealed address = author.address();
    if (address != null && !ranges.isEmpty()) {
      keys.addAll(rangesOf(address));
    }
    return strictest(of(keys), at);
  }

  /**
   * What counts of several: the strictest. Trust comes from a signed identity alone, since
   * everything else can be claimed.
   */
  public static Optional<Held> strictest(List<AuthorState> states, Instant at) {
    return states.stream()
        .filter(
            state ->
                state.standingAt(at) != Standing.TRUSTED
                    || state.author().startsWith(AuthorKeys.READER))
        .filter(state -> state.standingAt(at) != Standing.ORDINARY)
        .max(Comparator.comparing(state -> state.standingAt(at)))
        .map(
            state ->
                new Held(state.standingAt(at), state.author(), state.version(), state.until()));
  }

  private List<String> rangesOf(Sealed address) {
    return Networks.of(sealer.open(address)).stream()
        .map(range -> AuthorKeys.RANGE + sealer.seal(range).hash())
        .filter(ranges::contains)
        .toList();
  }

  /** The range of this width around an address; none where such an address has none. */
  Optional<Sealed> range(Sealed address, int prefix) {
    return Networks.of(sealer.open(address), prefix).map(sealer::seal);
  }

  /** Takes a state in, as if it had been read now. */
  void seen(AuthorState state) {
    states().take(state);
  }
}
